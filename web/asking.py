"""Asking: from a question typed, chosen or linked to, to what the page shows for it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import gradio as gr
from starlette.datastructures import QueryParams

from corpus.errors import SaysWhoError
from index.index import Index
from web.asked import Asked, read_asked
from web.dialogue import Dialogue, notice
from web.narrowing import Narrowing, read_filters
from web.panel import Panel
from web.thread import Thread

Shown = Mapping[gr.blocks.Block, object]
"""The parts of the page that change, with what they show then."""


@dataclass(frozen=True, slots=True)
class Asking:
    """The parts of the page that have to do with a question."""

    index: Index
    dialogue: Dialogue
    thread: gr.State
    chatbot: gr.Chatbot
    textbox: gr.Textbox
    narrowing: Narrowing
    panel: Panel

    @property
    def inputs(self) -> list[gr.blocks.Block]:
        """Return the parts whose values the methods take, in order."""
        return [self.thread, *self.narrowing.fields]

    @property
    def outputs(self) -> list[gr.blocks.Block]:
        """Return the parts that the methods change."""
        return [self.textbox, self.chatbot, *self.inputs, *self.panel.parts]

    def typed(
        self, thread: Thread, since: str, until: str, outlets: list[str], question: str, request: gr.Request
    ) -> Iterator[Shown]:
        """Answer the question in the field; yields what the page shows."""
        yield from self._ask(thread, lambda: Asked(question, read_filters(since, until, outlets)), request)

    def chosen(
        self,
        thread: Thread,
        since: str,
        until: str,
        outlets: list[str],
        event: gr.SelectData,
        request: gr.Request,
    ) -> Iterator[Shown]:
        """Answer an example, or a follow-up, that was chosen; yields what the page shows."""
        question = event.value["text"] if isinstance(event.value, dict) else event.value
        yield from self._ask(thread, lambda: Asked(question, read_filters(since, until, outlets)), request)

    def linked(self, thread: Thread, query: str, request: gr.Request) -> Iterator[Shown]:
        """Answer what the query of the page's address asks, if anything; yields what the page shows."""
        yield from self._ask(thread, lambda: read_asked(QueryParams(query)), request)

    def _ask(self, thread: Thread, read: Callable[[], Asked], request: gr.Request) -> Iterator[Shown]:
        """Yield first that the question is being answered, then the answer as it grows, then its evidence."""
        try:
            asked = read()
        except SaysWhoError as error:
            refused = thread.asking("").replying(notice(str(error)))
            yield {self.thread: refused, self.chatbot: refused.messages()}
            return
        if not asked.question.strip():
            yield {self.thread: thread}
            return
        thread = thread.asking(asked.question)
        yield {**self._shown(thread), **self.narrowing.filled(asked.filters)}
        for grown in self.dialogue.reply(thread, asked.filters):
            yield self._shown(grown)
            if grown.answer is not None and grown.answer is not thread.answer:
                yield self.panel.shown(grown.answer, self.index, str(request.base_url))

    def _shown(self, thread: Thread) -> Shown:
        return {self.textbox: "", self.thread: thread, self.chatbot: thread.messages()}
