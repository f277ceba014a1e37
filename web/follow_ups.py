"""Questions to ask next: what those who were heard have to say besides."""

from itertools import chain, zip_longest

from assistant.answer import Answer, Citation
from corpus.source import SourceKind
from corpus.statement import Form

OFFERED = 3
"""Questions offered after an answer."""

_NAMED = (SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.GOVERNMENT, SourceKind.MEDIA)


def follow_ups(answer: Answer) -> tuple[str, ...]:
    """Return a question for each of a few sources, taking the positions in turn.

    They are short, as people would ask them: the conversation tells what they are about.
    """
    in_turn = chain.from_iterable(zip_longest(*(position.citations for position in answer.positions)))
    names = dict.fromkeys(_name(citation) for citation in in_turn if citation and _is_quoted(citation))
    asked = answer.question.casefold()
    return tuple(f"What does {name} say?" for name in names if name.casefold() not in asked)[:OFFERED]


def _is_quoted(citation: Citation) -> bool:
    statement = citation.statement
    return statement.form is not Form.NARRATION and statement.source.kind in _NAMED


def _name(citation: Citation) -> str:
    name = citation.statement.source.name
    bare = name[:1].islower() and not name.startswith("the ")
    return f"the {name}" if bare else name
