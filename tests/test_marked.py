"""What the words marked as an answer give: a value of the kind asked for, or none."""

from datetime import date

import pytest

from assistant.candidate import Candidate
from assistant.evidence import Evidence
from assistant.gathering import answering
from assistant.multitask import PACKAGED_MODEL
from assistant.parsed import Parsed
from assistant.question import read_question
from assistant.values.agents import named_agent
from assistant.values.day import Day
from assistant.values.marked import Heard, marked, named
from corpus.analysis import Analyst
from corpus.article import Article
from corpus.parsing import SpacyParser
from index.hit import Hit

PARSER = SpacyParser()
PUBLISHED = date(2031, 5, 2)
HEARD = Heard(PUBLISHED, named_agent("Harbour Union"))


def label(question: str, sentence: str, words: str) -> str | None:
    doc = next(PARSER.parse([sentence]))
    start = sentence.index(words)
    span = doc.char_span(start, start + len(words))
    assert span is not None
    value = marked(read_question(question, PARSER), span, HEARD)
    return None if value is None else value.label


def answered(question: str, text: str) -> dict[str, str | None]:
    """Return what each source of a text answers, by the rules or by the words that are marked."""
    asked = read_question(question, PARSER)
    (report,) = Analyst(PARSER).reports([Article("a", "", text, outlet="Herald", published=PUBLISHED)])
    (passage,) = report.passages
    doc = next(PARSER.parse([passage.text]))
    found = [Candidate(each, report.article, Hit(passage, 1.0, 1), "") for each in report.statements]
    signs = Evidence(*[0.0] * 13)
    read = answering(
        asked, [(each, signs) for each in found], [Parsed(each, doc) for each in found], PACKAGED_MODEL
    )
    return {
        each.statement.source.name: None if one is None else one.value.label
        for each, one in zip(found, read, strict=True)
    }


@pytest.mark.parametrize(
    ("question", "sentence", "words", "expected"),
    [
        ("Who came out on top?", "The next mayor is Orla Venn.", "Orla Venn", "Orla Venn"),
        ("Who fired at the boat?", "It was not the army, he said.", "the army", "not the army"),
        ("Who will pay for it?", "In the end we will, she said.", "we", "Harbour Union"),
        ("Who beat Orla Venn?", "Orla Venn lost to nobody in particular.", "Orla Venn", None),
        ("Who holds Skarne?", "Skarne now answers to the rebels.", "the rebels", "the rebels"),
        ("Who holds Skarne?", "Its fall to the army would cut the road.", "the army", None),
        ("Who runs Arvo Bank?", "Its new head is not Ivo Rehl.", "Ivo Rehl", "not Ivo Rehl"),
        (
            "How many were sent home?",
            "Pupils stayed away, at least 40 of them.",
            "at least 40",
            "at least 40",
        ),
        (
            "What is the price of the hall?",
            "It comes to 6.2 million crowns.",
            "6.2 million crowns",
            "6.2 million crowns",
        ),
        ("How many people were killed?", "Nine people were wounded.", "Nine people", None),
        ("What is the price of the hall?", "It has 300 seats and a bar.", "300 seats", None),
        ("When do the furnaces go out?", "It all ends on 30 September.", "30 September", "30 September"),
        (
            "When do the furnaces go out?",
            "It all ends in the spring of 2033.",
            "the spring of 2033",
            "of 2033",
        ),
        ("When do the furnaces go out?", "It all ends with a party.", "with a party", None),
        ("Where were the hinges made?", "They are pressed in Dunmarrow.", "Dunmarrow", "Dunmarrow"),
        ("How old is the captain?", "Rehl turns 57 years old in June.", "57 years old", "57 years old"),
        ("What is the ship called?", "Everyone knows her as Alba.", "Alba", "Alba"),
        (
            "How much did he earn?",
            "He did not earn 20 million crowns.",
            "20 million crowns",
            None,
        ),
        (
            "What did Rehl offer for the mill?",
            "He would go to 6 million crowns.",
            "6 million crowns",
            "6 million crowns",
        ),
        ("What did Rehl offer for the mill?", "He would give his boat.", "his boat", None),
        ("Who fired at the boat?", "It was not the army but the rebels.", "the rebels", None),
        ("Who fired at the boat?", "It is false that the army fired.", "the army", "not the army"),
        (
            "Who arrested the mayor of Skarne?",
            "In the end Skarne police did it.",
            "Skarne police",
            "Skarne police",
        ),
        ("When do the works close?", "They will not go dark until 30 September.", "30 September", None),
        ("How much more pay is there?", "They get 7 percent over two years.", "7 percent", "7 percent"),
        ("How many observers came?", "The league had 140 monitors there.", "140 monitors", "140 monitors"),
        ("Who fired at the boat?", "It is not known whether the army fired.", "the army", None),
    ],
)
def test_marked_words_give_a_value_of_the_kind_asked_for(
    question: str, sentence: str, words: str, expected: str | None
) -> None:
    assert label(question, sentence, words) == expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        (
            "Where did the ferry go down?",
            "The coastguard said the ship was lost near Skarne, while the owner said she sank off Emmerin.",
            {"coastguard": "near Skarne", "owner": "off Emmerin"},
        ),
        (
            "How many farmers marched?",
            "About 2,000 farmers marched on Monday, police said; the organisers spoke of 9,000.",
            {"police": "About 2,000 farmers", "organisers": "9,000"},
        ),
        (
            "Who fired at the boat?",
            "The ministry denied that the army had a hand in it.",
            {"ministry": "not the army"},
        ),
    ],
)
def test_nobody_is_given_the_words_of_another(question: str, text: str, expected: dict[str, str]) -> None:
    told = {name: value for name, value in answered(question, text).items() if value is not None}
    assert told == expected


def test_a_question_longer_than_is_read_is_no_error() -> None:
    assert answered("Who is the " + "x1z9q " * 300 + "captain?", "Rehl is the captain, Ida Horn said.")


def test_a_day_to_come_is_read_as_the_sentence_has_it() -> None:
    doc = next(PARSER.parse(["Production will cease on November 30 and the works be sold."]))
    value = marked(read_question("When does production end?", PARSER), doc[4:6], HEARD)
    assert isinstance(value, Day)
    assert value.day == date(2031, 11, 30)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who won the race?", "Orla Venn"),
        ("Who holds Skarne?", "Orla Venn"),
        ("How many came?", None),
    ],
)
def test_a_name_that_a_word_stands_for_may_answer(question: str, expected: str | None) -> None:
    value = named(read_question(question, PARSER), "Orla Venn")
    assert (value and value.label) == expected
