"""The cue lexicon: classes, stances and frames."""

from corpus.attribution.frames import FRAMES, PREPOSITIONS
from corpus.attribution.lexicon import lexicon
from corpus.statement import Stance

CLASSES = {
    "speech",
    "denial",
    "confirmation",
    "accusation",
    "prediction",
    "hedge",
    "cognition",
    "publication",
}


def test_verbs_of_every_class_are_there() -> None:
    verbs = lexicon().verbs
    assert len(verbs) >= 250
    assert {cue.family for cue in verbs.values()} >= CLASSES


def test_frames_are_those_that_rules_know() -> None:
    known = {"clause", "passive", *FRAMES}
    for cue in lexicon().verbs.values():
        assert cue.frames | cue.weak <= known, cue.lemma
    for cue in lexicon().nouns.values():
        assert cue.frames <= {"that", "to", *PREPOSITIONS}, cue.lemma


def test_a_weak_frame_attributes_only_in_the_main_verb() -> None:
    weak = next(cue for cue in lexicon().verbs.values() if cue.weak)
    frame = next(iter(weak.weak))
    assert weak.governs(frame, main=True)
    assert not weak.governs(frame, main=False)


def test_classes_give_the_stance() -> None:
    verbs = lexicon().verbs
    assert [verbs[lemma].stance for lemma in ("say", "deny", "confirm")] == [
        Stance.ASSERTS,
        Stance.DENIES,
        Stance.CONFIRMS,
    ]
