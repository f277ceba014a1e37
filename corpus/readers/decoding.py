"""From bytes to text: byte order marks, UTF-8, Windows-1252, and telling text from binary."""

import codecs
import unicodedata
from pathlib import Path

from corpus.errors import UnreadableError

_LONGEST_CHARACTER = 4
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose little-endian mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LAYOUT = "\t\n\r\f\v\x1b\x85"
_MOST_NON_ASCII = 0.3
_FIRST_NON_ASCII = 0x80


def load(path: Path, max_characters: int) -> str:
    """Read a text file whole.

    Raises UnreadableError if it is longer than `max_characters` or is not text, OSError if
    the system refuses it.
    """
    if path.stat().st_size > _LONGEST_CHARACTER * (max_characters + 1):
        raise too_long(max_characters)
    text = decode(path.read_bytes())
    if len(text) > max_characters:
        raise too_long(max_characters)
    return text


def too_long(max_characters: int) -> UnreadableError:
    """Return the error for a text over the limit, naming the setting that raises it."""
    return UnreadableError(
        f"longer than {max_characters:,} characters; raise the setting max_characters to read it"
    )


def decode(data: bytes) -> str:
    """Decode UTF-8, what a byte order mark names, or Windows-1252 where that looks like text.

    Raises UnreadableError if the bytes are not text.
    """
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise UnreadableError(f"not valid {encoding.upper()}, which its first bytes announce") from error
        text = _windows_1252(data)
    check_text(text)
    return text


def check_text(text: str) -> None:
    """Raise UnreadableError if a string holds what no text holds: NUL, lone surrogates, controls."""
    if "\0" in text:
        raise UnreadableError("not text: it holds NUL bytes")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UnreadableError("not text: it holds half of a surrogate pair") from error
    head = text[:4000]
    controls = sum(unicodedata.category(character) == "Cc" for character in head if character not in _LAYOUT)
    if controls * 20 > len(head):
        raise UnreadableError("not text: it is full of control characters")


def _windows_1252(data: bytes) -> str:
    """Decode what is not UTF-8, if nearly all of it is ASCII and none of it a control character."""
    refusal = UnreadableError("not valid UTF-8, and not Windows-1252 either; save it as UTF-8")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise refusal from error
    odd = sum(byte >= _FIRST_NON_ASCII for byte in data)
    controls = any(unicodedata.category(character) == "Cc" for character in set(text) - set(_LAYOUT))
    if controls or odd > _MOST_NON_ASCII * len(data):
        raise refusal
    return text
