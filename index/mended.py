"""What repairing an index did."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mended:
    """What a repair did.

    `kept` counts the articles left as they were. `analysed` and `lost` are ids: of articles whose
    passages and statements were found anew, and of those to be added again.
    """

    kept: int = 0
    analysed: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
