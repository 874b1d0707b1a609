"""Columns find their fields by heading, and what is missing is named."""

import pytest

from clinicmgr.exchange import Line, Sheet, find_header, map_columns, suggestions
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field

FIELDS = (
    Field("first_name", "First name", required=True, aliases=("given name", "Vorname")),
    Field("last_name", "Last name", required=True, aliases=("surname", "name")),
    Field("started", "Started", "day", aliases=("hire date",)),
    Field("position", "Position", required=True, default="Nurse"),
)


def test_headings_are_recognized_in_any_spelling():
    mapping = map_columns(("FIRST-NAME", "súrname", "hire_date:", "Shoe size", ""), FIELDS)
    assert mapping.fields == ("first_name", "last_name", "started", None, None)
    assert mapping.ignored == ("Shoe size",)


def test_of_two_headings_for_a_field_the_label_wins():
    mapping = map_columns(("Name", "Last name", "Given name", "First name"), FIELDS)
    assert mapping.fields == (None, "last_name", None, "first_name")


def test_a_required_column_that_is_missing_is_named_with_the_headings_found():
    mapping = map_columns(("Vorname", "Shoe size", ""), FIELDS)
    with pytest.raises(UserError) as caught:
        mapping.require(FIELDS)
    assert str(caught.value) == (
        'No column gives "Last name". The headings found are: Vorname, Shoe size. '
        "Choose the column or add it to the file."
    )


def test_a_heading_with_a_slip_is_suggested_but_not_taken():
    mapping = map_columns(("Frist name", "Last name", "Shoe size"), FIELDS)
    assert mapping.fields == (None, "last_name", None)
    assert {column: field.name for column, field in suggestions(mapping, FIELDS).items()} == {
        0: "first_name"
    }


def test_a_choice_is_remembered_for_files_with_the_same_headings():
    chosen = (
        map_columns(("A", "B", "C"), FIELDS).with_field(2, "last_name").with_field(0, "started")
    )
    again = map_columns(("a ", "B.", "c"), FIELDS, chosen.remembered())
    assert again.fields == ("started", None, "last_name")
    assert again.fingerprint == chosen.fingerprint
    assert map_columns(("A", "B"), FIELDS).fingerprint != chosen.fingerprint
    fewer = map_columns(("A", "B", "C"), FIELDS[1:2], chosen.remembered())
    assert fewer.fields == (None, None, "last_name")  # a field that is gone is forgotten


def test_choosing_a_field_for_another_column_frees_the_first():
    mapping = map_columns(("Name", "Family"), FIELDS).with_field(1, "last_name")
    assert mapping.fields == (None, "last_name")


def test_title_lines_above_the_headings_are_passed_over():
    sheet = Sheet(
        "Staff",
        (
            Line(1, ("Staff list of the clinic",)),
            Line(2, ("Printed on", "18 Nov 2026")),
            Line(4, ("First name", "Last name", "Hire date")),
            Line(5, ("Ana", "Ruiz", "1/5/2026")),
        ),
    )
    found = find_header(sheet, FIELDS)
    assert found.header == ("First name", "Last name", "Hire date")
    assert [line.number for line in found.rows] == [5]


def test_without_a_known_heading_the_first_line_is_taken():
    sheet = Sheet("x", (Line(1, ("A", "B")), Line(2, ("1", "2"))))
    assert find_header(sheet, FIELDS).header == ("A", "B")
