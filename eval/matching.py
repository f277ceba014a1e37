"""Which statement of the answer stands for which gold statement."""

from dataclasses import dataclass

from assistant.answer import Citation
from eval.gold import Gold
from eval.names import same_source
from eval.outcome import Outcome
from eval.span import half_overlaps, overlap


@dataclass(frozen=True, slots=True)
class Match:
    """A gold statement and the citation that stands for it, of the answer's `position`."""

    gold: Gold
    citation: Citation
    position: int

    @property
    def right_source(self) -> bool:
        """Return whether the citation names the gold source."""
        return same_source(self.gold.statement, self.citation.statement.source)

    @property
    def right_stance(self) -> bool:
        """Return whether the citation takes the gold stance."""
        return self.citation.statement.stance is self.gold.statement.stance


def stands_for(citation: Citation, gold: Gold) -> bool:
    """Return whether both quote one place: same article, half or more of the shorter shared."""
    return citation.article.id == gold.statement.article and any(
        half_overlaps(span, (citation.start, citation.end)) for span in gold.spans
    )


def matches(outcome: Outcome) -> tuple[Match, ...]:
    """Return one match for each gold statement that some citation stands for.

    Where several do, one with the right source is taken, then the one that shares most: a
    sentence may hold two speakers, and its two citations then quote the same words.
    """
    found = (_candidates(gold, outcome) for gold in outcome.gold)
    return tuple(max(candidates, key=_closeness) for candidates in found if candidates)


def _candidates(gold: Gold, outcome: Outcome) -> list[Match]:
    positions = outcome.answer.positions if outcome.answer else ()
    return [
        Match(gold, citation, number)
        for number, position in enumerate(positions)
        for citation in position.citations
        if stands_for(citation, gold)
    ]


def _closeness(match: Match) -> tuple[bool, int]:
    quoted = (match.citation.start, match.citation.end)
    return match.right_source, max(overlap(span, quoted) for span in match.gold.spans)
