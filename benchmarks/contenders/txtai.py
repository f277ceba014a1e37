"""The library txtai: sparse and dense search, content stored in SQLite."""

import tempfile
from collections.abc import Sequence

from txtai import Embeddings

from benchmarks.contenders.timing import NEAREST, measure, read_task

if __name__ == "__main__":
    task = read_task()
    embeddings = Embeddings(path=task.model, content=True, hybrid=True)
    embeddings.batchtransform(["The model is loaded."])

    with tempfile.TemporaryDirectory() as folder:

        def _index(texts: Sequence[str]) -> None:
            embeddings.index(texts)
            embeddings.save(folder)

        measure(task, _index, lambda question: embeddings.search(question, NEAREST))
