"""The models that an assistant reads with, besides the encoder of its index."""

from dataclasses import dataclass
from typing import Protocol

from assistant.extractor import PACKAGED_EXTRACTOR, Extractor, load_extractor
from assistant.judge import PACKAGED_JUDGE, Judge, load_judge
from assistant.reader import PACKAGED_READER, Reader, load_reader


@dataclass(frozen=True, slots=True)
class Models:
    """What tells how well statements answer, which of their words do, and yes from no; each may be none."""

    reader: Reader | None = PACKAGED_READER
    extractor: Extractor | None = PACKAGED_EXTRACTOR
    judge: Judge | None = PACKAGED_JUDGE


PACKAGED_MODELS = Models()
NO_MODELS = Models(None, None, None)


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
    )
