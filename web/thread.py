"""The thread: what was asked and answered so far, kept on the server for as long as the page is open."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.answer import Answer
from web.markup import fragment


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and the HTML of what is shown for it; `follow_ups` are questions offered next."""

    question: str
    reply: str
    follow_ups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thread:
    """The turns of a conversation, oldest first, and the latest answer."""

    turns: tuple[Turn, ...] = ()
    answer: Answer | None = None

    @property
    def earlier(self) -> tuple[str, ...]:
        """Return the questions before the latest."""
        return tuple(turn.question for turn in self.turns[:-1])

    def asking(self, question: str) -> "Thread":
        """Return the thread with a new question, which is being answered."""
        return replace(self, turns=(*self.turns, Turn(question, fragment("progress.html"))))

    def replying(self, reply: str, follow_ups: tuple[str, ...] = ()) -> "Thread":
        """Return the thread with the latest question's reply as far as it has come."""
        *before, latest = self.turns
        return replace(self, turns=(*before, Turn(latest.question, reply, follow_ups)))

    def messages(self) -> list[Mapping[str, object]]:
        """Return the thread as Gradio's chat shows it; only the latest follow-ups can be chosen."""
        return [
            message for turn in self.turns for message in _messages(turn, is_latest=turn is self.turns[-1])
        ]


def _messages(turn: Turn, is_latest: bool) -> list[Mapping[str, object]]:
    options = [{"value": question, "label": question} for question in turn.follow_ups if is_latest]
    return [
        {"role": "user", "content": fragment("question.html", text=turn.question)},
        {"role": "assistant", "content": turn.reply, "options": options},
    ]
