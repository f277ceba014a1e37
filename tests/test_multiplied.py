"""The larger index that answers are timed over: real reports again, with other names and numbers."""

from pathlib import Path

import numpy as np

from benchmarks.multiplied import Multiplied
from index.index import Index
from tests.made_reports import DENIAL, HARBOUR, VOTE, WordHashes, made_report

PARAGRAPHS = [HARBOUR, DENIAL, VOTE, "In 2019 Velm had 640 berths; the election office is in Lindow."]


def test_reports_are_changed_alike_wherever_a_name_stands(tmp_path: Path) -> None:
    encoder = WordHashes()
    with Index.create(tmp_path / "small", encoder) as small:
        small.add([made_report("a", PARAGRAPHS, outlet=None)])
        multiplied = Multiplied(small, encoder)
        with Index.create(tmp_path / "large", multiplied) as large:
            large.add(multiplied.reports(len(PARAGRAPHS) + 1))
            assert [each.id for each in large.articles()] == ["a", "a-1"]
            article = large.article("a-1")
            assert article is not None
            assert article.text.endswith("In 3021 Vilm had 750 berths; the election office is in Londuw.")
            passages = large.passages("a-1")
            for statement in large.statements([passage.id for passage in passages]):
                start, end = statement.spans.quote
                assert statement.content == article.text[start:end]
        near = multiplied.encode([passages[0].text])[0]
        np.testing.assert_allclose(near @ encoder.encode([HARBOUR])[0], 0.98, atol=0.02)
