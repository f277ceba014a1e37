"""Questions to start from, where the index holds the reports that answer them."""

from index.index import Index

SAMPLE = {
    "Who controls Minian?": "aleppo-meridian",
    "Is Russia about to resume air strikes around Aleppo?": "aleppo-cedar-radio",
    "How many people died in the fire on the ferry Maren Castle?": "ferry-harbour-post",
    "Did Brentmoor Solvents pollute the River Corrin?": "spill-northern-courier",
    "Has Transport Minister Ilse Varnholt resigned?": "minister-cedar-radio",
    "How many prisoners were exchanged at Sarmet?": "exchange-meridian",
}
"""Questions about the bundled sample, each with the id of a report that helps to answer it."""


def examples(index: Index) -> list[str]:
    """Return the questions whose report is in the index: none for a collection of one's own."""
    return [question for question, article_id in SAMPLE.items() if index.article(article_id)]
