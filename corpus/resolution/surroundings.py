"""What stands around a name and says more of whom it names: appositions, bodies, brackets."""

from collections.abc import Callable, Sequence

from spacy.tokens import Doc, Token

from corpus.attribution.lexicon import lexicon
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.tree import children
from corpus.resolution.capitals import is_capital, run_end
from corpus.resolution.description import Description, describe
from corpus.resolution.entity import Entity, gender_of
from corpus.resolution.matching import folded, is_acronym
from corpus.resolution.phrase import core, tail
from corpus.resolution.registry import Registry
from corpus.resolution.vocabulary import bodies, is_human, is_known, singular

Meet = Callable[[Paragraph, Token], Entity]

_BELONGING = ("of", "from", "at", "for", "with", "in", "by")
_LEADING = ("head", "lead", "chair", "run", "represent", "own", "command", "direct")
_SPEAKING_FOR = ("speak", "work", "speaking")
_RELATIVES = ("who", "which", "that", "whose", "where", "when", "whom")
_LONGEST_ROLE = 16
_ENDS = ("relcl", "acl", "appos", "advcl", "parataxis")


class Surroundings:
    """Learns from the words around a head what is said there of its entity."""

    def __init__(self, registry: Registry, meet: Meet) -> None:
        self._registry = registry
        self._meet = meet

    def learn(self, paragraph: Paragraph, head: Token, entity: Entity) -> None:
        """Take over appositions, acronyms in brackets and the bodies that a source belongs to."""
        if head.pos_ == "PRON":
            return
        if entity.names and is_capital(head):
            self._acronym(paragraph, head, entity)
            self._second_name(paragraph, head, entity)
            noun = head.head
            if head.dep_ == "appos" and noun.i + 1 == head.left_edge.i:
                entity.gender = entity.gender or gender_of([noun.lower_])  # "a spokeswoman | Ann Lee"
        for other in children(head, "appos"):
            self._apposition(paragraph, other, entity)
        if entity.human:
            self._organisation(paragraph, head, entity)
            self._organisation_before(paragraph, head, entity)
        if entity.names:
            self._followed(paragraph, head, entity)
            if _speaks_of_its_own(head) and not entity.told_person:
                entity.with_article = True

    def describe(self, entity: Entity, described: Description, role: str) -> None:
        """Take over a description that stands beside the name."""
        if role and role not in entity.roles and role not in entity.names:
            entity.roles.append(role)
        if described.noun and described.noun not in entity.nouns:
            entity.nouns.append(described.noun)
        self._registry.note(entity)

    def _acronym(self, paragraph: Paragraph, head: Token, entity: Entity) -> None:
        """Learn "SOHR" from "Syrian Observatory for Human Rights (SOHR)"."""
        end = run_end(head)
        following = head.doc[end + 1 : end + 4]
        if len(following) == 3 and following[0].text in "([" and is_acronym(following[1].text):
            self._registry.alias(entity, paragraph.words([following[1]]))

    def _second_name(self, paragraph: Paragraph, head: Token, entity: Entity) -> None:
        """Learn the other name of "the Civil Guard or Blue Caps", "X, also known as the Blue Caps"."""
        place = run_end(head) + 1
        link = [token.lower_ for token in head.doc[place : place + 5] if not token.is_punct]
        if link[:1] != ["or"] and link[:2] != ["known", "as"] and link[1:3] != ["known", "as"]:
            return
        for token in head.doc[place : place + 7]:
            if is_capital(token):
                self._registry.alias(entity, paragraph.words(list(token.doc[token.i : run_end(token) + 1])))
                return

    def _apposition(self, paragraph: Paragraph, other: Token, entity: Entity) -> None:
        between = other.doc[other.head.i + 1 : other.left_edge.i]
        if any(token.like_num or token.ent_type_ == "TIME" for token in between):
            return  # "hit Varn around 0830 GMT a medic said" describes no Varn
        if _says_itself(other) or children(other, "nummod"):
            return
        inner = describe(paragraph, other)
        if inner.name and not inner.role and other.pos_ == "PROPN":
            if is_acronym(inner.name) and entity.names and not is_acronym(entity.name):
                self._registry.alias(entity, inner.name)
            return
        if not is_known(inner.noun) and not is_human(inner.noun):
            return
        if is_human(inner.noun) and other.head.ent_type_ in ("GPE", "LOC") and other.i > other.head.i:
            return  # "hit a mill in Varn, a source in the militia said"
        is_body = inner.noun in bodies() and not is_human(inner.noun)
        if is_body and entity.surely_person and self._describes_body(paragraph, other, inner, entity):
            return
        self.describe(entity, inner, paragraph.words(role_words(other)))
        if is_human(inner.noun):
            self._organisation(paragraph, other, entity)
            self._organisation_before(paragraph, other, entity)

    def _describes_body(self, paragraph: Paragraph, other: Token, inner: Description, entity: Entity) -> bool:
        """Learn "a rebel group" of "Ann Lee of Fastaqim, a rebel group" for the body, not for her."""
        found = entity.told_person
        for phrase in children(other.head, "prep"):
            for thing in children(phrase, "pobj"):
                if phrase.lower_ in _BELONGING and is_capital(thing) and phrase.i < other.i:
                    body = self._meet(paragraph, thing)
                    self.describe(body, inner, paragraph.words(role_words(other)))
                    if body not in entity.organisations:
                        entity.organisations.append(body)
                    found = True
        return found

    def _followed(self, paragraph: Paragraph, head: Token, entity: Entity) -> None:
        """Learn from "Ann Lee head of the office" and "Josef Kell, who speaks for the Front"."""
        noun = _noun_after(run_end(head), head.doc) if is_capital(head) else None
        if noun is not None and entity.person and is_human(singular(noun.lower_)):
            phrase = [token for token in core(noun) if token.lower_ not in ("a", "an")]
            self.describe(entity, describe(paragraph, noun), paragraph.words([*phrase, *tail(noun, noun)]))
            self._organisation(paragraph, noun, entity)
        for clause in children(head, "relcl", "acl"):
            self._clause(paragraph, clause, entity)

    def _clause(self, paragraph: Paragraph, verb: Token, entity: Entity) -> None:
        if any(child.lower_ == "which" for child in verb.children):
            entity.with_article = True
        if not entity.person:
            return
        if verb.lemma_ in _LEADING:
            for thing in children(verb, "dobj"):
                self._belong(paragraph, thing, entity, "of")
        if verb.lemma_ in _SPEAKING_FOR:
            self._organisation(paragraph, verb, entity, ("for",))

    def _organisation(
        self, paragraph: Paragraph, head: Token, entity: Entity, links: tuple[str, ...] = _BELONGING
    ) -> None:
        found, end = [head], head.i + _LONGEST_ROLE
        while found:
            for phrase in children(found.pop(), "prep"):
                if phrase.lower_ not in links or phrase.i > end:
                    continue
                for thing in children(phrase, "pobj"):
                    self._belong(paragraph, thing, entity, phrase.lower_)
                    if thing.pos_ == "NOUN":
                        found.append(thing)

    def _belong(self, paragraph: Paragraph, thing: Token, entity: Entity, phrase: str) -> None:
        if thing.pos_ == "PRON" or thing.i == 0 or thing.lower_ == "state":
            return
        if is_capital(thing) or singular(thing.lower_) in bodies():
            body = self._meet(paragraph, thing)
            if body is not entity and body not in entity.organisations and _is_telling(body, thing, phrase):
                entity.organisations.append(body)

    def _organisation_before(self, paragraph: Paragraph, head: Token, entity: Entity) -> None:
        """Learn from "its director", "Holmbeck's chief executive", "Coastguard commander X"."""
        for owner in children(head, "poss"):
            body = self._meet(paragraph, _subject_before(owner) or owner)
            if owner.ent_type_ == "GPE" and not entity.human:
                continue
            if body.name and body.body and body is not entity and body not in entity.organisations:
                entity.organisations.append(body)
        if not entity.organisations:
            role = next((role for role in entity.roles if " " in role), "")
            found = self._body_in(role.split()[:-1])
            entity.organisations += [found] if found is not None and found is not entity else []

    def _body_in(self, role: Sequence[str]) -> Entity | None:
        """Return the body that words before "spokesman" name: one known, or one that is called one."""
        for start in range(len(role)):
            found = self._registry.named(" ".join(role[start:]))
            if found is not None and found.body:
                return found
        first = next((place for place, word in enumerate(role) if word[:1].isupper()), len(role))
        noun = singular(role[-1].lower()) if role else ""
        is_called = first < len(role) - 1 and noun in bodies() - {"press", "state"}
        return Entity(phrases=[" ".join(role[first:])], nouns=[noun]) if is_called else None


def _says_itself(other: Token) -> bool:
    """Tell whether a phrase after a place begins who speaks: "boats sank near Varn the ministry said"."""
    following = other.nbor(1) if other.i + 1 < len(other.doc) else other
    cue = lexicon().verb(following) if following.pos_ == "VERB" else None
    touches = other.head.i + 1 == other.left_edge.i and other.left_edge.lower_ == "the"
    return cue is not None and cue.family == "speech" and touches and other.head.dep_ == "pobj"


def _speaks_of_its_own(head: Token) -> bool:
    """Tell whether a name is one of a thing: "Sarnath said its council …"."""
    clauses = children(head.head, "ccomp") if head.dep_ == "nsubj" else []
    subjects = [noun for clause in clauses for noun in children(clause, "nsubj", "nsubjpass")]
    return any(owner.lower_ == "its" for noun in subjects for owner in children(noun, "poss"))


def _subject_before(owner: Token) -> Token | None:
    """Return what "its" means in "the group spoke through Ann Lee, its chief": the sentence's subject."""
    if owner.pos_ != "PRON":
        return None
    before = owner.doc[owner.sent.start : owner.i]
    return next((t for t in before if t.dep_ == "nsubj" and t.pos_ in ("NOUN", "PROPN")), None)


def _noun_after(end: int, doc: Doc) -> Token | None:
    """Return the noun of a description that directly follows a name: "an official", "head of X"."""
    if end + 1 >= len(doc):
        return None
    following = doc[end + 1]
    if following.lower_ in ("a", "an") and following.head.i > following.i:
        return following.head if following.head.dep_ not in ("dobj", "oprd", "attr") else None
    is_described = following.pos_ == "NOUN" and following.dep_ not in ("appos", "dobj")
    return following if is_described and tail(following, following) else None


def _is_telling(body: Entity, thing: Token, phrase: str) -> bool:
    """Tell whether something is a body: by its noun, or by a name that is no place."""
    if not body.body:
        return False
    if body.names and not any(singular(word) in bodies() for word in folded(body.name).split()):
        placed = phrase in ("in", "at") or thing.ent_type_ in ("GPE", "LOC", "FAC", "DATE", "TIME")
        return not placed or bool(body.nouns)
    return True


def role_words(head: Token) -> list[Token]:
    """Return an apposition's words without its article, up to a clause or a further apposition."""
    stops = [
        child.left_edge.i
        for child in head.children
        if child.i > head.i and (child.dep_ in _ENDS or child.dep_ == "cc" or child.is_punct)
    ]
    end = min([*stops, head.right_edge.i + 1, head.left_edge.i + _LONGEST_ROLE])
    tokens = []
    for token in head.doc[head.left_edge.i : end]:
        if token.i > head.i and (
            token.text == ","
            or token.lower_ in _RELATIVES
            or token.is_quote
            or token.ent_type_ in ("DATE", "TIME")
        ):
            break
        tokens.append(token)
    while tokens and (tokens[-1].is_punct or tokens[-1].is_space or tokens[-1].pos_ in ("ADP", "DET")):
        tokens.pop()
    while tokens and (tokens[0].is_punct or tokens[0].pos_ == "DET" or tokens[0].tag_ == "PRP$"):
        tokens.pop(0)
    return tokens
