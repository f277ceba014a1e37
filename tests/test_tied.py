"""What the question's words are tied to comes before what they are not, unless that is all but certain."""

from dataclasses import replace

import pytest

from assistant.gathering import tied_first
from assistant.question import read_question
from corpus.parsing import SpacyParser
from tests.made_claims import made_claims

DROWNED = "How many people drowned?"
WHO = "Who will run the mill?"


@pytest.mark.parametrize(
    ("question", "texts", "chance", "kept"),
    [
        (DROWNED, ["Four people drowned, Lena Havik said.", "Nine people drowned, Ida Horn said."], 0.95, 2),
        (DROWNED, ["Four people drowned, Lena Havik said.", "Nine people drowned, Ida Horn said."], 0.6, 1),
        (DROWNED, ["Four people drowned, Lena Havik said.", "Four people drowned, Ida Horn said."], 0.6, 2),
        (
            WHO,
            ["Piet Denk will run the mill, Lena Havik said.", "Orla Venn will run it, Ida Horn said."],
            0.95,
            2,
        ),
        (
            WHO,
            ["Piet Denk will run the mill, Lena Havik said.", "Orla Venn will run it, Ida Horn said."],
            0.6,
            1,
        ),
        (
            WHO,
            ["Piet Denk will run the mill, Lena Havik said.", "Piet Denk will run it, Ida Horn said."],
            0.6,
            1,
        ),
    ],
)  # the second answer is taken for one in words unlike the question's
def test_what_is_not_tied_stays_where_it_is_all_but_certain(
    question: str, texts: list[str], chance: float, kept: int
) -> None:
    tied, other = made_claims(question, texts)
    found = [tied, replace(other, is_firm=False, relevance=chance)]
    assert len(tied_first(read_question(question, SpacyParser()), found)) == kept


@pytest.mark.parametrize(("read", "kept"), [(2.5, 2), (1.5, 1)])
def test_so_does_what_the_reader_is_sure_of(read: float, kept: int) -> None:
    tied, other = made_claims(
        DROWNED, ["Four people drowned, Lena Havik said.", "Nine people drowned, Ida Horn said."]
    )
    found = [tied, replace(other, is_firm=False, relevance=0.6, read=read)]
    assert len(tied_first(read_question(DROWNED, SpacyParser()), found)) == kept
