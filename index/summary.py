"""What adding reports did."""

from dataclasses import dataclass

from corpus.reading import Skipped


@dataclass(frozen=True, slots=True)
class Summary:
    """How many articles were added, replaced or left as they were, and what could not be read."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    skipped: tuple[Skipped, ...] = ()

    def __add__(self, other: "Summary") -> "Summary":
        """Return both together."""
        return Summary(
            self.added + other.added,
            self.replaced + other.replaced,
            self.unchanged + other.unchanged,
            self.skipped + other.skipped,
        )
