"""Questions taken apart: kind, names, words, speaker; and follow-ups made to stand alone."""

import pytest

from assistant.assertion import assertion
from assistant.conversation import standalone
from assistant.kind import Kind, kind_of
from assistant.question import read_question
from corpus.errors import SaysWhoError
from corpus.parsing import SpacyParser

PARSER = SpacyParser()


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who controls Minian?", Kind.CONTROL),
        ("Which side held the airport in May?", Kind.CONTROL),
        ("How many people died?", Kind.COUNT),
        ("What was the death toll of the fire?", Kind.COUNT),
        ("When will the talks resume?", Kind.WHEN),
        ("On which day did the ship sink?", Kind.WHEN),
        ("Where did the fire start?", Kind.WHERE),
        ("Has the minister resigned?", Kind.WHETHER),
        ("May the islanders keep their passports?", Kind.WHETHER),
        ("On Monday, May said what?", Kind.OTHER),
        ("Why did the plane come down: was it shot down?", Kind.WHETHER),
        ("Who won the election?", Kind.WHO),
        ("What was the civilian death toll of the missile that hit the quarter?", Kind.COUNT),
        ("What percentage of voters backed the plan?", Kind.COUNT),
        ("Who was in control of Ostren after the fighting: the rebels or the army?", Kind.CONTROL),
        ("In whose hands is Ostren?", Kind.CONTROL),
        ("Who bombed rebel-held Ostren?", Kind.WHO),
        ("Who killed the man captured by the police?", Kind.WHO),
        ("Whose planes bombed the bridge?", Kind.WHO),
        ("Who was behind the raid?", Kind.WHO),
        ("By whom was the bridge blown up?", Kind.WHO),
        ("Which group claimed responsibility?", Kind.WHO),
        ("Which country bombed the depot?", Kind.WHO),
        ("Which country did the minister flee to?", Kind.WHERE),
        ("Which mosque did the bomb go off beside?", Kind.WHERE),
        ("In which village was the body found?", Kind.WHERE),
        ("Did the army or the rebels shell the market?", Kind.WHO),
        ("Did the army or the rebels hold Ostren?", Kind.CONTROL),
        ("Has the mayor resigned or been dismissed?", Kind.WHETHER),
        ("Which agent was suspected?", Kind.NAME),
        ("What was the name of the ship?", Kind.NAME),
        ("What is the captain's first name?", Kind.NAME),
        ("What was the ferry called?", Kind.NAME),
        ("What did the crew call the engine?", Kind.NAME),
        ("With which model did the leaflet come?", Kind.NAME),
        ("What did the mayor say about the name?", Kind.OTHER),
        ("How old was the driver?", Kind.MEASURE),
        ("How much did the parcel weigh?", Kind.MEASURE),
        ("What was the length of the bridge?", Kind.MEASURE),
        ("What time did the ferry leave?", Kind.MEASURE),
        ("How much heavier is the new bell?", Kind.MEASURE),
        ("What was supposed to cause the blackout?", Kind.REASON),
        ("Which part of Ostren did the rapper leave?", Kind.WHERE),
        ("What rent does the mill pay for its yard?", Kind.COUNT),
        ("What is the time capsule thought to hold?", Kind.OTHER),
        ("How long ago was it built?", Kind.WHEN),
        ("Which opening day was set?", Kind.WHEN),
        ("How far into the hall did he get?", Kind.WHERE),
        ("Why did the minister leave?", Kind.REASON),
        ("What caused the fire?", Kind.REASON),
        ("What made the mayor change her mind?", Kind.REASON),
        ("What is behind the rise in rents?", Kind.REASON),
        ("On what grounds was the mine shut?", Kind.REASON),
        ("What will the new bridge cost the town?", Kind.COUNT),
        ("What is the painting worth?", Kind.COUNT),
        ("What did the fire cost the firm?", Kind.COUNT),
        ("What will visitors be charged for the ticket?", Kind.COUNT),
        ("What was he charged with?", Kind.OTHER),
        ("What did the council do about the cost of living?", Kind.OTHER),
        ("What will happen to tenants who cannot pay rent?", Kind.OTHER),
        ("What penalty does he face?", Kind.OTHER),
        ("What was delayed by the storm?", Kind.OTHER),
        ("Who controls the army base?", Kind.CONTROL),
        ("Who holds the police station in Lorn?", Kind.CONTROL),
        ("Who takes over the ministry?", Kind.WHO),
        ("What was the cause?", Kind.REASON),
        ("What did the firm pledge to do?", Kind.OTHER),
        ("How soon can the families go home?", Kind.WHEN),
        ("Who takes over from the sacked minister?", Kind.WHO),
        ("Who is in charge of the team now?", Kind.WHO),
        ("Who is in charge of the airport now?", Kind.CONTROL),
        ("What did the singer die of?", Kind.REASON),
        ("What reason did the bank give?", Kind.REASON),
        ("Under the new rules, can dogs be walked there?", Kind.WHETHER),
        ("What did the judge who ruled on the bridge say?", Kind.OTHER),
        ("What did the mayor say about the price?", Kind.OTHER),
        ("What is the capital of the region?", Kind.OTHER),
        ("Who said the bridge was closed?", Kind.OTHER),
        ("Which group said it carried out the raid?", Kind.WHO),
        ("Which rebel group claimed the shelling of Old Ostren?", Kind.WHO),
        ("Which bank lent money to the Mellor works?", Kind.WHO),
        ("Which bank was robbed on Monday?", Kind.WHERE),
        ("Which hospital did the driver die in?", Kind.WHERE),
        ("What did the mayor say about the bridge?", Kind.OTHER),
    ],
)
def test_kind(question: str, kind: Kind) -> None:
    assert kind_of(question) is kind


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Was the tank at the Orlo works empty?", "the tank at the Orlo works was empty."),
        (
            "Are the tigers that escaped from the zoo dangerous?",
            "the tigers that escaped from the zoo are dangerous.",
        ),
        ("Did the firm that sold the pumps know?", "the firm that sold the pumps did know."),
        ("Has the minister resigned?", "the minister has resigned."),
        ("Could the dam fail?", "the dam could fail."),
        ("Were the votes cast in Lorn counted twice?", "the votes cast in Lorn were counted twice."),
        ("On which day was the treaty signed?", "the treaty was signed."),
        ("Who sprayed the car that was photographed?", "Someone sprayed the car that was photographed."),
        ("Which firm made the bus that crashed?", "Some firm made the bus that crashed."),
        (
            "On what date were the clerks in the film from the Ostren museum shot?",
            "the clerks in the film from the Ostren museum were shot.",
        ),
        ("Minian?", None),
    ],
)
def test_a_question_turns_into_a_statement(question: str, statement: str | None) -> None:
    found = assertion(next(PARSER.parse([question])), PARSER)
    assert (found.text if found else None) == statement


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who killed the engineer Ann Lee during the raid?", ("Lee",)),
        ("Who killed the engineer?", ("engineer",)),
        ("Was the groom hurt?", ("groom",)),
        ("Was a guard hurt?", ()),
        ("Who was arrested in Ostren?", ()),
    ],
)
def test_whom_the_deed_befalls(question: str, words: tuple[str, ...]) -> None:
    assert read_question(question, PARSER).befalls == words


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("Who was the lead sponsor of the bill?", "sponsor"),
        ("Who is the mayor of Lorn?", "mayor"),
        ("Who was to blame for the fire?", ""),
        ("Who is the woman in the video?", ""),
        ("Who sponsored the bill?", ""),
    ],
)
def test_the_role_asked_about(question: str, role: str) -> None:
    assert read_question(question, PARSER).role == role


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who controls Minian?", ("Minian",)),
        ("Who holds the 1070 Apartments district of Aleppo?", ("1070 Apartments", "Aleppo")),
        ("Has Transport Minister Ilse Varnholt resigned?", ("Ilse Varnholt",)),
        ("How many people died on Tuesday 14 March 2017?", ()),
    ],
)
def test_names(question: str, names: tuple[str, ...]) -> None:
    assert read_question(question, PARSER).names == names


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("What toll did the Harbour Office give for the fire?", "Harbour Office"),
        ("How many died, according to the Coastguard?", "Coastguard"),
        ("Who controls Minian?", None),
    ],
)
def test_speaker(question: str, speaker: str | None) -> None:
    assert read_question(question, PARSER).speaker == speaker


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("How many prisoners were exchanged?", "prisoner"),
        ("How many people were killed?", "people"),
        ("What was the death toll of the fire?", "people"),
        ("What was the civilian death toll of the raid?", "civilian"),
        ("How much of Minian did the army take?", "share"),
        ("How much did the firm pay?", "money"),
        ("By how much did the fare rise?", "share"),
        ("What rent does the mill pay for its yard?", "money"),
        ("What did the bank pay for the six towers?", "money"),
        ("What was the turnout?", "share"),
        ("Which mosque did the bomb go off beside?", "mosque"),
        ("Who controls Minian?", ""),
    ],
)
def test_what_is_counted_or_picked(question: str, unit: str) -> None:
    assert read_question(question, PARSER).unit == unit


@pytest.mark.parametrize(
    ("question", "problem"),
    [("   ", "the question is empty"), ("why? " * 2_000, "9,999 characters; 2,000 is the most")],
)
def test_bad_questions_are_refused_in_one_line(question: str, problem: str) -> None:
    with pytest.raises(SaysWhoError, match=problem) as refused:
        read_question(question, PARSER)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("history", "question", "alone"),
    [
        (["Who controls Minian?"], "And 1070 Apartments?", "Who controls 1070 Apartments?"),
        (["Who controls Minian?"], "What about Ostren?", "Who controls Ostren?"),
        (["Who controls Minian?", "And Ostren?"], "And Port Elmar?", "Who controls Port Elmar?"),
        (["Who controls Minian?"], "When was it captured?", "When was Minian captured?"),
        (["Who controls Minian?"], "Since when?", "Since when (Minian)?"),
        (
            ["Who controls Minian?"],
            "Who won the election in Port Elmar?",
            "Who won the election in Port Elmar?",
        ),
        ([], "And 1070 Apartments?", "And 1070 Apartments?"),
    ],
)
def test_follow_ups_are_made_to_stand_alone(history: list[str], question: str, alone: str) -> None:
    assert standalone(question, history, PARSER) == alone


@pytest.mark.parametrize(
    ("question", "verb"),
    [
        ("Who sprayed the car that was photographed in Ostren?", "spray"),
        ("Did the guard who was shot on Monday survive?", "survive"),
        ("Did the bank expect prices to rise?", "rise"),
        ("Is the letter a fake?", ""),
        ("Was the hall at the college that a student burned down with fireworks insured?", "insure"),
        ("Were the guards at the airport punished over the video?", "punish"),
        ("Was the pilot set free after the militia detained him?", "free"),
        ("Did the two men take a bite of the old loaf on television?", "bite"),
        ("Was there an explosion at the plant?", "explosion"),
        ("Under the new law, could someone smoking in a park still be arrested?", "arrest"),
        ("When will talks between Tarsenia and the Upland Front resume?", "resume"),
        ("At which hospital did the nun give birth?", "birth"),
        ("Was dye used against the protesters?", ""),
        ("Has the company been fined?", "fine"),
        ("Was the raid planned?", "plan"),
        ("Has the driver given himself up?", "give-up"),
        ("Does the mayor have the right to close the bridge?", "close"),
    ],
)
def test_the_verb_asked_about(question: str, verb: str) -> None:
    assert read_question(question, PARSER).deed == verb


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who bought the Orlo 6 in October 2014?", ("Orlo 6",)),
        (
            "When was the Ministry of Fisheries told of Ida of Ostren?",
            ("Ministry of Fisheries", "Ida", "Ostren"),
        ),
        ("When will the iNote be sold?", ("iNote",)),
    ],
)
def test_names_have_their_numbers_and_no_months(question: str, names: tuple[str, ...]) -> None:
    assert read_question(question, PARSER).names == names


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("Did the mayor say the bridge was safe?", None),
        ("What has Ida Horn said about the bridge?", "Ida Horn"),
        ("What did the divers find in the harbour?", None),
        ("At which clinic did the nurse give birth?", None),
        ("How many sales does the analyst Piet Denk expect?", "Piet Denk"),
        ("What did the priest who banned the dance say?", "priest"),
        ("How did Ida Horn respond to the strike?", "Ida Horn"),
        ("How did the union react to the closure?", "union"),
        ("How did the thief enter the bank?", None),
        ("How many jars did the dairy recall?", None),
        ("What did the guard recall about the night?", "guard"),
        ("How much did the dairy give to the campaign?", None),
        ("When does the dairy want to open?", None),
        ("What does the union want?", "union"),
        ("What else did the union ask for?", "union"),
        ("How many dead did the Observatory give?", "Observatory"),
        ("What turnout did the Harbour Commission report on election day?", "Harbour Commission"),
        ("What did the police report say?", "police report"),
        ("According to Ann Lee, mayor of Oslo, Norway, what happened?", "Ann Lee"),
        ("What has the Bishop of Lorn's spokeswoman Ida Horn said about the mill?", "Ida Horn"),
        ("What did the chief executive of Orlo, Piet Denk, say about it?", "Piet Denk"),
    ],
)
def test_whose_words_are_asked_for(question: str, speaker: str | None) -> None:
    assert read_question(question, PARSER).speaker == speaker


@pytest.mark.parametrize(
    ("question", "passing"),
    [
        ("Who runs the bank?", True),
        ("Where is the mayor?", True),
        ("Who will lead the party?", True),
        ("Who robbed the bank?", False),
        ("Who has resigned?", False),
        ("Who is the man who shot the mayor?", False),
        ("Who is to blame for the leak?", False),
    ],
)
def test_what_may_be_otherwise_some_weeks_on(question: str, passing: bool) -> None:
    assert read_question(question, PARSER).passing is passing
