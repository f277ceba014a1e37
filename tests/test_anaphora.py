"""Names that a statement means and does not spell out."""

import pytest

from tests.made_statements import report, said

MEANT = [
    ("Rebels hold the village of Orlo. The army said it had entered the village.", ("Orlo",)),
    ("Orlo, a village in the hills, is empty. The army said it had entered the village.", ("Orlo",)),
    ("The Mallow farms lie to the north. The army said it had burnt the farms.", ("Mallow",)),
    ("Fire broke out on the ferry Maren Star. Ann Lee said the ferry was lost.", ("Maren Star",)),
    ("Fire broke out on the ferry Maren Star. Ann Lee said nobody had died in the fire.", ("Maren Star",)),
    ("The 1070 Towers district is quiet. The army said it held the district.", ("1070 Towers",)),
    ("Soldiers went to the village of Orlo. Ann Lee said nobody had fought there.", ("Orlo",)),
    ("Orlo, a village in the hills, is empty. State media said the army had gone into it.", ("Orlo",)),
    ("The Transport Ministry is closed. Ann Lee said the ministry was bankrupt.", ("Transport Ministry",)),
]
NOT_MEANT = [
    "The army said it had entered the village. Rebels hold the village of Orlo.",
    "Rebels hold the village of Orlo. The army said it had entered a village.",
    "Rebels hold the village of Orlo. The army said there were no roads.",
    "The Harbour Commission met. Ann Lee said it was clear that the road was shut.",
    "The Syrian army advanced. Ann Lee said the river was high.",
]


@pytest.mark.parametrize(("text", "names"), MEANT)
def test_what_a_word_stands_for(text: str, names: tuple[str, ...]) -> None:
    assert said(text).referents == names


@pytest.mark.parametrize("text", NOT_MEANT)
def test_a_word_that_stands_for_no_name(text: str) -> None:
    statements = [s for s in report(text).statements if s.form != "narration"]
    assert [statement.referents for statement in statements] == [()]


def test_the_antecedent_of_a_relative_clause() -> None:
    text = "The army besieged the district of Orlo, which the council says is home to 900 people."
    assert said(text).referents == ("Orlo",)


def test_the_outlets_own_sentence_means_names_too() -> None:
    text = "The Relief League sent ten lorries on Monday. It has worked in the valley for a year."
    assert report(text).statements[-1].referents == ("Relief League",)


def test_a_name_that_is_spelt_out_is_no_referent() -> None:
    text = "Rebels hold the village of Orlo. The army said it had entered the village of Orlo."
    assert said(text).referents == ()


def test_she_is_who_was_named_last() -> None:
    text = "Ann Lee has resigned, her office announced. The council said she had left on Monday."
    assert said(text).referents == ("Ann Lee",)
