"""What changed, what is in dispute: verdicts on the statements of a few sentences."""

from datetime import date

import pytest

from assistant.answer import Verdict
from assistant.positions import sides
from assistant.verdict import conflicts, verdict
from tests.made_claims import made_claims

SUSPENDED = "Was Ida Horn suspended by the rowing club?"
KILLED = "Was Marten Vole killed in the raid on Ostren?"


def judged(question: str, texts: list[str]) -> Verdict:
    found = sides(made_claims(question, texts))
    return verdict(found, conflicts(found))


@pytest.mark.parametrize(
    ("expected", "question", "texts"),
    [
        pytest.param(
            Verdict.CHANGED,
            SUSPENDED,
            [
                "Piet Denk said Ida Horn was suspended by the rowing club.",
                "Piet Denk retracted his claim that Ida Horn was suspended by the rowing club.",
            ],
            id="a source takes back what it said",
        ),
        pytest.param(
            Verdict.CHANGED,
            SUSPENDED,
            [
                "Piet Denk said Ida Horn was suspended by the rowing club.",
                "Piet Denk backed off from what he had said of Ida Horn, that the rowing club suspended her.",
            ],
            id="an outlet tells that a source takes back what it said",
        ),
        pytest.param(
            Verdict.CONFLICT,
            SUSPENDED,
            [
                "Piet Denk said Ida Horn was suspended by the rowing club.",
                "Lena Havik said Ida Horn was not suspended by the rowing club.",
            ],
            id="another source says the contrary",
        ),
        pytest.param(
            Verdict.CHANGED,
            KILLED,
            [
                "The Defence Ministry previously said it did not know whether Marten Vole was killed.",
                "The Defence Ministry confirmed that Marten Vole was killed in the raid.",
            ],
            id="what was left open before is settled",
        ),
        pytest.param(
            Verdict.CHANGED,
            KILLED,
            [
                "The Defence Ministry previously said Marten Vole was not killed in the raid.",
                "The Interior Ministry said Marten Vole was killed in the raid.",
            ],
            id="what was said before is overtaken",
        ),
        pytest.param(
            Verdict.CONFLICT,
            "When will the bridge at Sarmet open?",
            [
                "The Roads Office said the bridge at Sarmet will open on June 3, 2019.",
                "The mayor, Lena Havik, said the bridge at Sarmet will open on July 9, 2019.",
            ],
            id="a later date is not a later word",
        ),
    ],
)
def test_verdict(expected: Verdict, question: str, texts: list[str]) -> None:
    assert judged(question, texts) is expected


@pytest.mark.parametrize(
    ("question", "earlier", "later", "day", "expected"),
    [
        ("How many people were missing?", "60", "40", 8, Verdict.CHANGED),
        ("How many people were missing?", "60", "40", 7, Verdict.CONFLICT),
        ("When will the bridge open?", "2 June 2031", "9 June 2031", 8, Verdict.CHANGED),
        ("When will the bridge open?", "2 June 2031", "9 June 2031", 7, Verdict.CONFLICT),
        ("When did the bridge open?", "2 April 2031", "9 April 2031", 8, Verdict.CONFLICT),
    ],
)
def test_a_week_on_counts_and_coming_days_are_news(
    question: str, earlier: str, later: str, day: int, expected: Verdict
) -> None:
    says = {
        "missing": "{} said {} people were missing.",
        "will the bridge open": "{} said the bridge will open on {}.",
        "did": "{} said the bridge opened on {}.",
    }
    said = next(text for words, text in says.items() if words in question)
    texts = [said.format("Piet Denk", earlier), said.format("Lena Havik", later)]
    found = sides(made_claims(question, texts, days=[date(2031, 5, 1), date(2031, 5, day)]))
    assert verdict(found, conflicts(found)) is expected


@pytest.mark.parametrize(
    ("second", "expected"), [("Piet Denk", Verdict.SINGLE), ("Lena Havik", Verdict.CONFLICT)]
)
def test_only_different_sources_differ_by_their_reasons(second: str, expected: Verdict) -> None:
    texts = [
        "Piet Denk said the mill closed because the river froze.",
        f"{second} said the mill closed because flour was cheaper elsewhere.",
    ]
    found = sides(made_claims("Why did the mill close?", texts))
    assert verdict(found, conflicts(found)) is expected
