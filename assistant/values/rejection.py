"""Rejections: "the group denied the allegation" takes back what was said just before."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answer import Cause, Relation
from assistant.values.comparison import Difference

if TYPE_CHECKING:
    from assistant.claim import Value


@dataclass(frozen=True, slots=True)
class Rejection:
    """The denial of a value that another statement gave."""

    rejected: "Value"

    @property
    def label(self) -> str:
        """Return what is rejected, marked as such."""
        return f"not so: {self.rejected.label}"

    def differs(self, other: "Value") -> Difference | None:
        """A rejection differs from whatever could hold together with what it rejects."""
        if isinstance(other, Rejection) or type(other) is not type(self.rejected):
            return None
        held = self.rejected.differs(other) is None  # type: ignore[arg-type]  # both are of one type
        return Difference(Relation.DISPUTES, Cause.DENIAL) if held else None
