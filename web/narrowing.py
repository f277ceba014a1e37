"""The filters of the chat: days of publication and outlets."""

from collections.abc import Sequence
from dataclasses import dataclass

import gradio as gr

from index.filters import Filters
from index.holdings import outlets
from index.index import Index
from web.asked import read_day


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The fields that narrow a question."""

    since: gr.Textbox
    until: gr.Textbox
    outlets: gr.Dropdown

    @property
    def fields(self) -> list[gr.components.Component]:
        """Return the fields in the order in which `read_filters` takes their values."""
        return [self.since, self.until, self.outlets]

    def filled(self, filters: Filters) -> dict[gr.blocks.Block, object]:
        """Return what the fields hold for `filters`."""
        return {
            self.since: filters.since.isoformat() if filters.since else "",
            self.until: filters.until.isoformat() if filters.until else "",
            self.outlets: list(filters.outlets),
        }


def narrowing(index: Index) -> Narrowing:
    """Put the filters into the page that is being built."""
    with gr.Accordion("Narrow by date and outlet", open=False), gr.Row(elem_classes="narrowing"):
        since = _day("Published from")
        until = _day("Published until")
        known = [(f"{outlet.name} ({outlet.articles})", outlet.name) for outlet in outlets(index.database)]
        chosen = gr.Dropdown(known, multiselect=True, label="Outlets", info="all, unless you choose", scale=2)
    return Narrowing(since, until, chosen)


def _day(label: str) -> gr.Textbox:
    return gr.Textbox(label=label, placeholder="YYYY-MM-DD", info="year, month, day", max_length=10)


def read_filters(since: str, until: str, outlets: Sequence[str]) -> Filters:
    """Return what the fields' values ask for; raises SaysWhoError on a day that is none."""
    return Filters(read_day(since), read_day(until), tuple(outlets))
