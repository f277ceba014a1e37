"""The case the product began with: one newspaper report, which is not part of the project.

The report is looked for in the folder that SAYSWHO_DATA names, else beside the checkout.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from assistant.answer import Answer, Verdict
from assistant.assistant import Assistant
from corpus.article import Article
from corpus.reading import read
from index.index import Index

DATA = Path(os.environ.get("SAYSWHO_DATA", Path(__file__).parents[2] / "shared" / "data"))
SEED = DATA / "seed"

pytestmark = pytest.mark.skipif(
    not SEED.is_dir(), reason="the seed report is not at hand: name its folder in SAYSWHO_DATA"
)


@pytest.fixture(scope="module")
def seed(
    indexed: Callable[[Path, Iterable[Article]], Index], tmp_path_factory: pytest.TempPathFactory
) -> Index:
    articles = [item for item in read([SEED], 100_000) if isinstance(item, Article)]
    return indexed(tmp_path_factory.mktemp("seed") / "index", articles)


def sources(answer: Answer) -> list[set[str]]:
    """Return the names of each position's sources."""
    return [{c.statement.source.name for c in position.citations} for position in answer.positions]


def test_who_controls_minian(seed: Index) -> None:
    answer = Assistant(seed).ask("Who controls Minian?")
    assert answer.verdict is Verdict.CONFLICT
    assert sources(answer) == [
        {"Syrian Observatory for Human Rights", "Syrian state media"},
        {"Zakaria Malahifji"},
    ]
    denial = answer.positions[1].citations[0].statement
    assert denial.stance == "denies"
    role = (denial.source.role or "").split()
    assert role[0] == "head"
    assert {"political", "office", "rebel", "group"} <= set(role)
    assert "Fastaqim" in (denial.source.organisation or "")
    assert "Malahifji" in denial.source.aliases
    assert all(c.quote == c.article.text[c.start : c.end] for c in answer.citations)


def test_the_source_of_a_relayed_statement_is_named_with_its_relay(seed: Index) -> None:
    answer = Assistant(seed).ask("Is Russia about to resume air strikes around Aleppo?")
    first = answer.citations[0].statement
    assert first.source.name.endswith("source in the Russian Defence Ministry")
    assert first.source.organisation == "Russian Defence Ministry"
    assert first.via == ("Interfax",)


@pytest.mark.parametrize("question", ["What is the capital of France?", "Who controls Raqqa?"])
def test_what_the_report_does_not_answer(seed: Index, question: str) -> None:
    answer = Assistant(seed).ask(question)
    assert answer.verdict is Verdict.NONE
    assert answer.positions == ()
    assert answer.passages
