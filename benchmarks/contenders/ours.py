"""Says Who, retrieval only: paragraphs embedded and stored, found by meaning and by words."""

import tempfile
from pathlib import Path

from benchmarks.contenders.timing import NEAREST, measure, read_task
from benchmarks.reports import bare_reports
from index.encoder import load_encoder
from index.index import Index

if __name__ == "__main__":
    task = read_task()
    encoder = load_encoder(task.model)
    encoder.encode(["The model is loaded."])
    with tempfile.TemporaryDirectory() as folder, Index.create(Path(folder) / "index", encoder) as made:
        measure(
            task,
            index=lambda texts: made.add(bare_reports(texts)),
            ask=lambda question: made.search(question, NEAREST),
        )
