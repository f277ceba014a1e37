"""HTML for the chat, made from templates: whatever is put in shows itself and does nothing else."""

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from assistant.answer import Cause, Relation
from assistant.rendering.escaping import markdown
from assistant.rendering.wording import STANCES, VERDICTS, day, excerpt
from web.report import link

_RELATIONS = {
    Relation.CONTRADICTS: "contradict each other",
    Relation.DISPUTES: "dispute each other",
    Relation.PARTLY: "differ in part",
    Relation.SUPERSEDED: "belong to different times",
}
_CAUSES = {
    Cause.DENIAL: ": one denies the other",
    Cause.NUMBER: " about a number",
    Cause.DATE: " about a date",
    Cause.PLACE: " about a place",
    Cause.ACTOR: " about who did it",
    Cause.STATE: " about how things stand",
    Cause.MODALITY: ": one tells of a deed, the other of an intention",
    Cause.OTHER: "",
}


def _shown(value: object) -> str:
    """Escape what a template puts in, for HTML and for Markdown: the chat reads its text as both.

    A space at either end stays, as one that parts the words of a passage.
    """
    text = str(value)
    return f"{' ' * text[:1].isspace()}{markdown(text)}{' ' * text[-1:].isspace()}"


_TEMPLATES = Environment(
    loader=PackageLoader("web", "templates/chat"),
    autoescape=select_autoescape(()),  # `finalize` escapes more: HTML alone would leave Markdown
    finalize=_shown,
    undefined=StrictUndefined,
)
_TEMPLATES.filters |= {
    "cause": _CAUSES.__getitem__,
    "day": day,
    "excerpt": excerpt,
    "link": lambda citation: link(citation, base=""),
    "relation": _RELATIONS.__getitem__,
    "stance": STANCES.__getitem__,
    "verdict": VERDICTS.__getitem__,
}


def fragment(template: str, **context: object) -> str:
    """Return a template of `templates/chat/`, filled in; a blank line would end HTML within Markdown.

    The templates include each other and have no macros: their HTML would be escaped too.
    """
    lines = _TEMPLATES.get_template(template).render(context).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())
