"""Scoring attribution on an invented text, with figures counted by hand."""

import json
from pathlib import Path

import pytest

from corpus.errors import SaysWhoError
from corpus.statement import Form, Span
from eval.attribution import Document, GoldRelation, Part, Relation, extract, load_documents
from eval.relations import Tally, score, tally
from eval.sampling import sample

TEXT = 'Ana said rain would come. "Snow will fall," said Bo. Cleo said it was "very likely" hail then.'


def _at(words: str) -> Span:
    start = TEXT.index(words)
    return start, start + len(words)


def _said(beside: str) -> Span:
    start = TEXT.index(f"said {beside}")
    return start, start + len("said")


def _relation(source: str, cue: Span, content: str) -> Relation:
    return Relation((_at(source),), (cue,), (_at(content),))


GOLD = (
    _relation("Ana", _said("rain"), "rain would come"),
    _relation("Bo", _said("Bo"), "Snow will fall"),
    _relation("Cleo", _said("it"), 'it was "very likely" hail then'),
)


def test_what_equals_the_gold_has_full_marks() -> None:
    figures = score([tally(TEXT, GOLD, GOLD)])
    assert {figure.value for figure in figures.values()} == {1.0}
    assert figures["precision"].count == 3


def test_forms_are_read_from_the_quotation_marks() -> None:
    assert tally(TEXT, GOLD, ()).gold == (Form.INDIRECT, Form.DIRECT, Form.MIXED)


def test_an_empty_line_closes_an_open_quotation() -> None:
    text = 'He said "rain.\n\nIt snowed.'
    inside, after = ((9, 13),), ((16, 25),)
    relations = tuple(Relation((), (), content) for content in (inside, after))
    assert tally(text, relations, ()).gold == (Form.DIRECT, Form.INDIRECT)


@pytest.mark.parametrize(
    ("found", "matched"),
    [
        (Relation((), (), (_at("rain would"),)), True),  # 2 of 3 words
        (Relation((), (), (_at("rain"),)), False),  # 1 of 3
        (Relation((), (_said("rain"),), (_at("rain"),)), True),  # 1 of 3, with the cue
        (Relation((), (_said("rain"),), (_at("Snow"),)), False),
        (Relation((), (), (_at("rain would come"), _at("Snow will fall"))), True),  # 3 of 6
    ],
)
def test_when_contents_match(found: Relation, matched: bool) -> None:
    assert len(tally(TEXT, GOLD[:1], (found,)).matches) == matched


def test_a_wrong_source_and_a_content_cut_short() -> None:
    found = (
        _relation("Bo", _said("rain"), "rain would come"),
        Relation((_at("Bo"),), (), (_at("Snow will"),)),
        Relation((), (), (_at("Cleo"),)),
    )
    figures = score([tally(TEXT, GOLD, found)])
    values = {name: (figure.value, figure.count) for name, figure in figures.items()}
    assert values == {
        "precision": (2 / 3, 3),
        "recall": (2 / 3, 3),
        "f1": (2 / 3, 6),
        "recall_direct": (1.0, 1),
        "recall_indirect": (1.0, 1),
        "recall_mixed": (0.0, 1),
        "source_accuracy": (1 / 2, 2),
        "content_exact": (1 / 2, 2),
    }


def test_each_relation_matches_once_and_the_closest_first() -> None:
    near, exact = Relation((), (), (_at("rain would"),)), GOLD[0]
    counted = tally(TEXT, GOLD[:1], (near, exact))
    assert counted.matches == ((Form.INDIRECT, True, True),)
    assert counted.found == 2


def test_an_article_without_relations_has_no_recall() -> None:
    figures = score([Tally((), 1, ())])
    assert figures["precision"].value == 0
    assert figures["recall"].value is None
    assert figures["recall_direct"].value is None


def test_documents_are_read_and_relations_without_content_left_out(tmp_path: Path) -> None:
    part = {"spans": [[0, 3]], "text": "Ana"}
    record = {
        "id": "d",
        "title": "Rain",
        "text": TEXT,
        "date": "2031-05-02",
        "attributions": [
            {"source": [part], "cue": [{"spans": [[4, 8]]}], "content": [{"spans": [[9, 13], [14, 19]]}]},
            {"source": [part], "cue": [], "content": []},
        ],
    }
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(record))
    (document,) = load_documents(path)
    assert document.relations == (Relation(((0, 3),), ((4, 8),), ((9, 13), (14, 19))),)
    path.write_text(json.dumps({**record, "attributions": [{"source": []}]}))
    with pytest.raises(SaysWhoError, match=r"line 1: attributions\.0\.cue: Field required"):
        load_documents(path)


def test_a_sample_is_the_same_for_the_same_seed() -> None:
    items = [str(number) for number in range(100)]
    assert sample(items, 5, 1) == sample(items, 5, 1)
    assert sample(items, 5, 1) != sample(items, 5, 2)
    assert sample(items, 5, 1) == sorted(sample(items, 5, 1), key=int)
    assert sample(items, None, 1) == items
    assert sample(items, 1000, 1) == items


def test_a_document_gathers_spans_of_all_parts() -> None:
    parts = (Part(((0, 1),)), Part(((4, 5), (7, 8))))
    document = Document("d", TEXT, (GoldRelation((), (), parts),))
    assert document.relations == (Relation((), (), ((0, 1), (4, 5), (7, 8))),)


def test_words_in_quotation_marks_count_whoever_speaks_them() -> None:
    text = 'The strike said, "Save the dam before the winter comes." The strike said it was over.'
    (found,) = extract([Document("a", text, ())])
    quoted = (text.index('"'), text.rindex('"') + 1)
    assert [relation.content for relation in found] == [(quoted,)]
