"""The panel beside the chat: the evidence of the latest answer, its citations to copy, and feedback."""

from dataclasses import dataclass

import gradio as gr

from assistant.answer import Answer
from assistant.feedback import LONGEST_COMMENT, Feedback, FeedbackFile, FeedbackKind
from corpus.errors import SaysWhoError
from index.index import Index
from web.answered import evidence_panel
from web.citing import cite
from web.markup import fragment
from web.thread import Thread

WIDTH = 440
"""Pixels, on a screen wide enough to stand beside the chat."""


@dataclass(frozen=True, slots=True)
class Panel:
    """The parts of the panel that an answer changes."""

    sidebar: gr.Sidebar
    evidence: gr.Markdown
    tools: gr.Column
    citations: gr.Dropdown
    copied: gr.Textbox

    @property
    def parts(self) -> list[gr.blocks.Block]:
        """Return what `shown` gives new values for."""
        return [self.sidebar, self.evidence, self.tools, self.citations, self.copied]

    def shown(self, answer: Answer, index: Index, site: str) -> dict[gr.blocks.Block, object]:
        """Return the panel's new state for an answer; `site` is the address that citations begin with."""
        cited = [
            (f"[{citation.marker}] {citation.statement.source.name}", cite(citation, site))
            for citation in answer.citations
        ]
        first = cited[0][1] if cited else None
        return {
            self.sidebar: gr.Sidebar(open=True),
            self.evidence: evidence_panel(answer, index),
            self.tools: gr.Column(visible=True),
            self.citations: gr.Dropdown(cited, value=first, visible=bool(cited)),
            self.copied: gr.Textbox(first, visible=bool(cited)),
        }


def panel(feedback: FeedbackFile, thread: gr.State) -> Panel:
    """Put the panel into the page that is being built."""
    with gr.Sidebar(position="right", width=WIDTH, open=False, elem_classes="beside") as sidebar:
        gr.Markdown("## Evidence")
        evidence = gr.Markdown(
            fragment("evidence.html", cited=(), retrieved=()), latex_delimiters=[], elem_id="evidence"
        )
        with gr.Column(visible=False) as tools:
            citations = gr.Dropdown([], label="Cite", interactive=True)
            copied = gr.Textbox(
                label="Citation to copy", lines=3, interactive=False, buttons=["copy"], elem_id="citation"
            )
            citations.input(lambda text: text, citations, copied, queue=False, api_visibility="private")
            _feedback(feedback, thread)
    return Panel(sidebar, evidence, tools, citations, copied)


def _feedback(feedback: FeedbackFile, thread: gr.State) -> None:
    kinds = [(kind.value.capitalize(), kind.value) for kind in FeedbackKind]
    kind = gr.Radio(kinds, label="Is this answer right?")
    comment = gr.Textbox(label="Comment", placeholder="What is right instead?", max_length=LONGEST_COMMENT)
    send, thanks = gr.Button("Send feedback", size="sm"), gr.Markdown(elem_classes="thanks")

    def keep(thread: Thread, kind: str | None, comment: str) -> tuple[str, str | None, str]:
        if kind is None or thread.answer is None:
            return "Choose one of the four first.", kind, comment
        try:
            feedback.keep(Feedback(thread.answer, FeedbackKind(kind), comment))
        except SaysWhoError as error:
            return fragment("notice.html", text=str(error)), kind, comment
        return "Thank you. It is kept beside the index.", None, ""

    send.click(keep, [thread, kind, comment], [thanks, kind, comment], queue=False, api_visibility="private")
