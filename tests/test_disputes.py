"""Where a source and others say the contrary of each other, with nobody asking."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest

from assistant.disputes import disputes
from corpus.article import Article
from corpus.parsing import SpacyParser
from index.index import Index
from index.quotations import quotations
from index.sources import quoted_sources

pytestmark = pytest.mark.slow

DAY = date(2031, 5, 2)
SAID = "The mayor has sold the harbour of Kestel, Ida Rune said."
DENIED = "Tom Lind denied that the mayor had sold the harbour of Kestel."
NEGATED = "Una Voss said the mayor has not sold the harbour of Kestel."
DENIED_TOO = "Una Voss denied that the mayor has sold the harbour of Kestel."
RETOLD = "Tom Lind denied that the mayor had sold the harbour of Kestel to friends of Ida Rune."
LIKEWISE = "Una Voss said the mayor has sold the harbour of Kestel."
ELSEWHERE = "Tom Lind denied that the mayor had closed the schools of Arn."
BLAME, REJECTION = "The mayor took bribes, Ida Rune said.", "Tom Lind rejected the allegation."


def disputed(index: Index, name: str) -> list[tuple[str, str]]:
    """Return the quotes of a source's disputes, each its own and the other's."""
    source = next(each for each in quoted_sources(index.database, index.aliases) if each.name == name)
    quoted = quotations(index.database, source, index.aliases)
    found = disputes(index, SpacyParser(), quoted)
    for each in found:
        for side in (each.own, each.other):
            start, end = side.statement.spans.quote
            assert side.quote == side.article.text[start:end]
    return [(each.own.quote, each.other.quote) for each in found]


@pytest.mark.parametrize(
    ("texts", "name", "found"),
    [
        pytest.param((SAID, DENIED), "Ida Rune", [(SAID, DENIED)], id="what another denies"),
        pytest.param((SAID, DENIED), "Tom Lind", [(DENIED, SAID)], id="a denial of what another says"),
        pytest.param((SAID, NEGATED), "Ida Rune", [(SAID, NEGATED)], id="a negation"),
        pytest.param((SAID, LIKEWISE), "Ida Rune", [], id="the same"),
        pytest.param((RETOLD, SAID), "Tom Lind", [], id="a denial that names the other"),
        pytest.param((DENIED, DENIED_TOO), "Tom Lind", [], id="two denials"),
        pytest.param((SAID, ELSEWHERE), "Ida Rune", [], id="a denial of something else"),
        pytest.param((f"{BLAME} {REJECTION}",), "Tom Lind", [(REJECTION, BLAME)], id="points back"),
    ],
)
def test_disputes_are_found_from_either_side(
    indexed: Callable[[Path, Iterable[Article]], Index],
    tmp_path: Path,
    texts: tuple[str, ...],
    name: str,
    found: list[tuple[str, str]],
) -> None:
    articles = [Article(f"a{place}", "", text, published=DAY) for place, text in enumerate(texts)]
    assert disputed(indexed(tmp_path / "index", articles), name) == found


@pytest.mark.parametrize(
    ("early", "late", "days"),
    [
        pytest.param(SAID, DENIED, 30, id="another month, another matter"),
        pytest.param(DENIED, SAID, 4, id="nothing is denied before it is said"),
    ],
)
def test_days_that_part_two_reports(
    indexed: Callable[[Path, Iterable[Article]], Index], tmp_path: Path, early: str, late: str, days: int
) -> None:
    articles = [
        Article("early", "", early, published=DAY),
        Article("late", "", late, published=DAY + timedelta(days)),
    ]
    assert disputed(indexed(tmp_path / "index", articles), "Tom Lind") == []


def test_the_sample_government_is_contradicted_by_officials(sample_index: Index) -> None:
    found = disputed(sample_index, "government of Verlania")
    assert len(found) == 2
    assert all("denied on Monday that its transport minister, Ilse Varnholt, had" in own for own, _ in found)
    assert all("officials" in other for _, other in found)


def test_a_source_whom_nobody_contradicts_has_none(sample_index: Index) -> None:
    assert disputed(sample_index, "Beatriz Oman") == []
