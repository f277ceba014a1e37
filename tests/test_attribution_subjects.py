"""Whom a statement is from: the words that name a source beside its verb."""

import pytest

from corpus.attribution.extract import relations
from corpus.attribution.paragraph import Paragraph
from corpus.parsing import SpacyParser

PARSER = SpacyParser()

SOURCES = [
    ("Denk, who has led the council, said the dam was safe.", "Denk, who has led the council"),
    ("The aide, who said the dam was safe, resigned.", "who"),
    ("Even Denk said the dam was old.", "Denk"),
    ("LISSAU — Mayor Mara Denk said the dam was safe.", "Mayor Mara Denk"),
    ("Denk, in a letter, said the dam was safe.", "Denk"),
    ("Denk said Tuesday that the dam was safe.", "Denk"),
    ("The army and the ministry said the road was open.", "The army and the ministry"),
    ("The mayor resigned, saying the dam was unsafe.", "The mayor"),
    ("The company issued a statement saying the leak was small.", "The company"),
    ("The flood led many to believe that the dam had failed.", "many"),
    ("The mayor was quick to add that the dam was safe.", "The mayor"),
    ("The ministry was asked whether the road was open.", ""),
    ('"The dam will hold," added a senior engineer.', "a senior engineer"),
    ('"The dam, everyone agrees, will hold," Horn said.', "Horn"),
    (
        'In a letter to the Observer, her senior adviser, Piet Zand, said: "The clinic will close."',
        "her senior adviser, Piet Zand",
    ),
]


def sources(text: str) -> list[str]:
    """Return the words of each relation's source."""
    paragraph = Paragraph(next(PARSER.parse([text])), 0, text)
    return [paragraph.words(relation.source) for relation in relations([paragraph])]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_source(text: str, source: str) -> None:
    assert sources(text) == [source]


def test_asked_participles_have_no_source_of_their_own() -> None:
    assert sources("Asked whether she would resign, Denk said she had no such plan.") == ["", "Denk"]


def test_a_second_verb_of_speech_shares_the_subject_of_the_first() -> None:
    assert sources("She says the dam is safe but conceded that it needs repair.") == ["She", "She"]
