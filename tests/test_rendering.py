"""How an answer is shown, on an invented quarrel over an invented bridge, and on hostile text."""

import json
from datetime import date

import pytest
from markdown_it import MarkdownIt

from assistant.answer import Answer, Cause, Citation, Conflict, Position, Relation, Verdict
from assistant.rendering import as_json, as_markdown, as_text
from assistant.rendering.escaping import markdown, plain
from corpus.article import Article
from corpus.passage import Passage
from corpus.source import Source, SourceKind
from corpus.statement import Form, Span, Spans, Stance, Statement
from index.hit import Hit

TEXT = 'The bridge is ours, the army said. "The bridge never fell," Ines Varga, of the dockers, said.'
ARMY_QUOTE, VARGA_QUOTE = TEXT[:34], TEXT[35:]
ARTICLE = Article("a1", "A bridge in dispute", TEXT, outlet="The Quay", published=date(2031, 5, 2))


def _statement(number: int, source: Source, stance: Stance, span: Span) -> Statement:
    content = TEXT[slice(*span)]
    spans = Spans(quote=span, content=(span,))
    return Statement(f"a1#p0s{number}", "a1#p0", source, content, Form.DIRECT, stance, spans)


ARMY = _statement(0, Source("the army", SourceKind.ORGANISATION), Stance.ASSERTS, (0, 34))
VARGA = Statement(
    "a1#p0s1",
    "a1#p0",
    Source("Ines Varga", SourceKind.PERSON, "spokeswoman", "the dockers", ("Varga",)),
    "The bridge never fell",
    Form.DIRECT,
    Stance.DENIES,
    Spans(quote=(35, len(TEXT)), content=((36, 57),)),
    cue="said",
    via=("Radio Quay",),
    said_on=date(2031, 5, 1),
    confidence=0.75,
)
PASSAGE = Hit(Passage("a1#p0", "a1", 0, 0, len(TEXT), TEXT), 0.5, 1)
ANSWER = Answer(
    "Who holds the bridge?",
    Verdict.CONFLICT,
    "Ines Varga denies what the army says.",
    (
        Position("The army holds it", (Citation(1, ARMY, ARTICLE, ARMY_QUOTE, 0, 34),)),
        Position("It never fell", (Citation(2, VARGA, ARTICLE, VARGA_QUOTE, 35, len(TEXT)),)),
    ),
    (Conflict((0, 1), Relation.CONTRADICTS, Cause.DENIAL, "Ines Varga denies it."),),
    (PASSAGE,),
    {"retrieve": 2.0, "total": 5.5},
)
UNANSWERED = Answer("Why?", Verdict.NONE, "The reports do not say.", passages=(PASSAGE,) * 5)


def _link(citation: Citation) -> str:
    return f"/reports/{citation.article.id}?at={citation.start}&to={citation.end}"


def test_json_holds_the_contract() -> None:
    shown = json.loads(json.dumps(as_json(ANSWER)))
    assert shown["question"] == "Who holds the bridge?"
    assert shown["verdict"] == "conflict"
    assert [position["label"] for position in shown["positions"]] == ["The army holds it", "It never fell"]
    assert shown["positions"][1]["statements"] == [
        {
            "marker": 2,
            "source": {
                "name": "Ines Varga",
                "kind": "person",
                "role": "spokeswoman",
                "organisation": "the dockers",
                "aliases": ["Varga"],
            },
            "stance": "denies",
            "form": "direct",
            "via": ["Radio Quay"],
            "cue": "said",
            "content": "The bridge never fell",
            "quote": VARGA_QUOTE,
            "start": 35,
            "end": len(TEXT),
            "said_on": "2031-05-01",
            "confidence": 0.75,
            "article": {
                "id": "a1",
                "title": "A bridge in dispute",
                "outlet": "The Quay",
                "url": None,
                "published": "2031-05-02",
            },
            "passage_id": "a1#p0",
        }
    ]
    assert shown["conflicts"] == [
        {"positions": [0, 1], "relation": "contradicts", "cause": "denial", "why": "Ines Varga denies it."}
    ]
    assert shown["passages"] == [{"id": "a1#p0", "article_id": "a1", "score": 0.5, "text": TEXT}]
    assert shown["timing_ms"] == {"total": 5.5, "retrieve": 2.0}


def test_json_totals_the_stages_when_no_total_was_measured() -> None:
    answer = Answer("q", Verdict.NONE, "s", timing={"retrieve": 2.0, "compare": 1.5})
    assert as_json(answer)["timing_ms"] == {"total": 3.5, "retrieve": 2.0, "compare": 1.5}


def test_text_reads_as_an_answer() -> None:
    assert as_text(ANSWER).splitlines() == [
        "Sources conflict",
        "Ines Varga denies what the army says.",
        "",
        "1. The army holds it",
        "   [1] the army, says:",
        "       “The bridge is ours, the army said.”",
        "       The Quay, A bridge in dispute, 2 May 2031",
        "",
        "2. It never fell",
        "   [2] Ines Varga, spokeswoman, the dockers, denies (1 May 2031):",
        '       “"The bridge never fell," Ines Varga, of the dockers, said.”',
        "       via Radio Quay, The Quay, A bridge in dispute, 2 May 2031",
        "",
        "Where they differ",
        "   1 and 2 (denial, contradicts): Ines Varga denies it.",
    ]


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.CONFLICT, "Sources conflict"),
        (Verdict.AGREE, "Sources agree"),
        (Verdict.CHANGED, "Changed over time"),
        (Verdict.SINGLE, "One source"),
        (Verdict.NONE, "Not in these reports"),
    ],
)
def test_every_verdict_has_its_words(verdict: Verdict, words: str) -> None:
    answer = Answer("q", verdict, "A summary.")
    assert as_text(answer) == f"{words}\nA summary."
    assert as_markdown(answer, _link) == f"**{words}**\n\nA summary&#46;"


def test_without_an_answer_the_three_nearest_passages_are_shown() -> None:
    lines = as_text(UNANSWERED).splitlines()
    assert lines[3:] == ["Nearest passages"] + [f"   “{TEXT}”", "       a1"] * 3
    assert as_markdown(UNANSWERED, _link).count(markdown(TEXT)) == 3


def test_markdown_reads_as_the_same_answer() -> None:
    shown = _words(as_markdown(ANSWER, _link))
    assert "[2] Ines Varga, spokeswoman, the dockers, denies (1 May 2031):" in shown
    assert f"“{VARGA_QUOTE}”" in shown
    assert "1 and 2 (denial, contradicts): Ines Varga denies it." in shown


def test_markdown_links_each_citation_to_its_place() -> None:
    assert _targets(as_markdown(ANSWER, _link)) == [
        "/reports/a1?at=0&to=34",
        f"/reports/a1?at=35&to={len(TEXT)}",
    ]


def test_a_link_cannot_be_broken_out_of() -> None:
    shown = as_markdown(ANSWER, lambda _: '/r/a b>)\n"<img src=x>&copy=1')
    assert _targets(shown)[0] == "/r/a%20b%3E)%0A%22%3Cimg%20src=x%3E&copy=1"
    assert _kinds(shown).isdisjoint({"image", "html_block", "html_inline"})


HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "![spy](http://evil.example/pixel.png)",
    "[click](javascript:alert(1))",
    "<http://evil.example> http://evil.example www.evil.example a@evil.example",
    "line one\n\n# heading\n\n- item\n\n```\ncode\n```",
    "line one\r\n| a | b |\r\n|---|---|\r\n| c | d |",
    "    indented code",
    "> quoted\n> text",
    "**bold** __bold__ *it* `code` ~~gone~~ $$x^2$$ \\[y\\]",
    "\\](http://evil.example) \\<b\\>",
    "&lt;b&gt; &#60;b&#62;",
    "[1]: http://evil.example\n[1]",
    "1. one\n2) two\n***\n===\n---",
]


def _hostile(text: str, verdict: Verdict) -> Answer:
    source = Source(text, SourceKind.PERSON, text, f"{text}!", (text,))
    statement = Statement(
        "a#p0s0",
        "a#p0",
        source,
        text,
        Form.DIRECT,
        Stance.ASSERTS,
        Spans((0, len(text)), ((0, len(text)),)),
        via=(text,),
    )
    article = Article("a", text, text, outlet=text, url=text)
    position = Position(text, (Citation(1, statement, article, text, 0, len(text)),))
    conflict = Conflict((0, 0), Relation.PARTLY, Cause.OTHER, text)
    hit = Hit(Passage("a#p0", "a", 0, 0, len(text), text), 0.1, 1)
    return Answer(text, verdict, text, (position,), (conflict,), (hit,))


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_of_hostile_text_only_shows_it(text: str) -> None:
    shown = as_markdown(_hostile(text, Verdict.NONE), _link)
    tame = as_markdown(_hostile("tame", Verdict.NONE), _link)
    assert _kinds(shown) == _kinds(tame)
    assert _targets(shown) == [f"/reports/a?at=0&to={len(text)}"]
    assert f"“{plain(text)}”" in _words(shown)


@pytest.mark.parametrize(
    "character", ["\u202e", "\u202a", "\u2066", "\u2069", "\x1b", "\x00", "\x9b", "\ud800"]
)
def test_control_characters_are_shown_not_obeyed(character: str) -> None:
    answer = _hostile(f"left{character}[31mright", Verdict.CONFLICT)
    for shown in (as_text(answer), as_markdown(answer, _link)):
        assert character not in shown
        assert "left\ufffd" in shown
        shown.encode()


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\n\n", "\u2028", "\x85", "\t", "\x0b"])
def test_a_quote_stays_on_its_line(gap: str) -> None:
    assert plain(f"one{gap}two") == "one two"


def _tokens(text: str) -> list[tuple[str, str, str]]:
    """Return type, content and link target of each token a GitHub-like parser sees."""
    blocks = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    parts = [part for block in blocks for part in (block, *(block.children or ()))]
    return [(part.type, part.content, str(part.attrs.get("href", ""))) for part in parts]


def _kinds(text: str) -> set[str]:
    return {kind for kind, _, _ in _tokens(text)}


def _targets(text: str) -> list[str]:
    return [target for kind, _, target in _tokens(text) if kind == "link_open"]


def _words(text: str) -> str:
    return "".join(content for kind, content, _ in _tokens(text) if kind in {"text", "text_special"})
