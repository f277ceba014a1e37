"""The entity: everything an article calls one and the same."""

from collections import Counter
from dataclasses import dataclass, field

from corpus.resolution.description import Description
from corpus.resolution.kinds import Evidence, is_person, kind
from corpus.resolution.vocabulary import is_human, words
from corpus.source import Source, SourceKind

_MOST_ALIASES = 8
_MOST_TELLING = 2  # a full name is labelled more reliably than a surname
_HE = (
    "he",
    "him",
    "his",
    "himself",
    "mr",
    "spokesman",
    "chairman",
    "policeman",
    "king",
    "sir",
    "father",
    "son",
)
_SHE = ("she", "her", "hers", "herself", "mrs", "ms", "miss", "spokeswoman", "chairwoman", "queen", "mother")


@dataclass(slots=True, eq=False)
class Entity:
    """What the article has said so far of one person, body or unnamed speaker."""

    names: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    organisations: list["Entity"] = field(default_factory=list)
    labels: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    marks: set[str] = field(default_factory=set)
    plural: bool = False
    gender: str = ""
    with_article: bool = False

    def learn(self, described: Description) -> None:
        """Take over what a further noun phrase says."""
        if not self.names and not self.phrases:
            self.plural = described.plural and not described.name
        _add(self.names, described.name)
        self.counts[described.name] += 1
        if not described.name or described.titled:
            _add(self.phrases, described.label)
            _add(self.phrases, described.phrase)
        _add(self.roles, described.role)
        _add(self.nouns, described.noun)
        self.marks |= described.marks
        self.with_article |= described.definite and bool(described.name)
        if described.name_tokens:
            self.labels[_label(described)] += min(len(described.name_tokens), _MOST_TELLING)
        self.gender = self.gender or gender_of(
            [described.noun, *described.role.lower().replace(".", "").split()]
        )

    @property
    def name(self) -> str:
        """Return the fullest name, or the fullest phrase for one who is not named."""
        whole = [name for name in self.names if not (name.endswith("s") and name[:-1] in self.names)]
        names = [name for name in whole if self.person or not self._is_padded(name)]
        return max(names or self.names or self.phrases or [""], key=len)

    def _is_padded(self, name: str) -> bool:
        """Tell whether a longer name has swallowed a word before it: it is rarer than its own end."""
        return any(
            " " in other and name.endswith(f" {other}") and self.counts[other] > self.counts[name]
            for other in self.names
        )

    @property
    def evidence(self) -> Evidence:
        """Return what tells the entity's kind."""
        return Evidence(
            tuple(self.names),
            tuple(self.phrases),
            tuple(self.roles),
            tuple(self.nouns),
            self.labels,
            bool(self.gender),
            self.with_article,
        )

    @property
    def person(self) -> bool:
        """Tell whether the entity is one named person."""
        return is_person(self.evidence)

    @property
    def told_person(self) -> bool:
        """Tell whether a noun, a title or a pronoun has made the entity a person."""
        return self.person and (bool(self.gender) or any(is_human(noun) for noun in self.nouns))

    @property
    def surely_person(self) -> bool:
        """Tell whether the entity was made a person, or the parser labels it so."""
        return self.told_person or (self.person and self.labels["PERSON"] > 0)

    @property
    def human(self) -> bool:
        """Tell whether the entity is a person or people, named or not."""
        return self.person or (not self.names and any(is_human(noun) for noun in self.nouns))

    @property
    def kind(self) -> SourceKind:
        """Return what the entity is."""
        return kind(self.evidence)

    @property
    def body(self) -> bool:
        """Tell whether the entity is an organisation, a government or a medium."""
        return not self.human and self.kind not in (SourceKind.PERSON, SourceKind.ANONYMOUS)

    def source(self) -> Source:
        """Return the source as a reader would name it."""
        name = self.name
        others = dict.fromkeys(alias for alias in (*self.names, *self.phrases) if alias and alias != name)
        aliases = sorted(others, key=len, reverse=True)[:_MOST_ALIASES]
        return Source(name, self.kind, self._role(), self._organisation(), tuple(aliases))

    def _role(self) -> str | None:
        """Return the first role that says more than a title; what counts or ends openly is none."""
        known = [role for role in self.roles if role.lower() != self.name.lower() and not _is_broken(role)]
        telling = [role for role in known if not _is_title(role)]
        return next(iter(telling or known), None)

    def _organisation(self) -> str | None:
        """Prefer a body with a name ("Fastaqim") to one without ("two rebel groups")."""
        bodies = [body for body in self.organisations if body is not self and body.name and not body.human]
        named = [body for body in bodies if body.names] or [b for b in bodies if b.name[:1].isupper()]
        found = next(iter(named or bodies), None)
        return found.name if found is not None and found.name not in self.names else None


def gender_of(parts: list[str]) -> str:
    """Return "m" or "f" where a pronoun, title or noun tells, else an empty string."""
    for part in parts:
        if part in _HE:
            return "m"
        if part in _SHE:
            return "f"
    return ""


def _add(known: list[str], value: str) -> None:
    if value and value not in known:
        known.append(value)


def _is_broken(role: str) -> bool:
    """Tell whether a role is what the parser cut amiss: "at least 30 boats", "president of the"."""
    parts = role.lower().split()
    return (
        parts[0] in ("at", "more", "about") or parts[0].isdigit() or parts[-1] in ("of", "the", "for", "and")
    )


def _is_title(role: str) -> bool:
    return all(word.lower() in words("honorific") for word in role.split())


def _label(described: Description) -> str:
    types = [token.ent_type_ for token in described.name_tokens]
    return "PERSON" if "PERSON" in types else types[-1]
