"""Models on disk: finding them, fetching them only when asked, loading them quietly."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import SaysWhoError

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder, SentenceTransformer

WANTED = ["*.json", "*.txt", "*.model", "*.safetensors"]
UNWANTED = ["onnx/*", "openvino/*"]


def model_folder(name: str, download: bool, role: str = "encoder") -> Path:
    """Return the local folder of a model named by path or by hub id; `role` is what errors call it.

    Nothing is fetched unless `download` is set. Raises SaysWhoError when the model is not there.
    """
    if Path(name).is_dir():
        return Path(name)
    _prepare(download)
    from huggingface_hub import snapshot_download

    try:
        folder = snapshot_download(
            name, local_files_only=not download, allow_patterns=WANTED, ignore_patterns=UNWANTED
        )
    except (OSError, ValueError) as error:
        if download:
            raise SaysWhoError(f"{role} '{name}' cannot be fetched: {_first_line(error)}") from error
        raise SaysWhoError(
            f"{role} '{name}' is neither a folder nor kept here: set SAYSWHO_DOWNLOAD=true to fetch it"
        ) from error
    return Path(folder)


def load_model(name: str, folder: Path) -> "SentenceTransformer":
    """Read a sentence-transformers model from a local folder, without a word and without the network.

    It is packed: quick to apply, not to be trained. Raises SaysWhoError if the folder holds no such model.
    """
    _be_quiet()
    from sentence_transformers import SentenceTransformer

    from index.packing import pack

    try:
        model = SentenceTransformer(str(folder), local_files_only=True)
    except (OSError, ValueError, KeyError) as error:
        raise SaysWhoError(f"encoder '{name}' cannot be loaded: {_first_line(error)}") from error
    pack(model)
    return model


def load_cross_encoder(name: str, folder: Path, role: str = "reader") -> "CrossEncoder":
    """Read a cross-encoder from a local folder, as `load_model` does.

    Raises SaysWhoError if the folder holds no such model.
    """
    _be_quiet()
    from sentence_transformers import CrossEncoder

    from index.packing import pack

    try:
        model: CrossEncoder = CrossEncoder(
            str(folder),
            local_files_only=True,
            model_kwargs={"dtype": "float32"},  # quicker here than half
        )
    except (OSError, ValueError, KeyError) as error:
        raise SaysWhoError(f"{role} '{name}' cannot be loaded: {_first_line(error)}") from error
    pack(model)
    return model


def load_question_answering(name: str, folder: Path) -> tuple[Any, Any]:
    """Read the tokenizer and the model of extractive question answering of a local folder.

    Raises SaysWhoError if the folder holds no such model.
    """
    _be_quiet()
    from transformers import AutoModelForQuestionAnswering, AutoTokenizer

    from index.packing import pack

    try:
        tokenizer = AutoTokenizer.from_pretrained(str(folder), local_files_only=True)
        model, loading = AutoModelForQuestionAnswering.from_pretrained(
            str(folder), local_files_only=True, dtype="float32", output_loading_info=True
        )
    except (OSError, ValueError, KeyError) as error:
        raise SaysWhoError(f"extractor '{name}' cannot be loaded: {_first_line(error)}") from error
    if loading["missing_keys"]:
        raise SaysWhoError(f"extractor '{name}' was not trained to mark answers")
    pack(model)
    return tokenizer, model.eval()


def _be_quiet() -> None:
    _prepare(download=False)
    from huggingface_hub.utils.tqdm import disable_progress_bars

    disable_progress_bars()  # which transformers asks when it is imported


def _prepare(download: bool) -> None:
    """Set what the libraries read when they are imported."""
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    os.environ["HF_HUB_OFFLINE"] = "0" if download else os.environ.get("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
