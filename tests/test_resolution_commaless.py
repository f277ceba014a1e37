"""Who speaks where lost commas and apostrophes have run names and descriptions together."""

import pytest

from tests.made_statements import attributed, said

PERSONS = [
    ("Director of the Lissau Observatory for Human Rights Karel van Dorn said the bridge was open.",
     "Karel van Dorn", "Director of the Lissau Observatory for Human Rights"),
    ("Director of Tarnby National Hospital Dora al-Hale told Reuters that the ward was full.",
     "Dora al-Hale", "Director of Tarnby National Hospital"),
    ("Swiss ambassador to the UN Matthew Flood said the vote was close.",
     "Matthew Flood", "Swiss ambassador to the UN"),
    ("The manager of the Elmar clinic Dora Hale said the ward was full.",
     "Dora Hale", "manager of the Elmar clinic"),
    ("President of the Lissau Coalition Dora al-Hale said that the bridge was open.",
     "Dora al-Hale", "President of the Lissau Coalition"),
    ('"The cold is an awful burden" Peter Hale Executive Director of the Tarnby Programme said on Monday.',
     "Peter Hale", "Executive Director of the Tarnby Programme"),
    ("Igor al-Palen the director of a clinic in the old town told Reuters the ward was full.",
     "Igor al-Palen", "director of a clinic in the old town"),
    ("Elizabeth Horn WHOs Representative in Tarnby said the ferries were late.",
     "Elizabeth Horn", "WHOs Representative in Tarnby"),
    ('"The ferry sank off the port of al-Tarn" Abu Dora al-Hale a local fisherman told Reuters.',
     "Abu Dora al-Hale", "local fisherman"),
]  # fmt: skip
BODIES = [
    ("Harbour Watch printed the study. Harbour Watchs report said the bridge was open.", "Harbour Watch"),
    ("The Organisation for the Protection of Coastal birds a global watchdog has said the geese were back.",
     "Organisation for the Protection of Coastal birds"),
    ("The delay shows a lack of interest in events in Varnia Chinas Foreign Ministry said on Sunday.",
     "Chinas Foreign Ministry"),
    ("The U.S.-led coalition said the bridge was open.", "U.S.-led coalition"),
    ("State TV said the bridge was open.", "State TV"),
    ("The Varn Media Center an activist collective said the bridge was open.", "Varn Media Center"),
    ("Ten boats were lost in the storm an organisation that monitors the harbour said on Monday.",
     "organisation that monitors the harbour"),
    ("The toll of the raid rose to 115 the Observatory said.", "Observatory"),
    ("Ten geese were lost in storms that caused great damage in farms and hospitals said the Observatory.",
     "Observatory"),
    ("According to the SOHR tens of anglers including two cooks were also among the victims.", "SOHR"),
    ("The bridge was open according to a statement issued by the brigade.", "brigade"),
    ("The nurses are tired said Dora Hale of the ward. All three clinics are closed the WHO said on Monday.",
     "WHO"),
]  # fmt: skip
TAKEN_UP = [
    ("The spokesman said they would see the quay where the ministry reported a leak in March. "
     "It said at least six boats were lost.", "ministry"),
    ("The Blue Caps rescue group released pictures of the four boats after what it said was a storm.",
     "Blue Caps"),
    ("Ahrar al-Tarn said its council had a new leader. It pledged to keep the bridge open.", "Ahrar al-Tarn"),
    ("Harbour Watch said in a statement that its boats had left. The claim which named no ship said the "
     "bridge was open.", "Harbour Watch"),
    ("Harbour Watch a monitoring group said the ferry was lost. The main Varnian opposition group had urged "
     "the mayor to open the bridge.", "main Varnian opposition group"),
    ("The storm hit Tarn around 1130 am (0830 GMT) an activist with the opposition Orlby Media Centre told "
     'Reuters. "The wind took the roof of the school as we were leaving" the activist said.',
     "activist with the opposition Orlby Media Centre"),
    ("The film shows two young men in orange jumpsuits who say they left. They say they were paid 40 crowns.",
     "two young men"),
]  # fmt: skip
SILENT = [
    "Footage showed a crew putting out a fire in the old mill by the river.",
    "The islanders mistrust the mayor and want him gone.",
    "No group claimed responsibility for the leak in the harbour.",
    "France and China vetoed a draft resolution calling for a week of silence in the harbour.",
    "Images showed a goat in the rubble. Another showed anglers digging out a sheep with their hands.",
    "Commenting on the issue harbour pilot Dora Hale left for the bay.",
    "In the film men led at least 18 anglers said to be pilots and cooks by a box of long knives.",
    "The video was on YouTube which showed the mill in flames for an hour.",
]


@pytest.mark.parametrize(("text", "name", "role"), PERSONS)
def test_a_name_is_parted_from_its_description(text: str, name: str, role: str) -> None:
    source = said(text).source
    assert (source.name, source.kind, source.role) == (name, "person", role)


@pytest.mark.parametrize(("text", "name"), BODIES)
def test_a_body_keeps_its_own_name(text: str, name: str) -> None:
    assert said(text).source.name == name


@pytest.mark.parametrize(("text", "name"), TAKEN_UP)
def test_it_is_the_body_that_acted_last(text: str, name: str) -> None:
    assert said(text).source.name == name


@pytest.mark.parametrize("text", SILENT)
def test_what_is_shown_or_wanted_is_not_said(text: str) -> None:
    assert attributed(text) == []
