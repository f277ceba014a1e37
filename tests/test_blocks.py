"""Telling headline, dateline, captions and boilerplate from the body of a report."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article
from corpus.blocks import Block, blocks
from corpus.blocks.paragraphs import paragraphs
from corpus.readers.titles import first_title

TITLE = "Army says it has taken the river bridge"
LEAD = "The army said on Tuesday it had taken the bridge."
MORE = "Rebels denied the claim and said fighting went on."


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """Cut a text and return each block's kind and words."""
    article = Article("a", first_title(text) if title is None else title, text)
    return [(block.kind.value, text[block.start : block.end]) for block in blocks(article)]


def test_a_report_with_everything_around_it() -> None:
    text = (
        f"{TITLE}\n\n"
        "Soldiers stand on the bridge at Oldford on Nov 8, 2016. PHOTO: EPA\n"
        "Smoke over Oldford. PHOTO: EPA\n\n"
        f"OLDFORD (REUTERS) - {LEAD}\n\n{MORE}\n\n"
        "Join our Telegram channel for the latest news."
    )
    assert kinds(text) == [
        ("headline", TITLE),
        ("caption", "Soldiers stand on the bridge at Oldford on Nov 8, 2016. PHOTO: EPA"),
        ("caption", "Smoke over Oldford. PHOTO: EPA"),
        ("dateline", "OLDFORD (REUTERS) -"),
        ("body", LEAD),
        ("body", MORE),
        ("boilerplate", "Join our Telegram channel for the latest news."),
    ]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (f"{TITLE} ", [("headline", TITLE)]),
        (f"{TITLE}. ", [("headline", f"{TITLE}.")]),
        (f"Tue 08 Nov 2016 {TITLE}. ", [("dateline", "Tue 08 Nov 2016"), ("headline", f"{TITLE}.")]),
        (
            f"{TITLE} AFP Tuesday 8 Nov 2016 ",
            [("headline", TITLE), ("dateline", "AFP"), ("dateline", "Tuesday 8 Nov 2016")],
        ),
        (
            f"Posted on November 8 2016 by Jane Roe and Ann Poe {TITLE} ",
            [
                ("dateline", "Posted on November 8 2016"),
                ("boilerplate", "by Jane Roe and Ann Poe"),
                ("headline", TITLE),
            ],
        ),
        (
            f"November 8 2016 {TITLE}. Jane Roe Ann Poe. ",
            [
                ("dateline", "November 8 2016"),
                ("headline", f"{TITLE}."),
                ("boilerplate", "Jane Roe Ann Poe."),
            ],
        ),
        ("Date of publication 8 November 2016 ", [("dateline", "Date of publication 8 November 2016")]),
        ("08.11.2016(updated 1533 08.11.2016) ", [("dateline", "08.11.2016(updated 1533 08.11.2016)")]),
        (
            "Last updated at Nov 082016 OLDFORD ",
            [("dateline", "Last updated at Nov 082016"), ("dateline", "OLDFORD")],
        ),
    ],
)
def test_what_stands_before_the_body_of_text_on_one_line(
    before: str, expected: list[tuple[str, str]]
) -> None:
    body = f"{LEAD} {MORE}"
    assert kinds(before + body, TITLE) == [*expected, ("body", body)]


@pytest.mark.parametrize(
    "place",
    [
        "OLDFORD (Reuters) -",
        "OLDFORD, Norland, Nov 8 (AFP) —",
        "NEW OLDFORD, N.L. —",
        "Oldford (AFP) –",
        "Oldford, Norland, November 8, 2016 -",
        "OLDFORD, Dec. 8 (UPI) —",
    ],
)
def test_a_place_line_is_cut_from_the_lead(place: str) -> None:
    assert kinds(f"{TITLE}\n\n{place} {LEAD}\n\n{MORE}") == [
        ("headline", TITLE),
        ("dateline", place),
        ("body", LEAD),
        ("body", MORE),
    ]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (" - REUTERS", "- REUTERS"),
        ("--AFP", "--AFP"),
        (" (Agencies)", "(Agencies)"),
        (" (With AFP and Reuters)", "(With AFP and Reuters)"),
        (" (Source: The Herald's Desk)", "(Source: The Herald's Desk)"),
        (" Source Herald and agencies", "Source Herald and agencies"),
        (" Read Also", "Read Also"),
        (" Tags army bridge Norland", "Tags army bridge Norland"),
        (" Reporting by Jane Roe; Editing by Ann Poe", "Reporting by Jane Roe; Editing by Ann Poe"),
        (" JR/AP 12", "JR/AP 12"),
    ],
)
def test_what_stands_after_the_body_of_text_on_one_line(after: str, expected: str) -> None:
    assert kinds(f"{LEAD} {MORE}{after}", TITLE) == [
        ("body", f"{LEAD} {MORE}"),
        ("boilerplate", expected),
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Photo by Jane Roe: the bridge at dawn", "body"),  # no credit at its end, no label before it
        ("Photo: Jane Roe / The Herald", "caption"),
        ("The bridge at dawn. (Photo by Jane Roe/Getty Images)", "caption"),
        ("A soldier walks on the bridge [Getty]", "caption"),
        ("Reuters/Jane Roe", "caption"),
        ("Crews clear the bridge on Thursday. PHOTO: THE HERALD/J. ROE", "caption"),
        ("Soldiers inspect the bridge on Tuesday. (AFP)", "caption"),
        ("Read more: Rebels deny losing the bridge", "boilerplate"),
        ("READ ALSO", "boilerplate"),
        ("Sign up for our newsletter", "boilerplate"),
        ("Follow us on Twitter and Facebook", "boilerplate"),
        ("Copyright © 2016 The Herald", "boilerplate"),
        ("The Herald 2016. All rights reserved.", "boilerplate"),
        ("Related articles", "boilerplate"),
        ("Share this:", "boilerplate"),
        ("Tags: army, bridge", "boilerplate"),
        ("Click here to see the map", "boilerplate"),
        ("SEE ALSO: What the bridge means", "boilerplate"),
        ("We use cookies to improve this site.", "boilerplate"),
        ("By Jane Roe and Ann Poe", "boilerplate"),
        ("5:20 p.m.", "dateline"),
        ("November 8, 2016 10:30 GMT", "dateline"),
        ("## What the bridge means", "heading"),
        ("A Bridge Too Many", "heading"),
        ("Follow the money, the minister said.", "body"),
        ("Tags were found on the weapons, the army said.", "body"),
        ("Join us or leave, the rebels told villagers.", "body"),
        ("Related cases are before the courts, the judge said.", "body"),
        ("Share prices fell by a tenth after the news.", "body"),
        ("ROE: The council has no say in that.", "body"),
    ],
)
def test_a_line_within_the_report(line: str, kind: str) -> None:
    text = f"{TITLE}\n\n{LEAD}\n\n{line}\n\n{MORE} Nobody could reach the place to see for themselves."
    assert kinds(text)[2] == (kind, line)


def test_captions_videos_and_tags_inside_running_text() -> None:
    text = (
        f"{LEAD} Tags Army bridge Norland A bridge fell. "
        "Men walk past the bridge at Oldford on July 10 2016. (AFP) "
        f"{MORE} Battle rages at the bridge - YouTube The army (ANA) said no more."
    )
    assert kinds(text, TITLE) == [
        ("body", LEAD),
        ("boilerplate", "Tags Army bridge Norland"),
        ("body", "A bridge fell."),
        ("caption", "Men walk past the bridge at Oldford on July 10 2016. (AFP)"),
        ("body", MORE),
        ("caption", "Battle rages at the bridge - YouTube"),
        ("body", "The army (ANA) said no more."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Army takes the bridge at Oldford, officials say, after a week.",  # begins with the title
        "The army took the bridge on Monday. Rebels denied it.",
        "AFP reported that the bridge had fallen.",
        "UNICEF Director Ann Poe called it a crime. UNICEF asked for access.",
        "June 4 2016 was the day the bridge fell.",
        "The State News Agency (SANA) shows no pictures of it. It gave no reason.",
    ],
)
def test_sentences_that_only_look_like_something_else_stay_body(text: str) -> None:
    assert kinds(text, "Army takes the bridge at Oldford") == [("body", text)]


def test_a_title_made_from_the_first_sentence_takes_nothing_from_the_body() -> None:
    text = f"{LEAD} {MORE}"
    assert first_title(text) == LEAD
    assert kinds(text) == [("body", text)]


def test_a_title_with_the_name_of_its_site_is_still_found() -> None:
    assert kinds(f"{TITLE} {LEAD}", f"{TITLE} | The Herald") == [("headline", TITLE), ("body", LEAD)]


def test_the_headline_of_a_report_that_has_no_more_is_its_body() -> None:
    assert kinds(f"{TITLE} AFP Tuesday 8 Nov 2016", TITLE) == [
        ("body", TITLE),
        ("dateline", "AFP"),
        ("dateline", "Tuesday 8 Nov 2016"),
    ]


def test_hard_wrapped_lines_are_one_paragraph_and_other_lines_are_not() -> None:
    wrapped = (
        "The army said on Tuesday it had taken the bridge over the river, but rebels\n"
        "said the battle was not over and that their fighters still held both of its\n"
        "towers.\r\n"
    )
    lines = "The army took the bridge.\nRebels denied it.\n"
    text = f"{wrapped}\r\n{lines}"
    assert [text[start:end] for start, end in paragraphs(text)] == [
        wrapped.strip(),
        "The army took the bridge.",
        "Rebels denied it.",
    ]


def assert_partition(text: str, found: tuple[Block, ...]) -> None:
    """Every character that is not white space lies in exactly one block, in order, trimmed."""
    position = 0
    for block in found:
        assert position <= block.start < block.end
        assert text[position : block.start].strip() == ""
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        position = block.end
    assert text[position:].strip() == ""


_WORDS = (TITLE, LEAD, MORE, "OLDFORD (Reuters) - ", "Tags A b C ", "A man walks ", "By A B", "12 ")
_MARKS = ("Nov 8 2016 ", "(AFP) ", "[Getty]", " - YouTube ", "Read Also", "PHOTO: ", "Source AFP", "“")
_SPACES = ("\n", "\n\n", " ", "\t", "\x1c", "\u2028", ". ", "#", "\u200b", "e\u0301")
_PIECES = st.sampled_from(_WORDS + _MARKS + _SPACES)


@settings(max_examples=400, deadline=None)
@given(
    text=st.one_of(st.text(), st.lists(_PIECES, max_size=25).map("".join)),
    title=st.one_of(st.text(max_size=60), st.just(TITLE)),
)
def test_blocks_cover_any_text_once_and_in_order(text: str, title: str) -> None:
    assert_partition(text, blocks(Article("a", title, text)))


@pytest.mark.parametrize(
    "unit",
    [
        "A ",
        "A'",
        "(",
        "[AFP ",
        "a man walks (AFP) ",
        "Tags A b ",
        "Source A ",
        "\n",
        "Nov 8 2016 ",
        f"{TITLE} ",
    ],
)
def test_time_grows_with_the_length_of_the_text_and_no_faster(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    start = time.perf_counter()
    found = blocks(Article("a", TITLE, text))
    assert time.perf_counter() - start < 10  # a second on a free machine; a square would take hours
    assert_partition(text, found)
