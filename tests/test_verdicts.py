"""Verdicts over small invented reports: what makes a conflict, an agreement, a change, one source."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer, Relation, Verdict
from assistant.assistant import Assistant
from corpus.article import Article
from index.index import Index

MONDAY, TUESDAY = date(2018, 5, 7), date(2018, 5, 8)
ASKED = "How many people were killed in the explosion in Lormont?"
WIRE = "The Lormont Fire Brigade said four people were killed in the explosion in Lormont."


def report(name: str, text: str, published: date = MONDAY, outlet: str = "Lormont Post") -> Article:
    return Article(name, "Explosion in Lormont", text, outlet=f"{outlet} {name}", published=published)


CASES = {
    "two bodies give two figures": (
        ASKED,
        [report("a", WIRE + " The Health Ministry said nine people were killed.")],
        Verdict.CONFLICT,
    ),
    "at least four and five can both hold": (
        ASKED,
        [
            report("a", "The Lormont Fire Brigade said at least four people were killed in the explosion."),
            report("b", "The Health Ministry said five people were killed in the explosion in Lormont."),
        ],
        Verdict.AGREE,
    ),
    "two outlets carry the same source": (ASKED, [report("a", WIRE), report("b", WIRE)], Verdict.SINGLE),
    "the toll rose": (
        ASKED,
        [
            report("a", WIRE),
            report("b", "The Health Ministry said nine people were killed in Lormont.", TUESDAY),
        ],
        Verdict.CHANGED,
    ),
    "a figure is confirmed": (
        ASKED,
        [report("a", WIRE + " A doctor at the clinic confirmed the toll.")],
        Verdict.AGREE,
    ),
    "an accusation is denied": (
        "Who caused the explosion in Lormont?",
        [
            report(
                "a",
                "The Health Ministry said the Miners' Union had caused the explosion in Lormont. "
                "The Miners' Union denied the allegation.",
            )
        ],
        Verdict.CONFLICT,
    ),
    "what was said at first is corrected": (
        "Was the mayor of Lormont killed in the explosion?",
        [
            report(
                "a",
                "Witnesses initially said the mayor of Lormont was killed in the explosion. "
                "The Lormont Fire Brigade said the mayor was not killed in the explosion.",
            )
        ],
        Verdict.CHANGED,
    ),
    "a sum is rejected": (
        "How much money did Ivo Dorn make with the mill in Lormont?",
        [
            report("a", "The Lormont Gazette said Ivo Dorn had made $72 million with the mill in Lormont."),
            report("b", "Ivo Dorn said he did not make $72 million with the mill in Lormont."),
        ],
        Verdict.CONFLICT,
    ),
    "a weak statement gives the same day": (
        "When was the mill in Lormont closed?",
        [
            report("a", "The Lormont Fire Brigade said the mill in Lormont was closed on 2 May."),
            report("b", "The mill in Lormont made paper. Its owner, Ivo Dorn, said all work ended on 2 May."),
        ],
        Verdict.AGREE,
    ),
    "a day that nothing ties to the deed is left out": (
        "When was the mill in Lormont closed?",
        [
            report("a", "The Lormont Fire Brigade said the mill in Lormont was closed on 2 May."),
            report("b", "Ivo Dorn, who owns the mill in Lormont, said on 6 May that he was sorry."),
        ],
        Verdict.SINGLE,
    ),
    "a town changes hands": (
        "Who controls the town of Lormont?",
        [
            report("a", "The Upland Front held the town of Lormont, the Lormont Fire Brigade said."),
            report("b", "The army held the town of Lormont, the mayor said.", date(2018, 5, 20)),
        ],
        Verdict.CHANGED,
    ),
    "another leads the party a month on": (
        "Who leads the Lormont party?",
        [
            report("a", "Pia Horn leads the Lormont party, the Lormont Fire Brigade said."),
            report("b", "Ida Lindt leads the Lormont party, the mayor said.", date(2018, 6, 20)),
        ],
        Verdict.CHANGED,
    ),
    "who robbed the bank is no other a month on": (
        "Who robbed the bank of Lormont?",
        [
            report("a", "Pia Horn robbed the bank of Lormont, the Lormont Fire Brigade said."),
            report("b", "Ida Lindt robbed the bank of Lormont, the mayor said.", date(2018, 6, 20)),
        ],
        Verdict.CONFLICT,
    ),
    "two claim a town on one day": (
        "Who controls the town of Lormont?",
        [
            report("a", "The Upland Front held the town of Lormont, the Lormont Fire Brigade said."),
            report("b", "The army held the town of Lormont, the mayor said."),
        ],
        Verdict.CONFLICT,
    ),
    "a report is a hoax by its name": (
        "Is the mayor of Lormont leaving for the moon?",
        [
            report("a", "The mayor of Lormont is leaving for the moon, the Lormont Gazette said."),
            report("b", "A hoax article claims that the mayor of Lormont is leaving for the moon."),
        ],
        Verdict.CONFLICT,
    ),
    "the wounded are not the dead": (
        ASKED,
        [report("a", "The Lormont Fire Brigade said nine people were wounded in the explosion in Lormont.")],
        Verdict.NONE,
    ),
    "another town is not this one": (
        "How many people were killed in the explosion in Tresques?",
        [report("a", WIRE)],
        Verdict.NONE,
    ),
}


@pytest.fixture(scope="module")
def asked(
    indexed: Callable[[Path, Iterable[Article]], Index], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Answer]:
    def ask(case: str) -> Answer:
        question, reports, _ = CASES[case]
        return Assistant(indexed(tmp_path_factory.mktemp("case") / "index", reports)).ask(question)

    return ask


@pytest.mark.parametrize("case", CASES)
def test_verdict(case: str, asked: Callable[[str], Answer]) -> None:
    assert asked(case).verdict is CASES[case][2]


def test_a_change_is_told_in_the_order_of_time(asked: Callable[[str], Answer]) -> None:
    answer = asked("the toll rose")
    assert [position.label for position in answer.positions] == ["four people", "nine people"]
    assert [conflict.relation for conflict in answer.conflicts] == [Relation.SUPERSEDED]


def test_a_repeated_source_is_cited_in_each_report(asked: Callable[[str], Answer]) -> None:
    answer = asked("two outlets carry the same source")
    assert sorted(citation.article.id for citation in answer.citations) == ["a", "b"]


def test_the_summary_names_the_sources_of_both_sides(asked: Callable[[str], Answer]) -> None:
    answer = asked("two bodies give two figures")
    assert answer.summary.startswith("Sources conflict.")
    assert "Lormont Fire Brigade: four people." in answer.summary
    assert "Health Ministry: nine people." in answer.summary
