"""The chat: a question in, the answer as Markdown with links to the cited words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import gradio as gr

from assistant.rendering import as_markdown
from assistant.rendering.escaping import markdown
from corpus.errors import SaysWhoError
from web.answerer import Answerer
from web.report import link

Message = Mapping[str, Any]

FONTS = ("system-ui", "sans-serif")  # of the reader's own machine: none is fetched
MONOSPACE = ("ui-monospace", "monospace")
THEME = gr.themes.Default(primary_hue="blue", font=FONTS, font_mono=MONOSPACE)
PLACEHOLDER = "Ask the reports a question. Every source is named, quoted and compared."


def chat(
    assistant: Answerer, examples: Sequence[str] = (), at_once: int = 16, waiting: int = 100
) -> gr.Blocks:
    """Return the page of the chat; `examples` are questions to start from.

    `at_once` questions are answered at the same time, `waiting` more may queue.
    """

    def answer(question: str, conversation: Sequence[Message]) -> str:
        try:
            found = assistant.ask(question, history=earlier_questions(conversation))
        except SaysWhoError as error:
            return markdown(str(error))
        return as_markdown(found, link)

    page = gr.Blocks(title="Says Who", analytics_enabled=False, fill_height=True)
    with page:
        gr.Markdown("# Says Who")
        gr.ChatInterface(
            answer,
            chatbot=_chatbot(),
            textbox=gr.Textbox(
                label="Question",
                placeholder="Your question",
                max_length=2_000,
                autofocus=True,
                submit_btn=True,
            ),
            examples=list(examples) or None,
            cache_examples=False,
            api_visibility="private",
            concurrency_limit=at_once,
        )
    page.queue(max_size=waiting)
    return page


def _chatbot() -> gr.Chatbot:
    return gr.Chatbot(
        show_label=False,
        scale=1,
        placeholder=PLACEHOLDER,
        layout="panel",
        latex_delimiters=[],
        buttons=["copy"],
        allow_tags=False,
    )


def earlier_questions(conversation: Iterable[Message]) -> tuple[str, ...]:
    """Return what the user asked before, oldest first, from Gradio's messages."""
    asked = (message["content"] for message in conversation if message["role"] == "user")
    return tuple(_text(content) for content in asked)


def _text(content: str | Sequence[Message]) -> str:
    if isinstance(content, str):
        return content
    return " ".join(part["text"] for part in content if part["type"] == "text")
