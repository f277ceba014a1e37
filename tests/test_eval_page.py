"""The report page: beside each other what was expected and given, and nothing asked of elsewhere."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from assistant.answer import Verdict
from eval.plots import latency_curve, recall_curves
from eval.publishing import markdown, publish
from eval.record import Record
from eval.report import Report, build
from tests.eval_examples import (
    PROVENANCE,
    SHELF,
    answer,
    case,
    gold,
    outcome,
    passage,
    recorded,
    statement,
)

SITE = "http://chat.test"
HOSTILE = "</script></style><script>alert(1)</script><img src=http://evil.test/x.png onerror=alert(2)> | `x`"
BRIDGE = case(Verdict.CONFLICT, [gold("b", 0)], [gold("b", 1)], name="bridge")


def made(*, hostile: bool = False) -> Report:
    """Return the report of three cases: one wrong, one right, one that failed."""
    wrong = answer(Verdict.SINGLE, [statement("b", 0, "the army")], passages=[passage("b", 0)])
    right = answer(Verdict.SINGLE, [statement("h", 0, "the port")], passages=[passage("h", 0)])
    harbour = case(Verdict.SINGLE, [gold("h", 0)], name="harbour")
    outcomes = [
        outcome(BRIDGE, wrong, 40),
        outcome(harbour, right, 20),
        outcome(replace(BRIDGE, id="x"), None),
    ]
    records = recorded(outcomes)
    return build([_hostile(each) for each in records] if hostile else records, PROVENANCE)


def _hostile(record: Record) -> Record:
    expected = tuple(replace(each, source=HOSTILE, quote=HOSTILE, label=HOSTILE) for each in record.expected)
    answered = record.answer and {**record.answer, "summary": HOSTILE}
    return replace(record, question=HOSTILE, notes=HOSTILE, expected=expected, answer=answered)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path)
        yield chromium
        chromium.close()


def opened(browser: Browser, report: Report, folder: Path) -> tuple[Page, list[str]]:
    """Open the page of a report; return it with what went wrong: console lines, dialogs, foreign requests."""
    *_, path = publish(report, folder, SITE)
    page, problems = browser.new_page(), list[str]()
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("dialog", lambda dialog: problems.append(dialog.message))
    page.on("request", lambda request: problems.append(request.url))
    page.goto(path.as_uri())
    return page, [problem for problem in problems if problem != path.as_uri()]


@pytest.mark.slow
@pytest.mark.browser
def test_a_failed_case_stands_side_by_side_with_its_quotes_and_links(
    browser: Browser, tmp_path: Path
) -> None:
    page, problems = opened(browser, made(), tmp_path)
    wrong = page.locator("#case-bridge")
    expect(wrong.locator(".chip")).to_have_text(["expected conflict", "given single"])
    expect(wrong.locator(".side").first).to_contain_text(gold("b", 1).quote or "")
    expect(wrong.locator(".side").last.locator("blockquote")).to_have_text([gold("b", 0).quote or ""])
    expect(wrong.locator("figure.matched")).to_have_count(2)  # the army's, on either side
    link = wrong.get_by_role("link", name="report").nth(1)
    expect(link).to_have_attribute("href", f"{SITE}/report/b?cite=42-77#cited")
    expect(page.locator("#case-x")).to_contain_text("Broken: it broke")
    expect(page.locator("#case-harbour")).to_have_count(0)  # all was right
    assert page.locator("svg").count() > 5
    assert problems == []


@pytest.mark.slow
@pytest.mark.browser
def test_hostile_texts_are_shown_and_do_nothing(browser: Browser, tmp_path: Path) -> None:
    page, problems = opened(browser, made(hostile=True), tmp_path)
    expect(page.locator("#case-bridge summary strong")).to_have_text(HOSTILE)
    assert page.locator("script, img").count() == 0
    assert problems == []


def test_the_page_holds_no_address_but_the_links() -> None:
    from eval.page import html

    shown = html(made(), SITE)
    assert "@import" not in shown
    assert "src=" not in shown
    assert all(
        part.startswith(f'="{SITE}/report/') for part in shown.split("href")[1:] if "http" in part[:10]
    )


def test_the_comment_has_the_figures_and_the_wrong_cases_as_plain_text() -> None:
    comment = markdown(made(hostile=True))
    assert "| verdict_accuracy | .333 |" in comment
    assert "| always conflict | .667 |" in comment
    assert "<script>" not in comment
    assert "2 wrong verdicts" in comment


def test_curves_end_where_the_figures_do() -> None:
    grades = [record.grade for record in made().records]
    (line,) = recall_curves(grades)
    assert line.name == "in the answer"
    assert line.last == pytest.approx((0.5 + 1 + 0) / 3)
    latency = latency_curve(grades)
    assert latency is not None
    assert latency.points.endswith("440.0,0.0")
    assert latency_curve([]) is None


def test_what_the_index_does_not_hold_has_no_link() -> None:
    elsewhere = case(Verdict.SINGLE, [replace(gold("b", 0), article="lost")], name="lost")
    (record,) = recorded([outcome(elsewhere, None)])
    assert (record.expected[0].start, record.expected[0].quote) == (None, gold("b", 0).quote)
    assert SHELF.article("lost") is None
