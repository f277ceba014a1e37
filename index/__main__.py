"""`python -m index`: add reports to an index, look into it, check it."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import command_line
import settings
from corpus.errors import SaysWhoError

if TYPE_CHECKING:
    from index.database import Database

PROBLEMS_FOUND = 1

Folder = Annotated[Path | None, typer.Option("--index", metavar="DIR", help="folder of the index")]
ArticleId = Annotated[str, typer.Argument(metavar="ID", help="id of an article, as `list` shows it")]

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Keep the reports that questions are asked of. An index is one folder, which can be copied.",
)


@app.command()
def add(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="files, or folders of them")],
    index: Folder = None,
    encoder: Annotated[
        str | None, typer.Option(metavar="NAME", help="sentence encoder of a new index: folder or hub id")
    ] = None,
) -> None:
    """Add reports: .txt, .md, .html, .jsonl and .csv files.

    The index is made if there is none. What it holds already, unchanged, costs next to nothing;
    an article that changed is replaced. What cannot be read or analysed is skipped, and named.
    Ctrl-C keeps what was added so far; the same command goes on from there.

    Examples:
      python -m index add reports/

      python -m index add monday.jsonl tuesday.html --index week
    """
    from index.adding import add_paths
    from index.encoder import load_encoder
    from index.kind import Kind
    from index.printing import summary_lines

    os.environ.setdefault("OMP_NUM_THREADS", str(max((os.cpu_count() or 1) - 1, 1)))  # one is for the parser
    chosen = settings.load()
    try:
        named = load_encoder(encoder or chosen.encoder, chosen.download)
        summary = add_paths(paths, index or chosen.index, named, chosen.max_characters, Kind(chosen.vectors))
    except KeyboardInterrupt:
        typer.echo("stopped; what was added so far is kept", err=True)
        raise typer.Exit(command_line.INTERRUPTED) from None
    _print(summary_lines(summary))


@app.command("list")
def list_articles(index: Folder = None) -> None:
    """List the articles, a line each: id, date, outlet, passages, statements and title.

    Examples:
      python -m index list

      python -m index list | grep 2016-11-08
    """
    from index.catalogue import Catalogue
    from index.printing import overview_line

    with _opened(index) as database:
        _print(overview_line(article) for article in Catalogue(database).articles())


@app.command()
def show(article_id: ArticleId, index: Folder = None) -> None:
    """Show an article: what is known about it, its passages, and who says what in them.

    Example:
      python -m index show monday-3
    """
    from index.catalogue import Catalogue
    from index.printing import article_lines

    with _opened(index) as database:
        catalogue = Catalogue(database)
        article = catalogue.article(article_id)
        if article is None:
            raise SaysWhoError(f"no article '{article_id}'; see python -m index list")
        passages = catalogue.passages(article_id)
        statements = catalogue.statements([passage.id for passage in passages])
        _print(article_lines(article, passages, statements))


@app.command()
def remove(article_id: ArticleId, index: Folder = None) -> None:
    """Remove an article with all that was found in it.

    Example:
      python -m index remove monday-3
    """
    from index.store import remove_article

    with _opened(index) as database:
        remove_article(database, article_id)
    typer.echo(f"removed {article_id}")


@app.command()
def sources(index: Folder = None) -> None:
    """List who is quoted: statements, articles, kind, name and other names, most often first.

    Names that mean one source are put together by the file aliases.toml in the index folder:

      [aliases]
      "Syrian Observatory for Human Rights" = ["SOHR", "Observatory for Human Rights"]

    Examples:
      python -m index sources

      python -m index sources | grep government | head
    """
    from corpus.resolution.identity import load_aliases
    from index.printing import source_line
    from index.sources import TABLE, quoted_sources

    with _opened(index) as database:
        aliases = load_aliases(database.folder / TABLE)
        _print(source_line(source) for source in quoted_sources(database, aliases))


@app.command()
def stats(index: Folder = None) -> None:
    """Count what the index holds, and name the encoder that made it.

    Example:
      python -m index stats --index week
    """
    from index.catalogue import Catalogue
    from index.printing import stats_lines

    with _opened(index) as database:
        _print(stats_lines(Catalogue(database).stats()))


@app.command()
def verify(index: Folder = None) -> None:
    """Check that the index is whole: a line for each problem, and exit status 1 if there are any.

    Example:
      python -m index verify || python -m index repair
    """
    from index.verification import problems

    with _opened(index) as database:
        found = list(problems(database))
    _print(found)
    if found:
        raise typer.Exit(PROBLEMS_FOUND)
    typer.echo("whole")


@app.command()
def repair(index: Folder = None) -> None:
    """Mend a damaged index, and tell what was lost.

    Every article that is as it was added is kept; what was found in it is made anew where that is
    damaged, and so are the search structures. The damaged store stays beside the new one as
    store.damaged.sqlite. Restart what has the index open: it would go on reading the damaged one.

    Examples:
      python -m index repair

      python -m index repair --index week && python -m index verify --index week
    """
    from index.encoder import load_encoder
    from index.printing import mended_lines
    from index.repair import mend

    chosen = settings.load()
    mended = mend(index or chosen.index, load_encoder(chosen.encoder, chosen.download))
    _print(mended_lines(mended))
    if mended is not None and mended.lost:
        raise typer.Exit(PROBLEMS_FOUND)


@app.command()
def backup(
    target: Annotated[Path, typer.Argument(metavar="DEST", help="a new folder for the copy")],
    index: Folder = None,
) -> None:
    """Copy the index to a new folder, whether or not it is being read or written meanwhile.

    Example:
      python -m index backup /mnt/copies/monday
    """
    from index.backup import back_up

    with _opened(index) as database:
        back_up(database, target)
    typer.echo(f"copied to {target}")


@contextmanager
def _opened(folder: Path | None) -> "Iterator[Database]":
    from index.database import Database

    database = Database(folder or settings.load().index)
    try:
        yield database
    finally:
        database.close()


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)


if __name__ == "__main__":
    command_line.run(app)
