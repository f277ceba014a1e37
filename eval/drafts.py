"""A set of drafts: cases are added at the end of a file, none twice."""

import json
from collections.abc import Iterable
from pathlib import Path

from eval.cases import Case, load_cases
from eval.draft import as_line
from eval.output import opening


def ids_of(path: Path | None) -> set[str]:
    """Return the ids of the cases in a file; none where there is no file yet.

    Raises SaysWhoError when it is not a set of cases.
    """
    if path is None or not path.exists() or not path.stat().st_size:
        return set()
    return {case.id for case in load_cases(path)}


def line(case: Case) -> str:
    """Return the case as a line of a set."""
    return json.dumps(as_line(case), ensure_ascii=False)


def append(cases: Iterable[Case], path: Path) -> None:
    """Add the cases to the file, made if need be. Raises SaysWhoError when it cannot be written."""
    with opening(path), path.open("a+", encoding="utf-8") as file:
        file.seek(0)
        text = file.read()
        file.write("\n" if text and not text.endswith("\n") else "")
        file.writelines(f"{line(case)}\n" for case in cases)
