"""What a source is: a person, a body, a government, a medium, or somebody unnamed."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.resolution.matching import folded, is_acronym
from corpus.resolution.vocabulary import bodies, is_human, singular, words
from corpus.source import SourceKind

_NO_PERSONS = ("ORG", "GPE", "NORP", "FAC", "LOC", "DATE", "TIME")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an article has said of a source that tells its kind.

    `labels` counts the parser's entity labels over the mentions, `gendered` tells whether "he", "Mrs"
    or the like stood for it, `with_article` whether "the" stood before its name.
    """

    names: tuple[str, ...]
    phrases: tuple[str, ...]
    roles: tuple[str, ...]
    nouns: tuple[str, ...]
    labels: Counter[str]
    gendered: bool
    with_article: bool


def is_person(evidence: Evidence) -> bool:
    """Tell whether what has a name is a person."""
    label = _label(evidence)
    is_agency = any(name.lower() in words("medium") for name in evidence.names)
    if is_agency or not evidence.names or (_body_nouns(evidence) and label != "PERSON"):
        return False
    if evidence.gendered or any(is_human(noun) for noun in evidence.nouns):
        return not (label == "GPE" and len(max(evidence.names, key=len).split()) == 1)
    if _body_nouns(evidence):
        return False
    if evidence.labels["PERSON"] > 1 and _has_surname(evidence.names):
        return True
    if evidence.with_article or _is_country(evidence) or any(is_acronym(name) for name in evidence.names):
        return False
    return label not in _NO_PERSONS


def kind(evidence: Evidence) -> SourceKind:
    """Return what a source is."""
    if is_person(evidence):
        return SourceKind.PERSON
    if _is_medium(evidence):
        return SourceKind.MEDIA
    if not evidence.names and evidence.nouns and not _body_nouns(evidence):
        return SourceKind.ANONYMOUS
    if _is_government(evidence):
        return SourceKind.GOVERNMENT
    if evidence.names or _body_nouns(evidence):
        return SourceKind.ORGANISATION
    return SourceKind.ANONYMOUS


def _has_surname(names: tuple[str, ...]) -> bool:
    """Tell whether one of the names is the last word of another, as a surname is."""
    return any(" " in name and name.split()[-1] in names for name in names)


def _body_nouns(evidence: Evidence) -> list[str]:
    """Return the nouns for bodies among those that describe a source or stand in its name."""
    inside = [noun for name in evidence.names for noun in _nouns(name)]
    return [noun for noun in (*evidence.nouns, *inside) if noun in bodies() and not is_human(noun)]


def _nouns(text: str) -> list[str]:
    return [singular(word.lower()) for word in _WORD.findall(text)]


def _label(evidence: Evidence) -> str:
    known = Counter({label: count for label, count in evidence.labels.items() if label})
    return known.most_common(1)[0][0] if known else ""


def _is_medium(evidence: Evidence) -> bool:
    if any(is_medium_name(name) for name in evidence.names):
        return True
    described = set(evidence.nouns)
    if described & {"agency", "station"}:
        said = set(_all_words((*evidence.phrases, *evidence.names, *evidence.roles)))
        return bool(said & {"news", "state", "tv", "television", "radio"}) and "security" not in said
    return bool(described & words("media"))


def is_medium_name(name: str) -> bool:
    """Tell whether a proper name is one of a news medium: "AFP", "The Harbour Post"."""
    parts = [word.lower() for word in re.findall(r"[\w-]+", name)]
    if not parts or len(parts) > 5:
        return False
    return parts[0] in words("medium") or (len(parts) > 1 and parts[-1] in words("newsword") - {"agency"})


def _is_country(evidence: Evidence) -> bool:
    return any(is_country(name) for name in evidence.names)


def is_country(name: str) -> bool:
    """Tell whether a name is a country's: "Syria", "the United States"."""
    return folded(name).replace(" ", "-") in words("country")


def _all_words(texts: Iterable[str]) -> list[str]:
    return [word.lower() for text in texts for word in _WORD.findall(text)]


def _is_government(evidence: Evidence) -> bool:
    """Tell whether a body is a state's: a ministry, an army without a side of its own, a country."""
    said = set(_all_words((*evidence.phrases, *evidence.names, *evidence.roles)))
    if said & words("partisan"):
        return False
    if _is_country(evidence) or (not evidence.nouns and _label(evidence) == "GPE"):
        return True
    governing = [noun for noun in _body_nouns(evidence) if noun in words("government")]
    if any(noun in ("army", "state") for noun in governing) and evidence.names:
        return _label(evidence) == "GPE" or _label(evidence) == "NORP"
    return bool(governing) or bool({"government", "regime"} & said)
