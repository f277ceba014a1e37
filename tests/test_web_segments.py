"""A report's text is shown whole, in order, with who says what and the cited words marked."""

from dataclasses import replace

from corpus.passage import Passage
from corpus.source import Source, SourceKind
from corpus.statement import Form, Span, Spans, Stance, Statement
from web.segments import Paragraph, paragraphs, said_by

TEXT = """KESTEL (Dawn Post) - The dam holds.

"The dam is safe," said Ida Rune, an engineer. Her crew left.

Photo: the dam on Monday"""


def span(words: str) -> Span:
    start = TEXT.index(words)
    return start, start + len(words)


def passage(order: int, words: str) -> Passage:
    return Passage(f"dam#p{order}", "dam", order, *span(words), words)


def statement(words: str, form: Form = Form.DIRECT, stance: Stance = Stance.ASSERTS) -> Statement:
    source = Source("Ida Rune", SourceKind.PERSON, role="an engineer")
    return Statement("dam#p1s0", "dam#p1", source, words, form, stance, Spans(span(words), (span(words),)))


PASSAGES = (
    passage(0, "The dam holds."),
    passage(1, '"The dam is safe," said Ida Rune, an engineer. Her crew left.'),
)


def shown(paragraph: Paragraph) -> str:
    return "".join(part.text for run in paragraph.runs for part in run.parts)


def test_every_word_is_shown_once_and_only_passages_can_be_linked_to() -> None:
    cut = list(paragraphs(TEXT, PASSAGES, (statement("The dam is safe"),), span("dam is")))
    assert [(paragraph.anchor, shown(paragraph)) for paragraph in cut] == [
        (None, "KESTEL (Dawn Post) -"),
        ("p0", "The dam holds."),
        ("p1", '"The dam is safe," said Ida Rune, an engineer. Her crew left.'),
        (None, "Photo: the dam on Monday"),
    ]


def test_the_words_of_a_source_are_marked_with_its_name() -> None:
    quoted = list(paragraphs(TEXT, PASSAGES, (statement("The dam is safe"),), None))[2]
    assert [(part.text, part.said_by) for part in quoted.runs[0].parts] == [
        ('"', ""),
        ("The dam is safe", "Ida Rune, an engineer, says"),
        ('," said Ida Rune, an engineer. Her crew left.', ""),
    ]
    assert quoted.said_by == ("Ida Rune, an engineer, says",)


def test_narration_is_nobodys_words() -> None:
    told = list(paragraphs(TEXT, PASSAGES, (statement("Her crew left", Form.NARRATION),), None))[2]
    assert told.said_by == ()


def test_a_citation_across_paragraphs_is_marked_in_each_and_begins_once() -> None:
    cited = (span("dam holds")[0], span('"The dam is safe')[1])
    runs = [
        run for paragraph in paragraphs(TEXT, PASSAGES, (), cited) for run in paragraph.runs if run.is_cited
    ]
    assert [(run.parts[0].text, run.is_first) for run in runs] == [
        ("dam holds.", True),
        ('"The dam is safe', False),
    ]


def test_without_a_citation_nothing_is_marked() -> None:
    assert not [run for part in paragraphs(TEXT, PASSAGES, (), None) for run in part.runs if run.is_cited]


def test_a_relayed_denial_names_the_relay() -> None:
    denial = statement("The dam is safe", stance=Stance.DENIES)
    relayed = replace(denial, via=("Dawn Post", "Radio Kestel"))
    assert said_by(relayed) == "Ida Rune, an engineer, denies, via Dawn Post, Radio Kestel"
