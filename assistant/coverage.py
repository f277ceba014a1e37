"""Coverage: how many of a question's words a text has, the rare ones counting most."""

import re

from spacy.lang.en.stop_words import STOP_WORDS

from assistant.names import mentions
from assistant.vocabulary import family, group
from index.index import Index

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


class Coverage:
    """Measures texts against one question; weights are inverse document frequencies in the index."""

    def __init__(self, question: str, index: Index) -> None:
        """Weigh each content word of `question` by how few passages of `index` have it."""
        self._index = index
        self._seen: dict[str, frozenset[str]] = {}
        self._stems = {word: self.stems(word) for word in dict.fromkeys(_WORD.findall(question))}
        told = {word: stems for word, stems in self._stems.items() if stems and not _is_empty(word)}
        weights = {word: max(index.rarity(stem) for stem in stems) for word, stems in told.items()}
        total = sum(weights.values())
        self._weights = {word: weight / total for word, weight in weights.items() if total}

    def stems(self, text: str) -> frozenset[str]:
        """Return the stems of a text's words."""
        if text not in self._seen:  # a context is asked for once for each word of the question
            self._seen[text] = frozenset(self._index.stems(text))
        return self._seen[text]

    def of(self, text: str) -> float:
        """Return the weight, of 1, of the question's words that a text has.

        A word is there in any form, as a synonym of its family, or as a name spelt a little otherwise.
        """
        stems = self.stems(text)
        return sum(weight for word, weight in self._weights.items() if self._has(text, stems, word))

    def has_any(self, text: str, words: frozenset[str]) -> bool:
        """Tell whether a text has one of `words`, in any form."""
        return not self.stems(text).isdisjoint(self.stems(" ".join(words)))

    def _has(self, text: str, stems: frozenset[str], word: str) -> bool:
        if self._stems[word] <= stems:
            return True
        if word[:1].isupper() and mentions(text, word):
            return True
        alike = family(word.lower()).union(*map(family, self._stems[word]))
        return len(alike) > 1 and not self.stems(" ".join(alike)).isdisjoint(stems)


def _is_empty(word: str) -> bool:
    """Tell whether a word is part of asking, not of what is asked about."""
    plain = re.sub(r"['’]s$", "", word.lower())
    return len(plain) < len("ab") or plain in STOP_WORDS or plain in group("question", "empty")
