"""The dialogue: questions of the chat in, answers streamed out."""

import logging
from collections.abc import Iterator

from assistant.answer import Verdict
from corpus.errors import SaysWhoError
from index.filters import Filters
from index.index import Index
from web.answered import NO_REPORTS, answer_parts
from web.answerer import Answerer
from web.asked import Asked
from web.follow_ups import follow_ups
from web.markup import fragment
from web.thread import Thread

BROKEN = (
    "Something went wrong on the server, and it was written to its log. Ask again, or ask something else."
)


class Dialogue:
    """Answers the questions of one thread after another; safe to call from several threads."""

    def __init__(self, index: Index, answerer: Answerer) -> None:
        self._index, self._answerer = index, answerer

    def reply(self, thread: Thread, filters: Filters) -> Iterator[Thread]:
        """Answer the latest question of a thread: yield the thread as the reply grows.

        What goes wrong is told in the reply; a bug is logged with its traceback.
        """
        try:
            yield from self._answer(thread, filters)
        except SaysWhoError as error:
            yield thread.replying(notice(str(error)))
        except Exception:
            logging.getLogger(__name__).exception("a question could not be answered")
            yield thread.replying(notice(BROKEN))

    def _answer(self, thread: Thread, filters: Filters) -> Iterator[Thread]:
        found = self._answerer.ask(thread.turns[-1].question, filters, thread.earlier)
        if found.verdict is Verdict.NONE and not self._index.stats().articles:
            yield thread.replying(notice(NO_REPORTS))
            return
        *growing, whole = answer_parts(found, Asked(found.question, filters), self._index)
        yield from (thread.replying(part) for part in growing)
        yield Thread(thread.replying(whole, follow_ups(found)).turns, found)


def notice(text: str) -> str:
    """Return a message of ours, as the chat shows it."""
    return fragment("notice.html", text=text)
