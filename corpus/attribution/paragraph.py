"""The paragraph as the rules see it: parsed, placed in its article, its quotations known."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from corpus.attribution.quotations import Quotation, quotations
from corpus.statement import Span

LONG = 4
"""Words from which a quotation is speech rather than a word held at arm's length."""


@dataclass(slots=True, eq=False)
class Paragraph:
    """A parsed stretch of body text; `start` is its offset in the article's text.

    `original` is the text as the article has it, of which `doc.text` is the normalised copy of the
    same length.
    """

    doc: Doc
    start: int
    original: str
    quotations: list[Quotation] = field(init=False)
    _starts: list[int] = field(init=False)
    _long: dict[Quotation, bool] = field(init=False)

    def __post_init__(self) -> None:
        """Find the quotations once."""
        self.quotations = quotations(self.original)
        self._starts = [quotation.start for quotation in self.quotations]
        self._long = {quotation: self._holds_speech(quotation) for quotation in self.quotations}

    def quotation_of(self, token: Token) -> Quotation | None:
        """Return the quotation that a token stands in, if any."""
        place = bisect_right(self._starts, token.idx) - 1
        if place < 0 or token.idx >= self.quotations[place].end:
            return None
        return self.quotations[place]

    def tokens_of(self, quotation: Quotation) -> list[Token]:
        """Return the tokens inside a quotation, marks included."""
        span = self.doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
        return [] if span is None else list(span)

    def is_long(self, quotation: Quotation) -> bool:
        """Tell whether a quotation holds enough words to be someone's speech."""
        return self._long[quotation]

    def _holds_speech(self, quotation: Quotation) -> bool:
        return sum(token.is_alpha for token in self.tokens_of(quotation)) >= LONG

    def in_speech(self, token: Token) -> bool:
        """Tell whether a token stands inside a long quotation: its cues are the speaker's own."""
        quotation = self.quotation_of(token)
        return quotation is not None and self.is_long(quotation)

    def is_remark(self, quotation: Quotation) -> bool:
        """Tell whether a short quotation ends as speech does, with "Go home," he said."""
        quoted = self.original[quotation.start : quotation.end]
        return quoted.rstrip("\"'”’»").endswith((",", "?", "!"))

    def beside(self, token: Token) -> list[Quotation]:
        """Return the quotation before a token and the one after it."""
        place = bisect_right(self._starts, token.idx)
        return self.quotations[max(place - 1, 0) : place + 1]

    def after(self, quotation: Quotation) -> Quotation | None:
        """Return the next quotation, if any."""
        place = bisect_right(self._starts, quotation.start)
        return self.quotations[place] if place < len(self.quotations) else None

    def words(self, tokens: Sequence[Token]) -> str:
        """Return the article's own text from the first to the last of `tokens`, empty for none."""
        if not tokens:
            return ""
        return self.original[tokens[0].idx : tokens[-1].idx + len(tokens[-1])].strip()

    def spans(self, tokens: Sequence[Token]) -> tuple[Span, ...]:
        """Return the stretches of the article's text that `tokens`, in text order, make up."""
        runs: list[list[Token]] = []
        for token in tokens:
            if self._is_blank(token):
                continue
            if runs and self._touches(runs[-1][-1], token):
                runs[-1].append(token)
            else:
                runs.append([token])
        runs = [run for run in runs if any(token.is_alpha or token.like_num for token in run)] or runs
        return tuple((self.start + run[0].idx, self.start + run[-1].idx + len(run[-1])) for run in runs)

    def _is_blank(self, token: Token) -> bool:
        """Tell whether a token stands where the article has none: a comma put back for the parser."""
        return self.original[token.idx : token.idx + len(token)].isspace()

    def _touches(self, before: Token, token: Token) -> bool:
        between = token.doc[before.i + 1 : token.i]
        return token.i == before.i + 1 or (len(between) == 1 and self._is_blank(between[0]))
