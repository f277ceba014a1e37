"""The excerpt: what the models read of a statement."""

from datetime import date

import pytest

from assistant.excerpt import Excerpt, excerpt
from corpus.analysis import Analyst
from corpus.article import Article
from corpus.parsing import SpacyParser

PARSER = SpacyParser()


def excerpts(text: str) -> list[Excerpt]:
    article = Article("a", "Ferry sinks", text, outlet="Herald", published=date(2031, 5, 2))
    (report,) = Analyst(PARSER).reports([article])
    return [excerpt(article, statement) for statement in report.statements]


def test_a_statement_is_read_after_the_headline_and_what_stands_before() -> None:
    first, second = excerpts("The Alba sank on Monday. Four people drowned, the coastguard said.")
    assert first == Excerpt("The Alba sank on Monday.", ((0, 24),), "Ferry sinks", "")
    assert second.text == "Four people drowned, the coastguard said."
    assert [second.text[start:end] for start, end in second.spans] == ["Four people drowned"]
    assert (second.headline, second.before) == ("Ferry sinks", "The Alba sank on Monday.")


def test_the_names_that_words_stand_for_follow_and_may_answer() -> None:
    text = "Rebels took Emmerin on Monday. The army will retake the village, a general said."
    (_, told) = excerpts(text)
    assert told.text.endswith("a general said. Emmerin")
    assert [told.text[start:end] for start, end in told.spans][-1] == "Emmerin"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (f"{'It rained. ' * 30}", "It rained. " * 18 + "It rained."),
        (f"It rained {'and rained ' * 30}all day. ", None),
    ],
)
def test_what_stands_before_is_whole_sentences_or_the_end_of_one(before: str, expected: str | None) -> None:
    told = excerpts(f"{before}Four people drowned, the coastguard said.")[-1]
    assert told.text == "Four people drowned, the coastguard said."
    assert len(told.before) <= 220
    assert told.before == expected if expected else told.before.startswith(("and ", "rained "))


def test_what_stands_before_gives_way_to_a_long_statement() -> None:
    told = f"Four people drowned {'and four more people drowned ' * 12}off Skarne, the coastguard said."
    short, long = excerpts(f"It rained. {told}")[-1], excerpts(f"{'It rained. ' * 20}{told} {told}")[-1]
    assert short.before == "It rained."
    assert len(long.text) + len(long.before) <= 500


def test_no_headline_crowds_a_statement_out() -> None:
    article = Article("a", "Ferry sinks " * 200, "Four people drowned, the coastguard said.")
    (report,) = Analyst(PARSER).reports([article])
    assert len(excerpt(article, report.statements[0]).headline) == 200
