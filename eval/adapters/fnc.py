"""The Fake News Challenge's form: a folder with train_bodies.csv and train_stances.csv.

A headline stands to a body as `agree`, `disagree`, `discuss` or `unrelated`.
"""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from assistant.answer import Verdict
from corpus.errors import SaysWhoError
from corpus.statement import Stance
from eval.adapters.files import read_table
from eval.casebook import Casebook
from eval.cases import Case, GoldPosition, GoldStatement
from eval.collection import Collection, Document

_SIDES = {"agree": Stance.ASSERTS, "disagree": Stance.DENIES}

_Bodies = Mapping[str, str]
_Stances = Mapping[str, Mapping[str, str]]


def collection(path: Path) -> Collection:
    """Read a folder for headline retrieval: a body is relevant that is about the headline.

    Raises SaysWhoError when a file is missing or of another form.
    """
    bodies, stances = _read(path)
    return Collection(
        tuple(Document(name, text) for name, text in bodies.items()),
        {headline: headline for headline in stances},
        {
            headline: {body: 1 for body, stance in held.items() if stance != "unrelated"}
            for headline, held in stances.items()
        },
    )


def casebook(path: Path) -> Casebook:
    """Read a folder for disagreement: a case for each headline that bodies agree or disagree with.

    Where some agree and some disagree the verdict is `conflict`, where two or more are of one mind
    `agree`, else `single`. A body is one statement, quoted whole, as the set marks no words.
    Raises SaysWhoError when a file is missing or of another form.
    """
    bodies, stances = _read(path)
    cases = (
        _case(f"fnc-{number}", headline, held, bodies)
        for number, (headline, held) in enumerate(stances.items())
    )
    return Casebook(
        tuple({"id": name, "text": text, "outlet": f"Outlet {name}"} for name, text in bodies.items()),
        tuple(case for case in cases if case.positions),
    )


def _read(path: Path) -> tuple[_Bodies, _Stances]:
    rows = read_table(path / "train_bodies.csv", ("Body ID", "articleBody"))
    bodies = {row[0]: row[1] for row in rows}
    stances: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for headline, body, stance in read_table(path / "train_stances.csv", ("Headline", "Body ID", "Stance")):
        if body not in bodies:
            raise SaysWhoError(f"{path}: a headline names body {body}, which train_bodies.csv lacks")
        stances[headline][body] = stance
    return bodies, stances


def _case(case_id: str, headline: str, held: Mapping[str, str], bodies: _Bodies) -> Case:
    sides = {side: [body for body, stance in held.items() if stance == side] for side in _SIDES}
    positions = tuple(
        GoldPosition(side, tuple(_gold(body, bodies[body], side) for body in found))
        for side, found in sides.items()
        if found
    )
    count = sum(len(found) for found in sides.values())
    verdict = Verdict.SINGLE if count == 1 else Verdict.AGREE
    return Case(case_id, headline, Verdict.CONFLICT if len(positions) > 1 else verdict, positions)


def _gold(body: str, text: str, side: str) -> GoldStatement:
    return GoldStatement(f"Outlet {body}", _SIDES[side], body, start=0, end=len(text))
