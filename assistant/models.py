"""The models that an assistant reads with, besides the encoder of its index."""

from dataclasses import dataclass
from typing import Protocol

from assistant.comparer import Comparer
from assistant.extractor import Extractor, load_extractor
from assistant.judge import NONE, Judge, load_judge
from assistant.multitask import PACKAGED_MODEL
from assistant.reader import Reader, load_reader


@dataclass(frozen=True, slots=True)
class Models:
    """What tells how well statements answer, which of their words do, yes from no, and change from conflict.

    Each may be none.
    """

    reader: Reader | None = PACKAGED_MODEL
    extractor: Extractor | None = PACKAGED_MODEL
    judge: Judge | None = PACKAGED_MODEL
    comparer: Comparer | None = PACKAGED_MODEL


PACKAGED_MODELS = Models()
NO_MODELS = Models(None, None, None, None)


class ModelNames(Protocol):
    """Names of models, as the settings give them."""

    @property
    def reader(self) -> str:
        """Return the reader's name."""
        ...

    @property
    def extractor(self) -> str:
        """Return the extractor's name."""
        ...

    @property
    def judge(self) -> str:
        """Return the judge's name."""
        ...

    @property
    def comparer(self) -> str:
        """Return the comparer's name: none, or the packaged one where it is empty."""
        ...

    @property
    def download(self) -> bool:
        """Return whether they may be downloaded."""
        ...


def load_models(names: ModelNames) -> Models:
    """Return the models of these names.

    Raises SaysWhoError where one of them is not here.
    """
    return Models(
        load_reader(names.reader, names.download),
        load_extractor(names.extractor, names.download),
        load_judge(names.judge, names.download),
        None if names.comparer == NONE else PACKAGED_MODEL,
    )
