"""Coverage: how many of a question's words a text has, the rare ones counting most."""

import re

from spacy.lang.en.stop_words import STOP_WORDS

from assistant.names import mentions
from assistant.vocabulary import group, wordings
from index.index import Index

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


class Coverage:
    """Measures texts against one question; weights are inverse document frequencies in the index."""

    def __init__(self, question: str, index: Index) -> None:
        """Weigh each content word of `question` by how few passages of `index` have it."""
        self._index = index
        self._seen: dict[str, frozenset[str]] = {}
        self._met: dict[str, frozenset[str]] = {}
        self._stems = {word: self.stems(word) for word in dict.fromkeys(_WORD.findall(question))}
        told = {word: stems for word, stems in self._stems.items() if stems and not _is_empty(word)}
        weights = {word: max(index.rarity(stem) for stem in stems) for word, stems in told.items()}
        total = sum(weights.values())
        self._weights = {word: weight / total for word, weight in weights.items() if total}
        self._alike = {word: self._family(word) for word in self._weights}

    def stems(self, text: str) -> frozenset[str]:
        """Return the stems of a text's words."""
        if text not in self._seen:  # many statements stand in one passage
            self._seen[text] = frozenset(self._index.stems(text))
        return self._seen[text]

    def of(self, *texts: str) -> float:
        """Return the weight, of 1, of the question's words that one of the texts has.

        A word is there in any form, as a synonym of its family, or as a name spelt a little otherwise.
        """
        met = frozenset[str]().union(*map(self._words_met, texts))
        return sum(weight for word, weight in self._weights.items() if word in met)

    def _words_met(self, text: str) -> frozenset[str]:
        """Return the words of the question that a text has."""
        if text not in self._met:
            stems = self.stems(text)
            self._met[text] = frozenset(word for word in self._weights if self._has(text, stems, word))
        return self._met[text]

    def _has(self, text: str, stems: frozenset[str], word: str) -> bool:
        if self._stems[word] <= stems or not self._alike[word].isdisjoint(stems):
            return True
        return word[:1].isupper() and mentions(text, word)

    def _family(self, word: str) -> frozenset[str]:
        """Return the stems of what says the same as a word; none where nothing else does."""
        alike = wordings(word.lower()).union(*map(wordings, self._stems[word]))
        return self.stems(" ".join(alike)) if len(alike) > 1 else frozenset()


def _is_empty(word: str) -> bool:
    """Tell whether a word is part of asking, not of what is asked about."""
    plain = re.sub(r"['’]s$", "", word.lower())
    return len(plain) < len("ab") or plain in STOP_WORDS or plain in group("question", "empty")
