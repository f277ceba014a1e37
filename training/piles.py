"""Piles: invented reports with questions, and which of their sentences answer them.

`training/piles/README.md` describes the format.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.excerpt import Excerpt, excerpt
from corpus.analysis import Analyst
from corpus.article import Article
from corpus.errors import SaysWhoError
from corpus.statement import Span, Statement
from eval.span import half_overlaps

FOLDER = Path(__file__).with_name("piles")

HELD_OUT = FOLDER / "held-out"
"""Those that no model is trained on."""

SAYS = {"yes": 1.0, "no": 0.0, "open": 0.5}
"""What a position may say to a question of yes or no."""

_SENTENCE = re.compile(r"([a-z]\d+) (.+)")
_YES_OR_NO = "whether"
_WITH_ANOTHER = "~"
"""Marks a sentence that answers only together with the one before it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a pile: its verdict, and the keys of the sentences of each position.

    `says` holds what each position says to a question of yes or no, as in SAYS; it is empty for any other.
    """

    question: str
    kind: str
    verdict: str
    positions: tuple[frozenset[str], ...]
    says: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An excerpt that may answer, as the program reads it, and the keys of the sentences it stands in."""

    excerpt: Excerpt
    sentences: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pile:
    """Reports on one subject, where each of their sentences stands (article id, span), and what is asked."""

    id: str
    articles: tuple[Article, ...]
    places: dict[str, tuple[str, Span]]
    asked: tuple[Asked, ...]


def load_piles(folder: Path = FOLDER) -> list[Pile]:
    """Read every pile of a folder's text files, in order of their names.

    Raises SaysWhoError where a line is not of the format, with its file and the number of its pile.
    """
    return [pile for path in sorted(folder.glob("*.txt")) for pile in _piles(path)]


def told(piles: Sequence[Pile]) -> Iterator[tuple[Pile, list[Told]]]:
    """Yield each pile with what its statements tell, each text of a report once."""
    reports = Analyst().reports(article for pile in piles for article in pile.articles)
    for pile in piles:
        found: dict[tuple[str, str], Told] = {}
        for _, report in zip(pile.articles, reports, strict=False):
            for statement in report.statements:
                read = excerpt(report.article, statement)
                sentences = _sentences(pile, report.article.id, statement)
                same = found.get((report.article.id, read.text), Told(read, frozenset()))
                found[report.article.id, read.text] = Told(same.excerpt, same.sentences | sentences)
        yield pile, list(found.values())


def _sentences(pile: Pile, article: str, statement: Statement) -> frozenset[str]:
    return frozenset(
        key
        for key, (place, span) in pile.places.items()
        if place == article and half_overlaps(statement.spans.quote, span)
    )


def _piles(path: Path) -> Iterator[Pile]:
    blocks = re.split(r"^# .*$", path.read_text("utf-8"), flags=re.MULTILINE)[1:]
    for number, block in enumerate(blocks, start=1):
        try:
            yield _pile(f"{path.stem}-{number:02d}", block)
        except (ValueError, IndexError) as error:
            raise SaysWhoError(f"{path}, pile {number}: {error}") from error


def _pile(name: str, block: str) -> Pile:
    reports, _, questions = block.partition("\n? ")
    articles: list[Article] = []
    places: dict[str, tuple[str, Span]] = {}
    for part in re.split(r"^== ", reports, flags=re.MULTILINE)[1:]:
        head, *lines = part.splitlines()
        letter, outlet, day, title = map(str.strip, head.split("|", 3))
        text, spans = _text(lines)
        articles.append(Article(f"{name}-{letter}", title, text, outlet, published=date.fromisoformat(day)))
        places |= {key: (f"{name}-{letter}", span) for key, span in spans.items()}
    asked = [_asked(part, places) for part in f"\n{'? ' + questions}".split("\n? ")[1:]] if questions else []
    return Pile(name, tuple(articles), places, tuple(asked))


def _text(lines: Sequence[str]) -> tuple[str, dict[str, Span]]:
    """Return the text of a report, its paragraphs apart, and where each of its sentences stands."""
    text, gap = "", ""
    spans: dict[str, Span] = {}
    for line in filter(None, map(str.strip, lines)):
        found = _SENTENCE.fullmatch(line)
        if found is None:
            if line != "-":
                raise ValueError(f"line not understood: {line}")
            gap = "\n\n"
            continue
        text += gap
        spans[found[1]] = (len(text), len(text) + len(found[2]))
        text, gap = text + found[2], " "
    return text, spans


def _asked(part: str, places: dict[str, tuple[str, Span]]) -> Asked:
    head, *lines = part.strip().splitlines()
    kind, verdict, question = map(str.strip, head.split("|", 2))
    named = [line.rpartition(":")[2].replace(",", " ").split() for line in filter(None, lines)]
    positions = tuple(frozenset(key.rstrip(_WITH_ANOTHER) for key in keys) for keys in named)
    unknown = frozenset().union(*positions) - places.keys()
    if unknown:
        raise ValueError(f"no such sentence: {', '.join(sorted(unknown))}")
    labels = [line[2:].rpartition(":")[0] for line in filter(None, lines)] if kind == _YES_OR_NO else []
    says = [_said(label.split(" / ")[0].strip()) for label in labels]
    return Asked(question, kind, verdict, positions, tuple(says))


def _said(word: str) -> float:
    if word not in SAYS:
        raise ValueError(f"neither yes, no nor open: {word}")
    return SAYS[word]
