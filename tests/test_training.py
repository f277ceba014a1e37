"""Training a filter of relations on invented annotated articles."""

import json
from pathlib import Path

import numpy as np
from typer.testing import CliRunner

from training.attribution import app, best_bar

SAID = "{name} said the {thing} would open on Monday. The clerks answered the letter in May."


def annotated(number: int) -> dict[str, object]:
    """Return an article of which the first sentence is annotated as said and the second is not."""
    name = ("Horn", "Lindt", "Varga", "Denk")[number % 4]
    text = SAID.format(name=name, thing=("dam", "bridge", "harbour")[number % 3])
    cue, content = text.index("said"), text.index("the")
    return {
        "id": f"invented-{number}",
        "text": text,
        "attributions": [
            {
                "source": [{"spans": [[0, len(name)]]}],
                "cue": [{"spans": [[cue, cue + 4]]}],
                "content": [{"spans": [[content, text.index(".")]]}],
            }
        ],
    }


def test_filters_are_compared_with_the_rules_on_articles_held_out(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(json.dumps(annotated(number)) for number in range(16)), "utf-8")
    result = CliRunner().invoke(app, [str(gold), "--train", "12"], env={"COLUMNS": "100"})
    assert result.exit_code == 0, result.output
    rows = {
        line.split("│")[1].strip(): line.split("│")[2:6] for line in result.output.splitlines() if "│" in line
    }
    assert [figure.strip() for figure in rows["rules"]] == ["1.000", "1.000", "1.000", "1.000"]
    assert rows["logistic regression"] == rows["rules"]
    assert float(rows["loosened rules"][0]) < 1


def test_too_few_articles_are_said_in_one_line(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(annotated(1)), "utf-8")
    result = CliRunner().invoke(app, [str(gold)])
    assert (result.exit_code, result.output.count("\n")) == (2, 1)
    assert "--train" in result.output


def test_the_best_bar_keeps_the_right_ones() -> None:
    chances = np.array([0.9, 0.2, 0.7, 0.4])
    right = np.array([True, False, True, False])
    assert best_bar(chances, right, gold=2) == 0.7
