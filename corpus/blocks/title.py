"""Finding copies of an article's title in its text."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*")
_SITE_SEPARATOR = re.compile(r"\s+[|•·–—-]+\s+|\s*\|\s*")
_CLOSING = re.compile(r"[ \t]*[.:!?…\"”’')]+")
_FEWEST_WORDS = 4
_WORDS_PER_SLIP = 8
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Title:
    """The words of a title, with and without the names of sites around it, longest first."""

    variants: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, title: str) -> "Title":
        """Take a title apart: "Army takes hill | The Herald" is also "Army takes hill"."""
        parts = [words for part in _SITE_SEPARATOR.split(title[:_LONGEST]) if (words := _words(part))]
        runs = {
            tuple(word for part in parts[first:last] for word in part)
            for first in range(min(len(parts), 2))
            for last in range(first + 1, min(len(parts), first + 6) + 1)
        }
        whole = tuple(_words(title[:_LONGEST]))
        kept = {run for run in runs if len(run) >= _FEWEST_WORDS} | ({whole} if whole else set())
        return cls(tuple(sorted(kept, key=lambda run: (-len(run), run))))

    def copy_end(self, text: str, start: int, end: int) -> int | None:
        """Return where a copy of the title that begins at `start` ends, closing marks included.

        None where there is no copy, or where the sentence runs on after the title's words.
        """
        for words in self.variants:
            stop = _match(words, text, start, min(end, start + 2 * _LONGEST))
            if stop is not None and (closed := _close(text, stop, end, len(words))):
                return closed
        return None

    def find_copy(self, text: str, start: int, end: int) -> int | None:
        """Return where the first copy of the title within `text[start:end]` begins."""
        firsts = {words[0] for words in self.variants if len(words) >= _FEWEST_WORDS}
        for word in _WORD.finditer(text, start, end):
            if _fold(word[0]) in firsts and self.copy_end(text, word.start(), len(text)):
                return word.start()
        return None

    def covers(self, line: str) -> bool:
        """Tell whether a line is a run of at least four of the title's words."""
        words = tuple(_words(line[: _LONGEST + 1]))
        return len(words) >= _FEWEST_WORDS and any(
            variant[first : first + len(words)] == words
            for variant in self.variants
            for first in range(len(variant) - len(words) + 1)
        )


def _fold(word: str) -> str:
    return re.sub("['’`]", "", word).casefold()


def _words(text: str) -> list[str]:
    return [_fold(word) for word in _WORD.findall(text)]


def _match(words: tuple[str, ...], text: str, start: int, end: int) -> int | None:
    """Return the end of the last of `words` when they follow one another from `start`.

    One word in eight may differ, but not the last.
    """
    slips, stop, count, last_matches = 0, start, 0, False
    for wanted, found in zip(words, _WORD.finditer(text, start, end), strict=False):
        if count == 0 and text[start : found.start()].strip(" \t\"“‘'([-–—"):
            return None
        slips += wanted != _fold(found[0])
        if slips * _WORDS_PER_SLIP > len(words):
            return None
        last_matches = wanted == _fold(found[0])
        stop, count = found.end(), count + 1
    return stop if count == len(words) and last_matches else None


def _close(text: str, stop: int, end: int, words: int) -> int | None:
    """Take in closing marks; None where the text goes on as part of the same sentence."""
    closing = _CLOSING.match(text, stop, end)
    closed = closing.end() if closing else stop
    rest = text[closed : closed + 80].split("\n", 1)[0].strip() if closed < end else ""
    if not rest:
        return closed
    if words < _FEWEST_WORDS or rest[0].islower() or rest[0] in ",;":
        return None
    return closed
