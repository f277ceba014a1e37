"""An answer as a Markdown file."""

from assistant.answer import Answer
from assistant.rendering import as_markdown
from assistant.rendering.escaping import markdown
from web.report import link


def note(answer: Answer, site: str) -> bytes:
    """Return the question and its answer; links lead to the reports on `site`, which ends with a slash."""
    text = as_markdown(answer, lambda citation: link(citation, site))
    return f"# {markdown(answer.question)}\n\n{text}\n".encode()
