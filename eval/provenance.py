"""What a run was made with, so that two reports can be told apart."""

from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from platform import python_version

from eval.bootstrap import RESAMPLES, SEED
from index.index import Index

_LIBRARIES = ("torch", "sentence-transformers", "faiss-cpu", "tantivy", "spacy", "ranx", "scikit-learn")


def provenance(reports: Index, depth: int) -> dict[str, object]:
    """Return the settings of a run: the index's stats, its encoder, versions, bootstrap."""
    return {
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "index": asdict(reports.stats()),
        "depth": depth,
        "versions": {"python": python_version(), **{name: version(name) for name in _LIBRARIES}},
        "bootstrap": {"resamples": RESAMPLES, "seed": SEED},
    }
