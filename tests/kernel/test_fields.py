"""One description of a field reads forms and files, and shows the value again."""

import math
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field, Kind, closest, draft_from, fold, parse, read_all, show

POSITIONS = ((1, "Physician"), (2, "Nurse"), (3, "Medical assistant"), (4, "Nurse, senior"))
POSITION = Field("position_id", "Position", "choice", required=True, choices=lambda: POSITIONS)
SKILLS = Field("skill_ids", "Skills", "choices", choices=lambda: POSITIONS)
NAME = Field("name", "Name", required=True)
STARTED = Field("started", "Started", "day")
HOURS = Field("weekly_minutes", "Hours a week", "hours", default=2400)
RATE = Field("hourly_cents", "Rate", "money")


def sentence(field, value, locale="en_US"):
    with pytest.raises(UserError) as caught:
        parse(field, value, locale)
    assert caught.value.field == field.name
    return str(caught.value)


def test_each_mistake_is_one_sentence_that_names_what_is_expected():
    assert sentence(NAME, "  ") == "Name is missing. Please fill it in."
    assert sentence(STARTED, "31.02.2026") == (
        '"31.02.2026" is not a date. Write it like 2026-02-28 or 2/28/2026.'
    )
    assert sentence(POSITION, "Nurze") == "Unknown position 'Nurze'. Did you mean Nurse?"
    assert sentence(POSITION, "Astronaut") == (
        "Unknown position 'Astronaut'. "
        "Known are: Physician, Nurse, Medical assistant, Nurse, senior."
    )
    assert sentence(Field("email", "E-mail", "email"), "ana@") == (
        '"ana@" is not an e-mail address. Write it like ana@example.com.'
    )
    assert sentence(Field("capacity", "Capacity", "whole"), "2.5") == (
        '"2.5" is not a whole number. Write it like 12.'
    )
    assert sentence(Field("locked", "Locked", "flag"), "perhaps") == (
        '"perhaps" is neither yes nor no.'
    )


def test_an_empty_field_has_its_empty_value():
    empty: dict[Kind, object] = {
        "text": "", "long_text": "", "email": "", "phone": "", "whole": None, "money": None,
        "hours": None, "time": None, "day": None, "choice": None, "choices": (), "flag": False,
    }  # fmt: skip
    for kind, value in empty.items():
        assert parse(Field("x", "X", kind), " ") == value
        assert parse(Field("x", "X", kind), None) == value
        assert show(Field("x", "X", kind), value) == ("no" if kind == "flag" else "")


@pytest.mark.parametrize(
    "kind, typed, value",
    [
        ("text", " Ana  Ruiz ", "Ana Ruiz"),
        ("long_text", "one\r\ntwo\n", "one\ntwo"),
        ("whole", "1,200", 1200),
        ("whole", "-3", -3),
        ("money", "$1,234.50", 123450),
        ("hours", "37:30", 2250),
        ("time", "7:30 pm", 1170),
        ("day", "11/18/2026", date(2026, 11, 18)),
        ("flag", "Yes", True),
        ("flag", "0", False),
        ("email", " ana@example.com ", "ana@example.com"),
        ("phone", "(555) 555-0123 ext 4", "(555) 555-0123 ext 4"),
        ("phone", "+1 555 0123", "+1 555 0123"),
    ],
)
def test_fields_are_read_as_people_type_them(kind, typed, value):
    assert parse(Field("x", "X", kind), typed) == value


@pytest.mark.parametrize(
    "kind, cell, value",
    [
        ("text", 60614.0, "60614"),
        ("text", date(2026, 1, 2), "2026-01-02"),
        ("whole", 12.0, 12),
        ("whole", Decimal(12), 12),
        ("money", 12.1, 1210),
        ("money", Decimal("0.125"), 13),
        ("money", 1210, 1210),  # an int is cents already
        ("hours", 37.5, 2250),
        ("hours", timedelta(hours=37, minutes=30), 2250),
        ("hours", 2250, 2250),
        ("time", time(7, 30), 450),
        ("time", 450, 450),
        ("day", datetime(2026, 11, 18, 9, 0), date(2026, 11, 18)),
        ("flag", 1.0, True),
        ("flag", False, False),
    ],
)
def test_cells_of_a_spreadsheet_come_with_their_type(kind, cell, value):
    assert parse(Field("x", "X", kind), cell) == value


@pytest.mark.parametrize(
    "kind, cell",
    [
        ("time", 0.5),
        ("day", 46344.0),
        ("whole", 2.5),
        ("money", "x"),
        ("email", 5.0),
        ("phone", "a"),
        ("hours", timedelta(minutes=-5)),
        *((kind, x) for kind in ("money", "hours", "whole") for x in (math.nan, math.inf, 1e300)),
    ],
)
def test_a_cell_of_another_kind_is_refused(kind, cell):
    sentence(Field("x", "X", kind), cell)


def test_choices_are_known_by_label_in_any_spelling_and_by_their_own_value():
    assert parse(POSITION, "medical  ASSISTANT") == 3
    assert parse(POSITION, 3) == 3
    assert parse(Field("l", "Level", "choice", choices=(("avoid", "Rather not"),)), "avoid") == (
        "avoid"
    )
    assert show(POSITION, 3) == "Medical assistant"
    assert show(POSITION, 99) == "99"


def test_choices_of_the_same_name_are_not_guessed():
    twins = Field("room", "Room", "choice", choices=((1, "Exam"), (2, "exam"), (3, "Exam")))
    assert sentence(twins, "Exam") == 'There are several entries called "Exam".'
    assert parse(twins, "exam") == 2


def test_several_choices_may_contain_the_marks_between_them():
    assert parse(SKILLS, "Nurse; Physician") == (2, 1)
    assert parse(SKILLS, "Nurse, Physician") == (2, 1)
    assert parse(SKILLS, "Nurse, senior; Nurse, Nurse") == (4, 2)
    assert parse(SKILLS, (1, 2)) == (1, 2)
    assert (
        sentence(SKILLS, "Nurse; Fysician") == "Unknown skills 'Fysician'. Did you mean Physician?"
    )


@given(st.lists(st.sampled_from([1, 2, 3, 4]), unique=True))
def test_several_choices_that_are_shown_are_read_back(chosen):
    assert parse(SKILLS, show(SKILLS, tuple(chosen))) == tuple(chosen)


@given(
    st.one_of(
        st.tuples(st.just("money"), st.integers(-(10**10), 10**10)),
        st.tuples(st.just("hours"), st.integers(0, 99_999)),
        st.tuples(st.just("time"), st.integers(0, 1439)),
        st.tuples(st.just("whole"), st.integers(-(10**9), 10**9)),
        st.tuples(st.just("day"), st.dates(date(1900, 1, 1), date(2199, 12, 31))),
        st.tuples(st.just("flag"), st.booleans()),
    ),
    st.sampled_from(["en_US", "en_GB", "de_DE", "fr_FR"]),
)
def test_what_is_shown_is_read_back_as_the_same_value(kind_and_value, locale):
    kind, value = kind_and_value
    field = Field("x", "X", kind)
    assert parse(field, show(field, value, locale), locale) == value
    assert parse(field, value, locale) == value


@given(st.text(max_size=80), st.sampled_from(["text", "long_text"]))
def test_text_is_cleaned_once_and_then_stays_as_it_is(typed, kind):
    field = Field("x", "X", kind)
    cleaned = parse(field, typed)
    assert parse(field, cleaned) == cleaned
    assert parse(field, show(field, cleaned)) == cleaned


@given(
    st.sampled_from(["whole", "money", "hours", "time", "day", "flag", "choice", "email", "phone"]),
    st.one_of(st.text(max_size=40), st.floats(), st.dates(), st.times(), st.timedeltas()),
)
def test_nonsense_gives_a_sentence_and_never_a_crash(kind, cell):
    try:
        parse(Field("x", "X", kind, choices=((1, "One"),)), cell)
    except UserError as error:
        assert error.field == "x"  # noqa: PT017 - most nonsense is refused, some of it has a sense


@dataclass(frozen=True, slots=True)
class PersonDraft:
    name: str
    position_id: int
    started: date | None
    weekly_minutes: int | None


FIELDS = (NAME, POSITION, STARTED, HOURS)


def test_a_form_becomes_a_draft_and_what_it_leaves_out_has_the_default():
    typed = {"name": "Ana Ruiz", "position_id": "nurse", "started": "1/5/2026"}
    assert draft_from(FIELDS, typed, PersonDraft) == PersonDraft(
        "Ana Ruiz", 2, date(2026, 1, 5), 2400
    )


def test_every_wrong_field_of_a_form_is_reported():
    good, errors = read_all(FIELDS, {"started": "soon", "weekly_minutes": "37:30"})
    assert good == {"weekly_minutes": 2250}
    assert set(errors) == {"name", "position_id", "started"}
    with pytest.raises(UserError, match="Name is missing"):
        draft_from(FIELDS, {}, PersonDraft)


def test_headings_are_compared_without_case_accents_and_punctuation():
    assert fold("  E-Mail (privé)_ ") == fold("e mail PRIVE") == "e mail prive"
    assert closest("Nurze", ["Physician", "Nurse"]) == "Nurse"
    assert closest("Astronaut", ["Physician", "Nurse"]) is None
