"""TREC-QA's form: a table of question (qtext), sentence (atext) and whether it answers (label).

Wang, Smith and Mitamura, "What is the Jeopardy Model?", EMNLP 2007.
"""

from collections import defaultdict
from pathlib import Path

from eval.adapters.files import read_table
from eval.collection import Collection, Document


def collection(path: Path) -> Collection:
    """Read a table, or all tables of a folder together: each sentence is a document, once.

    Raises SaysWhoError when a file is of another form.
    """
    tables = sorted(path.glob("*.csv")) if path.is_dir() else [path]
    sentences: dict[str, str] = {}
    judged: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for table in tables:
        for question, label, sentence in read_table(table, ("qtext", "label", "atext")):
            name = sentences.setdefault(sentence, f"trecqa-{len(sentences)}")
            judged[question] |= {name: 1} if label == "1" else {}
    documents = tuple(Document(name, text) for text, name in sentences.items())
    return Collection(documents, {question: question for question in judged}, dict(judged))
