"""The plain sentences of an answer."""

import pytest

from assistant.positions import sides
from assistant.verdict import conflicts, verdict
from assistant.wording import summary
from tests.made_claims import made_claims

CASES = [
    (
        "Did the army capture Minian?",
        [
            "The Defence Ministry said the army captured Minian.",
            "The Lantern Observatory said the army captured Minian.",
            "Ida Horn said the army did not capture Minian.",
        ],
        "Sources conflict. Ida Horn denies what Defence Ministry and Lantern Observatory assert.",
        "Ida Horn denies what Defence Ministry and Lantern Observatory assert.",
    ),
    (
        "How many people were killed in Minian?",
        [
            "The Defence Ministry said four people were killed in Minian.",
            "Ida Horn said nine people were killed in Minian.",
        ],
        "Sources conflict. Defence Ministry: four people. Ida Horn: nine people.",
        "What Defence Ministry says and what Ida Horn says cannot both hold.",
    ),
    (
        "Who captured Minian?",
        ["The Defence Ministry said rebels captured Minian.", "Ida Horn said rebels did not capture Minian."],
        "Sources conflict. Ida Horn denies what Defence Ministry asserts.",
        "Ida Horn denies what Defence Ministry asserts.",
    ),
]


@pytest.mark.parametrize(("question", "texts", "told", "why"), CASES)
def test_a_conflict_names_the_sources_of_each_side(
    question: str, texts: list[str], told: str, why: str
) -> None:
    found = sides(made_claims(question, texts))
    differing = conflicts(found)
    assert summary(verdict(found, differing), found).startswith(told)
    assert [conflict.why.startswith(why) for conflict in differing] == [True]
