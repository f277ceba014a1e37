"""The chat's page: the conversation, what it is narrowed to, and the evidence beside it."""

import gradio as gr

from assistant.feedback import FeedbackFile
from index.index import Index
from web.answerer import Answerer
from web.asking import Asking
from web.dialogue import Dialogue
from web.examples import examples
from web.markup import fragment
from web.narrowing import narrowing
from web.panel import panel
from web.thread import Thread

REMEMBERED = 3_600
"""Seconds for which an idle conversation is remembered."""
LONGEST = 2_000
"""Characters of a question."""
PLACEHOLDER = "Ask the reports a question. Every source is named, quoted and compared."


def chat(index: Index, answerer: Answerer, at_once: int = 16, waiting: int = 100) -> gr.Blocks:
    """Return the page of the chat over an open `index`.

    `at_once` questions are answered at the same time, `waiting` more may queue.
    """
    page = gr.Blocks(title="Says Who", analytics_enabled=False, fill_height=True)
    with page:
        thread = gr.State(Thread(), time_to_live=REMEMBERED)
        linked = gr.Textbox(visible="hidden")
        with gr.Column(elem_classes="talk", scale=1):
            gr.Markdown(masthead(index), elem_classes="top")
            chatbot, textbox = _chatbot(examples(index)), _textbox()
            narrowed = narrowing(index)
        beside = panel(FeedbackFile(index.database.folder), thread)
        asking = Asking(index, Dialogue(index, answerer), thread, chatbot, textbox, narrowed, beside)
        for trigger, answered, inputs in (
            (textbox.submit, asking.typed, [*asking.inputs, textbox]),
            (chatbot.example_select, asking.chosen, asking.inputs),
            (chatbot.option_select, asking.chosen, asking.inputs),
            (linked.change, asking.linked, [thread, linked]),
        ):
            trigger(
                answered,
                inputs,
                asking.outputs,
                concurrency_limit=at_once,
                concurrency_id="asking",
                trigger_mode="once",
                show_progress="minimal",
                show_progress_on=[chatbot],
                api_visibility="private",
            )
        # Not queued: a question typed while the queue closes the stream of an earlier event would be lost.
        page.load(query, None, linked, queue=False, api_visibility="private")
        chatbot.clear(Thread, None, thread, queue=False, api_visibility="private")
    page.queue(max_size=waiting)
    return page


def query(request: gr.Request) -> str:
    """Return what the page's address asks, as written there."""
    return str(request.query_params)


def masthead(index: Index) -> str:
    """Return the head of the page, with how much there is to ask."""
    return fragment("masthead.html", stats=index.stats())


def _chatbot(questions: list[str]) -> gr.Chatbot:
    return gr.Chatbot(
        show_label=False,
        label="Conversation",
        scale=1,
        height="100%",
        placeholder=PLACEHOLDER,
        examples=[{"text": question} for question in questions],
        layout="panel",
        latex_delimiters=[],
        buttons=[],
        feedback_options=None,
        allow_tags=False,
    )


def _textbox() -> gr.Textbox:
    return gr.Textbox(
        label="Question",
        placeholder="Your question",
        max_length=LONGEST,
        autofocus=True,
        submit_btn="Ask",
    )
