"""Resolving the sources of an article: names in the order of the text, and who speaks."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from corpus.attribution.lexicon import lexicon
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.attribution.tree import children
from corpus.resolution.capitals import is_capital, is_heading, run_end
from corpus.resolution.description import describe
from corpus.resolution.entity import Entity
from corpus.resolution.lost_commas import named_before
from corpus.resolution.registry import Registry
from corpus.resolution.run_together import part_names, person_after
from corpus.resolution.sayings import agrees, enclosing, names_in
from corpus.resolution.speakers import speakers
from corpus.resolution.surroundings import Surroundings, role_words
from corpus.resolution.vocabulary import bodies, can_speak, is_human, singular, words

_INSIDE = ("compound", "punct", "nmod", "amod")
_SPEECH = ("speech", "denial", "confirmation", "accusation")
_SHOWING = tuple("claim confirm show suggest demonstrate indicate prove see mean reveal".split())
_MAIN = ("ROOT", "conj")
_NUMBERS = ("CARDINAL", "PERCENT", "MONEY", "QUANTITY", "DATE", "TIME", "ORDINAL")
_ANSWERING = ("disagree", "dispute", "contradict")
_OWNED = ("by", "from", "of")
_CARRYING = ("carry", "publish", "air", "broadcast", "flash", "post", "run", "cite", "see", "obtain", "quote")


class Resolver:
    """Links every noun phrase that names or speaks, article by article."""

    def __init__(self) -> None:
        self.registry = Registry()
        self._entities: dict[Token, Entity] = {}
        self._surroundings = Surroundings(self.registry, self._meet)
        self._enclosing: dict[Token, Relation] = {}
        self._saying: dict[Token, Relation] = {}
        self._papers: dict[str, Entity] = {}
        self._in_heading = False

    def resolve(self, paragraphs: Sequence[Paragraph], relations: Iterable[Relation]) -> None:
        """Read the article once, in the order of its text, so that `entity` can answer."""
        found = list(relations)
        speaking = {head: relation.paragraph for relation in found for head in heads(relation)}
        self._enclosing = enclosing(found, speaking)
        self._saying = {head: relation for relation in found for head in heads(relation)}
        for paragraph in paragraphs:
            part_names(paragraph.doc)
            for token in paragraph.doc:
                self._read(paragraph, token, token in speaking)

    def _read(self, paragraph: Paragraph, token: Token, speaks: bool) -> None:
        if token.is_sent_start and not paragraph.in_speech(token):
            self.registry.next_sentence()
        if token.is_sent_start:
            self._in_heading = is_heading(token.sent)
        is_subject = _is_main_subject(token) and not paragraph.in_speech(token)
        acts = _reports(token) or (is_subject and _is_named_body(token))
        speaks = speaks or (acts and not paragraph.in_speech(token))
        if not speaks and person_after(token):
            self._meet(paragraph, token)
        self._issue(paragraph, token)
        if not speaks and _is_cited(token):
            self._meet(paragraph, token)
        if self._in_heading and not speaks:
            return
        if speaks or _is_name(token) or (is_subject and self._named_apposition(paragraph, token)):
            entity = self._meet(paragraph, token)
            self.registry.mention(entity)
            if speaks or is_subject:
                self.registry.speaks(entity, speaks)

    def _issue(self, paragraph: Paragraph, paper: Token) -> None:
        """Remember whose paper one is that is first spoken of: "said in a statement"."""
        noun = singular(paper.lower_)
        if noun not in words("voice") or not any(word.lower_ == "a" for word in children(paper, "det")):
            return
        phrase = paper.head
        said = phrase.head if paper.dep_ == "pobj" and phrase.lower_ == "in" else phrase
        cue = lexicon().verb(said) if said.pos_ == "VERB" else None
        subjects = children(said, "nsubj") if cue is not None and cue.family in _SPEECH else []
        if subjects and subjects[0].i < said.i:
            self._papers[noun] = self._meet(paragraph, subjects[0])

    def entity(self, head: Token) -> Entity:
        """Return the entity that a source's head was resolved to."""
        return self._entities[head]

    def mention(self, token: Token) -> Entity | None:
        """Return the entity of a name that the article mentions, None where the token heads no name."""
        return self._entities.get(token)

    def can_speak(self, head: Token) -> bool:
        """Tell whether what a source's head was resolved to can say anything; numbers and deeds cannot."""
        entity = self._entities[head]
        if entity.name.lower() in words("platform") or _is_nobodys(entity):
            return False
        if entity.names or head.pos_ == "PRON":
            return bool(entity.name) and head.ent_type_ not in ("DATE", "TIME")
        if head.pos_ == "NUM" or (head.ent_type_ in _NUMBERS and not is_human(singular(head.lower_))):
            return any(is_human(thing.lemma_.lower()) for thing in _counted(head))
        return bool(entity.name) and (any(map(can_speak, entity.nouns)) or _says_clause(head))

    def _meet(self, paragraph: Paragraph, head: Token) -> Entity:
        if head in self._entities:
            return self._entities[head]
        owner = self._owner(paragraph, head)
        entity = owner if owner is not None else self._identify(paragraph, head)
        self._entities[head] = entity
        self._surroundings.learn(paragraph, head, entity)
        return entity

    def _identify(self, paragraph: Paragraph, head: Token) -> Entity:
        enclosing = self._enclosing.pop(head, None)
        if enclosing is not None and enclosing.head is not None and enclosing.head not in self._enclosing:
            speaker = self._meet(paragraph, enclosing.head)
            if agrees(head, speaker):
                return speaker
        subject = _main_subject(head)
        if subject is not None:
            return self._meet(paragraph, subject)
        described = describe(paragraph, head)
        name, role = named_before(head)
        if name is None and not described.name:
            name = self._named_apposition(paragraph, head)
            role = [token for token in role_words(head) if name is None or token.i < name.left_edge.i]
        if name is None:
            known = self.registry.surnamed(described.phrase) if not described.name else None
            return known or self.registry.entity(described, self._named(head))
        entity = self.registry.entity(describe(paragraph, name))
        self._entities.setdefault(name, entity)
        if role:
            nouns = [singular(token.lower_) for token in (head, role[-1])]
            noun = next(filter(is_human, nouns), described.noun)
            self._surroundings.describe(entity, replace(described, noun=noun), paragraph.words(list(role)))
        else:
            entity.organisations.append(self.registry.entity(described))
        return entity

    def _named(self, head: Token) -> frozenset[str]:
        """Return the folded names and definite nouns in what somebody says."""
        relation = self._saying.get(head) if head.i == 0 or head.nbor(-1).text != ":" else None
        return frozenset(names_in(relation.content)) if relation is not None else frozenset()

    def _named_apposition(self, paragraph: Paragraph, head: Token) -> Token | None:
        """Return the name in "the hospital's manager, Hamid Nour"."""
        if head.pos_ not in ("NOUN", "PROPN"):
            return None
        others = [other for other in children(head, "appos") if not _is_of_holder(other)]
        if is_human(singular(head.lower_)):
            others += [token for token in head.subtree if token.dep_ == "appos" and _in_tail(token, head)]
        return next((other for other in others if describe(paragraph, other).name), None)

    def _owner(self, paragraph: Paragraph, head: Token) -> Entity | None:
        """Return whose statement, report or figures a document is: they speak, not the paper."""
        noun = singular(head.lower_)
        if noun not in words("voice") or head.pos_ != "NOUN":
            return None
        is_several = head.tag_ == "NNS" and noun in ("report", "account")
        owners = children(head, "poss", "compound", "nmod")
        for phrase in children(head, "prep", "agent", "acl"):
            if phrase.lemma_ in _CARRYING:
                continue
            for link in [phrase, *children(phrase, "agent", "prep")]:
                owners += children(link, "pobj") if link.lower_ in _OWNED else []
        for owner in reversed(owners):
            named = owner.pos_ == "PRON" or is_capital(owner)
            if named or (owner.dep_ != "compound" and can_speak(singular(owner.lower_))):
                entity = self._meet(paragraph, owner)
                return entity if entity.name else None
        is_known = any(word.lower_ == "the" for word in children(head, "det")) and not is_several
        return self._papers.get(noun) or self.registry.last_body() if is_known else None


def _is_nobodys(entity: Entity) -> bool:
    """Tell whether a source is a channel or a figure that no body is known to hold: "the latest toll"."""
    name = entity.name.lower()
    if name.endswith("social media") or name.startswith("news of "):
        return True
    return not entity.names and any(noun in words("unheld") for noun in entity.nouns)


def _main_subject(pronoun: Token) -> Token | None:
    """Return the subject that "it" takes up in "the Front launched an attack as it announced …"."""
    verb = pronoun.head
    if (
        pronoun.lower_ != "it"
        or pronoun.dep_ != "nsubj"
        or verb.dep_ != "advcl"
        or not children(verb, "mark")
    ):
        return None
    root = pronoun.sent.root
    subjects = [noun for noun in children(verb.head, "nsubj") if noun.i < pronoun.i]
    noun = subjects[0] if subjects else root
    named = noun.pos_ == "PROPN" and noun.ent_type_ != "PERSON"
    if noun.i < pronoun.i and (named or singular(noun.lower_) in bodies()):
        return noun
    accused = [word for word in pronoun.sent if word.i < pronoun.i and word.lower_ in words("government")]
    return accused[-1] if accused and accused[-1].pos_ == "NOUN" else None


def _says_clause(head: Token) -> bool:
    """Tell whether a noun of no known sort is plainly said to say: "the tycoon said that …"."""
    unable = words("thing") | words("event") | words("area")
    verb = head.head
    if head.pos_ != "NOUN" or head.dep_ != "nsubj" or head.ent_type_ in _NUMBERS:
        return False
    return (
        bool(children(verb, "ccomp")) and verb.lemma_ not in _SHOWING and singular(head.lower_) not in unable
    )


def _counted(number: Token) -> list[Token]:
    """Return what a number counts: the relatives of "one of his relatives"."""
    return [thing for phrase in children(number, "prep") for thing in children(phrase, "pobj")]


def _in_tail(apposition: Token, head: Token) -> bool:
    """Tell whether an apposition was tied to the last noun of a tail: "the head of its mission, Ann Lee"."""
    phrase = apposition.head.head
    is_long = apposition.i > 0 and apposition.nbor(-1).dep_ == "compound"
    return phrase.dep_ == "prep" and phrase.head == head and is_long and not _is_body(apposition)


def _is_of_holder(apposition: Token) -> bool:
    """Tell whether an apposition to a body names its head: "the head of its mission, Ann Lee"."""
    phrase = apposition.head.head
    return (
        apposition.head.dep_ == "pobj"
        and is_human(singular(phrase.head.lower_))
        and _in_tail(apposition, phrase.head)
    )


def _is_body(token: Token) -> bool:
    return singular(token.lower_) in bodies()


def heads(relation: Relation) -> list[Token]:
    """Return the heads of everybody that a relation names: who speaks, and who relays it."""
    return [*speakers(relation), *relation.relays]


def _is_cited(token: Token) -> bool:
    """Tell whether somebody unnamed is quoted without words: "quoted a harbour spokesman on Monday"."""
    cited = token.dep_ == "dobj" and token.head.lemma_ in ("quote", "cite") and token.pos_ == "NOUN"
    return cited and is_human(singular(token.lower_))


def _is_name(token: Token) -> bool:
    if not token.whitespace_ and token.i + 1 < len(token.doc) and token.nbor(1).text == "-":
        return False  # "the UN-backed group" names no UN
    return token.pos_ == "PROPN" and token.dep_ not in _INSIDE and is_capital(token) and not _is_tail(token)


def _is_tail(token: Token) -> bool:
    """Tell whether a name is the tail of a longer one: "Human Rights" in "Observatory for Human Rights"."""
    phrase = token.head
    return (
        token.dep_ == "pobj"
        and phrase.lower_ in ("for", "of")
        and phrase.i > 0
        and phrase.nbor(-1).pos_ == "PROPN"
        and run_end(phrase.nbor(-1)) >= token.i
    )


def _reports(token: Token) -> bool:
    """Tell whether a body or people are said to say something: "where the army reported …"."""
    cue = lexicon().verb(token.head) if token.dep_ == "nsubj" and token.head.pos_ == "VERB" else None
    if token.dep_ == "nsubj" and token.head.lemma_ in _ANSWERING:
        return True
    noun = singular(token.lower_)
    several = token.tag_ == "NNS" and is_human(noun)
    return cue is not None and cue.family in _SPEECH and (several or noun in bodies())


def _is_named_body(token: Token) -> bool:
    """Tell whether a noun is that of a body with a name before it: "the Harbour Watch group"."""
    inside = any(is_capital(word) for word in token.lefts)
    return inside and token.pos_ == "NOUN" and singular(token.lower_) in bodies()


def _is_main_subject(token: Token) -> bool:
    verb = token.head
    if token.dep_ == "pobj" and verb.dep_ == "agent":
        verb = verb.head
        return verb.dep_ in _MAIN
    return token.dep_ in ("nsubj", "nsubjpass") and verb.dep_ in _MAIN
