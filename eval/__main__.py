"""`python -m eval`: measure the assistant over a set of cases, compare runs, make sets, measure parts."""

import typer

import command_line
import settings
from eval.commands import parts, runs, sets
from eval.commands.options import Chosen

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Measure what Says Who answers, and who it finds to say what. See docs/evaluation.md.",
)
for group in (runs, sets, parts):
    app.add_typer(group.app)


@app.callback()
def _commands(context: typer.Context) -> None:
    context.obj = _chosen


def _chosen() -> Chosen:
    chosen = settings.load()
    site = f"http://{chosen.host}:{chosen.port}"
    return Chosen(
        chosen.index,
        chosen.encoder,
        chosen.reader,
        chosen.extractor,
        chosen.judge,
        chosen.comparer,
        chosen.download,
        chosen.depth,
        site,
    )


if __name__ == "__main__":
    command_line.run(app)
