"""What interrupts the body where a page lost its line breaks: captions, tags, buttons."""

import re
from collections.abc import Iterator

from corpus.blocks.block import Block, BlockKind
from corpus.blocks.patterns import CAPTION_VERB, CREDIT, INSIDE, PHOTO
from corpus.blocks.sentences import sentence_start

_LONGEST_CAPTION = 500
_MOST_WORDS = 60
_SAYING = re.compile(r"\b(?:says?|said|told|tells?|reported|reports|according to|added|announced)\b")
_NEW_SENTENCE = re.compile(r"\s*(?:$|[\"“‘]?[A-Z0-9])")
_SPELT_OUT = re.compile(r"\b(?:Agency|Agence|Press|Presse|Network|Television|TV|Service)\s*$")
_VIDEO = re.compile(r"\s[-–—]\s(?:YouTube|Vimeo|Dailymotion)\b(?=\s+[\"“A-Z]|\s*$)")
_TAGS = re.compile(r"(?<=[\w.!?\"”]\s)Tags:?\s(?=[A-Z])")
_TAG_WINDOW = 320
_FUNCTION_WORD = re.compile(
    r"\b(?:The|An?|At|In|On|After|As|More than|Almost|About|Some|It|He|She|"
    r"[a-z]{2,}ed|says?|said|told|kills?|hit|struck|took|fled|seize|is|are|was|were|has|have|had|will|in|on|at|by|from|after|near|with|and|of|for|who|that|when|a|an|the)\b"
)
_CAPITALISED_RUN = re.compile(r"(?<=\s)(?:[\"“]?[A-Z0-9][\w'’-]*\s)+(?=(?:(?:[a-z][\w'’-]*|[-–—])\s)*$)")
_MOSTLY = 0.7


def inside(text: str, start: int, end: int) -> list[Block]:
    """Return the blocks within a stretch of body that are no body, in order, disjoint."""
    found = [*_pieces(text, start, end), *_credited(text, start, end)]
    found += [*_videos(text, start, end), *_tags(text, start, end)]
    kept: list[Block] = []
    for block in sorted(found, key=lambda block: (block.start, -block.end)):
        if not kept or block.start >= kept[-1].end:
            kept.append(block)
    return kept


def _pieces(text: str, start: int, end: int) -> Iterator[Block]:
    for piece in INSIDE:
        for match in piece.pattern.finditer(text, start, end):
            yield Block(match.start(), match.end(), piece.kind)
            if piece.kind is BlockKind.DATELINE:
                yield from _before_place(text, start, match.start())


def _before_place(text: str, start: int, place: int) -> Iterator[Block]:
    """Yield the title of another story, in capitals and without a full stop, before a place line."""
    begin = sentence_start(text, place, max(start, place - _LONGEST_CAPTION))
    words = text[begin:place].split()
    capitals = sum(not word[0].islower() for word in words)
    if words and not words[-1].endswith((".", '"', "”", "!", "?")) and capitals >= _MOSTLY * len(words):
        yield Block(begin, begin + len(text[begin:place].rstrip()), BlockKind.BOILERPLATE)


def _credited(text: str, start: int, end: int) -> Iterator[Block]:
    """Yield the captions that a credit in brackets follows, and such credits on their own."""
    for credit in CREDIT.finditer(text, start, end):
        begin = sentence_start(text, credit.start(), max(start, credit.start() - _LONGEST_CAPTION))
        sentence = text[begin : credit.start()]
        if not _NEW_SENTENCE.match(text, credit.end(), end) or _SPELT_OUT.search(sentence):
            continue
        if _is_caption(sentence, photo=PHOTO.search(credit[0]) is not None):
            yield Block(begin, credit.end(), BlockKind.CAPTION)
        elif not sentence.strip() or sentence.rstrip().endswith((".", "!", "?", '"', "”")):
            yield Block(credit.start(), credit.end(), BlockKind.CAPTION)


def _is_caption(sentence: str, photo: bool) -> bool:
    words = len(sentence.split())
    if not 0 < words <= _MOST_WORDS or _SAYING.search(sentence):
        return False
    return photo or CAPTION_VERB.search(sentence) is not None


def _videos(text: str, start: int, end: int) -> Iterator[Block]:
    """Yield the titles of embedded videos: "Convoy reaches the town - YouTube"."""
    for video in _VIDEO.finditer(text, start, end):
        begin = sentence_start(text, video.start(), max(start, video.start() - _LONGEST_CAPTION))
        if len(text[begin : video.start()].split()) <= _MOST_WORDS // 2:
            yield Block(begin, video.end(), BlockKind.CAPTION)


def _tags(text: str, start: int, end: int) -> Iterator[Block]:
    """Yield a list of tags, up to the capitals that the next sentence's subject may begin with.

    The cut errs to the side of the body: tags beside the subject may stay with it.
    """
    for tags in _TAGS.finditer(text, start, end):
        word = _FUNCTION_WORD.search(text, tags.end(), min(end, tags.end() + _TAG_WINDOW))
        if word is None:
            continue
        stop = word.start()
        if word[0].islower():
            run = _CAPITALISED_RUN.search(text, tags.end(), word.start())
            stop = run.start() if run else tags.end()
        yield Block(
            tags.start(), tags.start() + len(text[tags.start() : stop].rstrip()), BlockKind.BOILERPLATE
        )
