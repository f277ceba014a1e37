"""The packaged model: a question beside a statement in its place, for several tasks."""

from dataclasses import replace
from pathlib import Path

import onnxruntime
import pytest

from assistant.excerpt import Excerpt
from assistant.multitask import PACKAGED, PACKAGED_MODEL, WEIGHTS, WORDS, MultiTaskModel
from assistant.question import read_question
from corpus.errors import SaysWhoError
from corpus.parsing import SpacyParser

COST = "How much will the Skarne bridge cost?"
CLIMBED = "The bill has climbed to 3.7 million crowns, the contractor said."


def of(headline: str, before: str = "") -> Excerpt:
    return Excerpt(CLIMBED, ((0, len(CLIMBED)),), headline, before)


def test_the_headline_tells_what_a_sentence_is_about() -> None:
    bridge, stadium = PACKAGED_MODEL.read(COST, [of("Skarne bridge is late"), of("Emmerin stadium is late")])
    assert bridge > stadium


def test_so_does_the_sentence_before() -> None:
    bridge, stadium = PACKAGED_MODEL.read(
        COST,
        [
            of("Builders in trouble", "The bridge at Skarne is a year late."),
            of("Builders in trouble", "The stadium at Emmerin is a year late."),
        ],
    )
    assert bridge > stadium


def test_the_three_tasks_take_one_reading() -> None:
    model = MultiTaskModel(PACKAGED)
    asked, told = "Will the mill close?", Excerpt("It will shut its doors in May.", ((0, 9),), "The mill")
    (answers,) = model.read(asked, [told])
    (yes,) = model.affirmation(read_question(asked, SpacyParser()), [told])
    assert answers > 0.0
    assert yes > 0.5
    model.extract(asked, [replace(told, spans=((0, 31),))])  # other words may answer: the reading is the same
    assert model._reading.cache_info().misses == 1


def test_what_else_is_asked_changes_nothing() -> None:
    excerpts = [of("Skarne bridge is late"), of("Emmerin stadium is late", "It rained. " * 20), of("A mill")]
    alone = [MultiTaskModel(PACKAGED).read(COST, [each])[0] for each in excerpts]
    assert MultiTaskModel(PACKAGED).read(COST, excerpts[::-1]) == alone[::-1]


def test_words_are_found_by_their_characters_whatever_stands_before() -> None:
    text = "« Élan » 🚢: the bill for the bridge has climbed to 3.7 million crowns."
    told = Excerpt(text, ((0, len(text)),), "Skarne’s bridge 🚢 “late”", "Ça va? 🚢")
    (found,) = PACKAGED_MODEL.extract(COST, [told])
    assert found is not None
    assert "3.7 million" in text[found.start : found.end]


def test_an_answer_late_in_a_long_statement_is_found() -> None:
    text = f"After {'a long and rainy evening of many speeches ' * 6}the bill was put at 3.7 million crowns."
    (found,) = PACKAGED_MODEL.extract(COST, [Excerpt(text, ((0, len(text)),), "Skarne bridge")])
    assert found is not None
    assert "3.7 million" in text[found.start : found.end]


def test_what_surrounds_a_statement_gives_way_where_there_is_no_room() -> None:
    crowded = Excerpt(CLIMBED, ((0, len(CLIMBED)),), "!" * 200, "." * 220)
    (found,) = PACKAGED_MODEL.extract(f"{COST} {'Tell me, please. ' * 100}", [crowded])
    assert found is not None
    assert "3.7 million" in CLIMBED[found.start : found.end]


def test_half_a_letter_in_a_question_stops_nothing() -> None:
    assert len(PACKAGED_MODEL.read("Who\ud83d?", [of("Skarne bridge is late")])) == 1


def test_nothing_to_read_gives_nothing() -> None:
    assert PACKAGED_MODEL.read(COST, []) == []
    assert PACKAGED_MODEL.extract(COST, []) == []


@pytest.mark.parametrize("cut", [WORDS, WEIGHTS])
def test_a_damaged_model_is_told_of_in_one_line(tmp_path: Path, cut: str) -> None:
    for name in (WORDS, WEIGHTS):
        (tmp_path / name).write_bytes((PACKAGED / name).read_bytes()[: 1000 if name == cut else None])
    with pytest.raises(SaysWhoError, match=r"the model in .* cannot be loaded: .*; install") as refused:
        MultiTaskModel(tmp_path).read(COST, [of("Skarne bridge is late")])
    assert "\n" not in str(refused.value)


def test_what_runs_the_model_does_not_report_on_its_use() -> None:
    libraries = list(Path(onnxruntime.__file__).parent.rglob("*.so*"))
    assert libraries
    assert not any(b"events.data.microsoft.com" in library.read_bytes() for library in libraries)
