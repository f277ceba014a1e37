"""What every contender is measured by."""

import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

NEAREST = 10


@dataclass(frozen=True, slots=True)
class Task:
    """The same for all: a sentence-transformers folder, paragraphs to index, questions to ask."""

    model: str
    texts: list[str]
    questions: list[str]


def read_task() -> Task:
    """Read the task from standard input."""
    return Task(**json.load(sys.stdin))


def measure(task: Task, index: Callable[[Sequence[str]], object], ask: Callable[[str], object]) -> None:
    """Index the texts, ask the questions, and print the figures. The models are loaded beforehand."""
    started = time.process_time()
    index(task.texts)
    indexed = time.process_time() - started
    ask(task.questions[0])
    times, before = [], time.process_time()
    for question in task.questions:
        began = time.perf_counter()
        ask(question)
        times.append(1000 * (time.perf_counter() - began))
    asked = time.process_time() - before
    p50, p95 = np.percentile(times, (50, 95))
    figures = {
        "cpu_ms_a_paragraph": 1000 * indexed / len(task.texts),
        "cpu_ms_a_question": 1000 * asked / len(task.questions),
        "query_p50_ms": float(p50),
        "query_p95_ms": float(p95),
    }
    sys.stdout.write(json.dumps(figures) + "\n")
