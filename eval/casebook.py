"""The casebook: reports and cases over them, made from a public set."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.cases import Case
from eval.drafts import line
from eval.output import write_text

REPORTS, CASES = "reports.jsonl", "cases.jsonl"


@dataclass(frozen=True, slots=True)
class Casebook:
    """What `index add` reads, as objects of JSON Lines, and what `eval run` asks of it."""

    reports: tuple[Mapping[str, str], ...]
    cases: tuple[Case, ...]


def write(book: Casebook, folder: Path) -> list[Path]:
    """Write both files into the folder, made if need be; return their paths.

    Raises SaysWhoError when they cannot be written.
    """
    return [
        write_text(_lines(json.dumps(each, ensure_ascii=False) for each in book.reports), folder, REPORTS),
        write_text(_lines(line(case) for case in book.cases), folder, CASES),
    ]


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{each}\n" for each in lines)
