"""Who says what by a verb: each construction on sentences of our own."""

from collections.abc import Sequence

import pytest
from spacy.tokens import Token

from corpus.attribution.extract import relations
from corpus.attribution.paragraph import Paragraph
from corpus.parsing import SpacyParser
from corpus.statement import Stance

PARSER = SpacyParser()
Row = tuple[str, str, str, str]

CLAUSE: list[Row] = [
    ("The ministry said that the bridge was open.", "The ministry", "said", "that the bridge was open"),
    ("The bridge was open, the ministry said.", "the ministry", "said", "The bridge was open"),
    (
        "Police denied that any of the protesters had been hurt.",
        "Police",
        "denied",
        "that any of the protesters had been hurt",
    ),
    ("Rebels say bridge destroyed in night raid", "Rebels", "say", "bridge destroyed in night raid"),
    (
        "The rebels did not say whether the road was open.",
        "The rebels",
        "did not say",
        "whether the road was open",
    ),
]
PARENTHESIS: list[Row] = [
    (
        "Two boats, the harbour master says, never came back.",
        "the harbour master",
        "says",
        "Two boats … never came back.",
    ),
    ("The dam, said Horn, was never safe.", "Horn", "said", "The dam, … was never safe."),
]
ASIDE: list[Row] = [
    (
        "As the report notes, the dam was never inspected.",
        "the report",
        "notes",
        ", the dam was never inspected.",
    ),
    ('As Horn put it, "the clinic is lost for good."', "Horn", "put", ', "the clinic is lost for good."'),
]
QUOTED: list[Row] = [
    (
        '"We will rebuild the school," said Mara Denk, the mayor of Lissau.',
        "Mara Denk, the mayor of Lissau",
        "said",
        '"We will rebuild the school,"',
    ),
    (
        'Mara Denk told reporters: "The school will be rebuilt by spring."',
        "Mara Denk",
        "told",
        '"The school will be rebuilt by spring."',
    ),
    ('"Nobody asked us," Denk went on.', "Denk", "went on", '"Nobody asked us,"'),
    ('Denk said, "Probably."', "Denk", "said", '"Probably."'),
]
TRAILING: list[Row] = [
    (
        "The road was cut off at dawn a monitor said",
        "a monitor",
        "said",
        "The road was cut off at dawn",
    ),
    (
        "The airport was hit overnight Colonel Ahmed Karim told reporters",
        "Colonel Ahmed Karim",
        "told",
        "The airport was hit overnight",
    ),
]
INVERTED: list[Row] = [
    ("The road was hit on Monday says a monitor.", "a monitor", "says", "The road was hit on Monday"),
    ("The attack was a crime added the ministry", "the ministry", "added", "The attack was a crime"),
]
COMPLEMENTS: list[Row] = [
    ("The governor vowed to rebuild the dam.", "The governor", "vowed", "to rebuild the dam"),
    ("The union called the offer an insult.", "The union", "called", "the offer an insult"),
    ('He called the plan "very dangerous" on Monday.', "He", "called", 'the plan "very dangerous"'),
    (
        "Residents described the flood as the worst in memory.",
        "Residents",
        "described",
        "the flood as the worst in memory",
    ),
    ("The company denied the allegations.", "The company", "denied", "the allegations"),
    ("Denk accused the company of hiding the leak.", "Denk", "accused", "the company of hiding the leak"),
    ("The senator called for an inquiry.", "The senator", "called", "for an inquiry"),
    (
        "The engineer is accused of falsifying reports.",
        "",
        "is accused",
        "The engineer … of falsifying reports",
    ),
]
QUOTING: list[Row] = [
    (
        "The newspaper quoted a spokesman as saying the town had been retaken.",
        "a spokesman",
        "quoted … as saying",
        "the town had been retaken",
    ),
    (
        "The official was quoted by the agency as saying that talks had failed.",
        "The official",
        "was quoted … as saying",
        "that talks had failed",
    ),
]


def _pieces(paragraph: Paragraph, words: Sequence[Token]) -> str:
    return " … ".join(paragraph.original[start:end] for start, end in paragraph.spans(words))


def parts(text: str) -> list[tuple[str, ...]]:
    """Return source, cue and content of each relation of a paragraph, gaps as an ellipsis."""
    paragraph = Paragraph(next(PARSER.parse([text])), 0, text)
    return [
        tuple(_pieces(paragraph, words) for words in (r.source, r.cue, r.content))
        for r in relations([paragraph])
    ]


@pytest.mark.parametrize(
    "row", CLAUSE + PARENTHESIS + ASIDE + QUOTED + TRAILING + INVERTED + COMPLEMENTS + QUOTING
)
def test_a_sentence_gives_one_statement(row: Row) -> None:
    text, *expected = row
    assert parts(text) == [tuple(expected)]


SILENT = [
    "I think the dam is safe.",
    "You say the dam is safe.",
    "The company added two boats.",
    "The attack claimed the lives of two persons.",
    "People will believe anything he says.",
    "The dam, which was built in 1962, is safe.",
    "The statement conflicted with what Denk told the council.",
]


@pytest.mark.parametrize("text", SILENT)
def test_a_sentence_without_a_speaker_gives_none(text: str) -> None:
    assert parts(text) == []


STANCES = [
    ("The company denied that the dam was unsafe.", Stance.DENIES),
    ("The company confirmed that the dam was unsafe.", Stance.CONFIRMS),
    ("The company did not confirm that the dam was unsafe.", Stance.UNVERIFIED),
    ("The company said that the dam was unsafe.", Stance.ASSERTS),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_the_verb_gives_the_stance(text: str, stance: Stance) -> None:
    paragraph = Paragraph(next(PARSER.parse([text])), 0, text)
    assert [relation.stance for relation in relations([paragraph])] == [stance]


def test_two_opposed_speakers_of_one_sentence_keep_to_their_own_words() -> None:
    assert parts("The dam was safe, the company said, but the union said it had cracks.") == [
        ("the company", "said", "The dam was safe"),
        ("the union", "said", "it had cracks"),
    ]


def test_a_denial_beside_a_claim() -> None:
    assert parts("The rebels denied that they had left, but the army said they had gone.") == [
        ("The rebels", "denied", "that they had left"),
        ("the army", "said", "they had gone"),
    ]
