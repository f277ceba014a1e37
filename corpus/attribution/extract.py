"""All relations of an article, paragraph by paragraph."""

from collections.abc import Iterable

from corpus.attribution.continuation import complete, continued
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.phrases import phrase_relations
from corpus.attribution.relation import Relation
from corpus.attribution.verbs import verb_relations


def relations(paragraphs: Iterable[Paragraph]) -> list[Relation]:
    """Return who says what in an article's paragraphs, in the order of the text."""
    found: list[Relation] = []
    before: Relation | None = None
    for paragraph in paragraphs:
        here = complete(verb_relations(paragraph)) + phrase_relations(paragraph)
        here += continued(paragraph, here, before)
        here = [relation for relation in here if any(token.is_alpha for token in relation.content)]
        here.sort(key=lambda relation: relation.content[0].i)
        found += here
        before = next((relation for relation in reversed(here) if relation.head is not None), None)
    return found
