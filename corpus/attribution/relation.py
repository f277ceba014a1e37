"""The relation: what a rule finds, in tokens, before sources are resolved to names."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from corpus.attribution.paragraph import Paragraph
from corpus.statement import Stance


@dataclass(frozen=True, slots=True, eq=False)
class Relation:
    """Source, cue and content as tokens of one paragraph, each in the order of the text.

    `head` is the syntactic head of the source (None where nobody is named), `relays` are the heads
    of those who pass it on, nearest the speaker first. `rule` names the rule that found it.
    """

    paragraph: Paragraph
    rule: str
    cue: tuple[Token, ...]
    content: tuple[Token, ...]
    source: tuple[Token, ...] = ()
    head: Token | None = None
    relays: tuple[Token, ...] = ()
    stance: Stance = Stance.ASSERTS
    confidence: float = 1.0
    cited: Paragraph | None = None

    @property
    def attribution(self) -> Paragraph:
        """Return the paragraph that source and cue stand in: an earlier one where a quotation goes on."""
        return self.cited or self.paragraph

    def with_content(self, tokens: list[Token]) -> "Relation":
        """Return the same relation with other content, put into the order of the text."""
        return replace(self, content=tuple(sorted(tokens, key=lambda token: token.i)))
