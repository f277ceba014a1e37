"""What changed, what is in dispute: verdicts on the statements of a few sentences."""

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
