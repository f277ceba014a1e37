"""Where a store stands in its history, and what changed since."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Generation:
    """A state of the store: `number` rises with every transaction, `token` is unique to it."""

    number: int
    token: str


ORIGIN = Generation(0, "")
"""The empty store."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Keys of the passages that came and went on the way to the generation `to`.

    A passage that came and went in between is in neither.
    """

    to: Generation
    added: tuple[int, ...]
    removed: tuple[int, ...]
