"""Questions to start from, where the index holds the reports that answer them."""

from index.index import Index

SAMPLE: dict[str, str] = {}


def examples(index: Index) -> list[str]:
    return []
