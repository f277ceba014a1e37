"""The answer as JSON, as text for a terminal, and as Markdown."""

from assistant.rendering.document import as_json
from assistant.rendering.markdown import as_markdown
from assistant.rendering.terminal import as_text

__all__ = ["as_json", "as_markdown", "as_text"]
