"""Adapters: public sets turned into collections for retrieval and casebooks for runs.

Each format stands in a file of its own; the sets themselves are not part of the project.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

from eval.adapters import beir, fnc, nanco, ramdocs, squad, trecqa
from eval.casebook import Casebook
from eval.collection import Collection


class RetrievalFormat(StrEnum):
    """Formats that give a collection."""

    SQUAD = "squad"
    BEIR = "beir"
    FNC = "fnc"
    TRECQA = "trecqa"
    RAMDOCS = "ramdocs"


class CaseFormat(StrEnum):
    """Formats that give a casebook."""

    SQUAD = "squad"
    FNC = "fnc"
    RAMDOCS = "ramdocs"
    NANCO = "nanco"


COLLECTIONS: Mapping[RetrievalFormat, Callable[[Path], Collection]] = {
    RetrievalFormat.SQUAD: squad.collection,
    RetrievalFormat.BEIR: beir.collection,
    RetrievalFormat.FNC: fnc.collection,
    RetrievalFormat.TRECQA: trecqa.collection,
    RetrievalFormat.RAMDOCS: ramdocs.collection,
}

CASEBOOKS: Mapping[CaseFormat, Callable[[Path], Casebook]] = {
    CaseFormat.SQUAD: squad.casebook,
    CaseFormat.FNC: fnc.casebook,
    CaseFormat.RAMDOCS: ramdocs.casebook,
    CaseFormat.NANCO: nanco.casebook,
}
