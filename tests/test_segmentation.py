"""Articles cut into passages."""

from corpus.segmentation import LONGEST, WINDOW
from tests.made_statements import report

SENTENCE = "The council of Tarnby met in the old hall on Monday and spoke about the bridge."


def test_a_passage_is_a_paragraph() -> None:
    made = report("The dam broke on Monday.\n\nThe valley is empty.\n")
    assert [passage.text for passage in made.passages] == ["The dam broke on Monday.", "The valley is empty."]
    assert [passage.id for passage in made.passages] == ["made#p0", "made#p1"]


def test_a_passage_is_a_slice_of_the_article() -> None:
    made = report("Dam breaks\n\n  The dam broke on Monday.  \n\nThe valley is empty.", title="Dam breaks")
    assert all(p.text == made.article.text[p.start : p.end] for p in made.passages)
    assert "Dam breaks" not in [passage.text for passage in made.passages]


def test_a_long_paragraph_is_cut_at_sentences() -> None:
    made = report(" ".join([SENTENCE] * 12))
    lengths = [len(passage.text.split()) for passage in made.passages]
    assert len(SENTENCE.split()) * 12 > LONGEST
    assert len(lengths) > 1
    assert max(lengths) <= WINDOW
    assert all(passage.text.endswith(".") for passage in made.passages)


def test_every_statement_lies_in_its_passage() -> None:
    made = report(" ".join(["The council said the bridge was open.", SENTENCE] * 8))
    passages = {passage.id: passage for passage in made.passages}
    for statement in made.statements:
        passage = passages[statement.passage_id]
        assert passage.start <= statement.spans.content[0][0] < passage.end
