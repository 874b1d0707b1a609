"""What an export writes, an import reads back the same, and no cell is a formula."""

import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clinicmgr.exchange import find_header, map_columns, read, write_rows
from clinicmgr.exchange.rows import RowReader
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field, parse

LEVELS = ((1, "Low"), (2, "=High"), (3, "Mid; or so"), (4, "12"))
FIELDS = (
    Field("name", "Name"),
    Field("note", "Note", "long_text"),
    Field("phone", "Phone", "phone"),
    Field("email", "E-mail", "email"),
    Field("count", "Count", "whole"),
    Field("rate", "=Rate", "money"),
    Field("hours", "Hours", "hours"),
    Field("starts", "Starts", "time"),
    Field("day", "Day", "day"),
    Field("locked", "Locked", "flag"),
    Field("level", "Level", "choice", choices=LEVELS),
    Field("levels", "Levels", "choices", choices=LEVELS),
)
BY_NAME = {field.name: field for field in FIELDS}

NASTY = st.text(max_size=60) | st.text("=+-@'\"\t\r\n,;| 1", max_size=20) | st.sampled_from(
    [
        "=1+1", "+1 555", "-5", "@SUM(A1)", "'=x", "''+", "{=1}", "0123", "1e5", "TRUE",
        "_x0041_", "a_x005F_b", "internal:A1", "José \U0001f600", "\ufeffx",
        "a\u2028b", "a\x85b", "http://example.com", "<b>&amp;</b>", "#N/A", "1/2/2026", "nan",
    ]
)  # fmt: skip
TEXTS = NASTY.map(lambda text: parse(BY_NAME["name"], text))
NOTES = NASTY.map(lambda text: parse(BY_NAME["note"], text))
RECORDS = st.fixed_dictionaries(
    {
        "name": TEXTS,
        "note": NOTES,
        "phone": st.sampled_from(["", "+1 555 0123", "(555) 555-0123", "5550123"]),
        "email": st.sampled_from(["", "ana@example.com", "-a@example.com"]),
        "count": st.none() | st.integers(-(10**9), 10**9),
        "rate": st.none() | st.integers(-(10**13), 10**13),
        "hours": st.none() | st.integers(0, 99_999),
        "starts": st.none() | st.integers(0, 1440),
        "day": st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31)),
        "locked": st.booleans(),
        "level": st.none() | st.sampled_from([1, 2, 3, 4]),
        "levels": st.lists(st.sampled_from([1, 2, 3, 4]), unique=True).map(tuple),
    }
)


def read_back(path, fields, locale):
    sheet = find_header(read(path), fields)
    mapping = map_columns(sheet.header, fields)
    assert None not in mapping.fields
    reader = RowReader(fields, mapping, locale)
    for line in sheet.rows:
        values, errors = reader.read(line)
        assert errors == ()
        yield reader.for_new(values)


@given(
    st.lists(RECORDS, max_size=5),
    st.sampled_from([".csv", ".xlsx"]),
    st.sampled_from(["en_US", "de_DE", "fr_FR"]),
)
@settings(deadline=None)
def test_what_is_written_is_read_back_as_the_same_values(records, ending, locale):
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"records{ending}"
        write_rows(path, FIELDS, records, locale)
        assert list(read_back(path, FIELDS, locale)) == records


@given(st.lists(NOTES.filter(bool), max_size=8), st.sampled_from([".csv", ".xlsx"]))
@example(["=1+1", "a,b", "a;b", "x\ny"], ".csv")
@settings(deadline=None)
def test_a_single_column_of_nasty_text_is_read_back(notes, ending):
    field = (BY_NAME["note"],)
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"notes{ending}"
        write_rows(path, field, [{"note": note} for note in notes])
        assert [row["note"] for row in read_back(path, field, "en_US")] == notes


def test_every_time_of_day_survives_a_spreadsheet(tmp_path):
    fields = (BY_NAME["starts"], BY_NAME["hours"])
    records = [{"starts": minute, "hours": minute} for minute in range(1441)]
    write_rows(tmp_path / "times.xlsx", fields, records)
    assert list(read_back(tmp_path / "times.xlsx", fields, "en_US")) == records


@dataclass(frozen=True)
class Person:
    name: str
    rate: int
    day: date


ANA = Person("=Ana, 'the' \"first\"", -123450, date(2026, 11, 18))
THREE = (BY_NAME["name"], BY_NAME["rate"], BY_NAME["day"])


def test_a_csv_opens_in_excel_as_it_is_meant(tmp_path):
    path = tmp_path / "people.csv"
    write_rows(path, THREE, [ANA])
    assert path.read_bytes().decode("utf-8") == (
        '\ufeffName,\'=Rate,Day\r\n"\'=Ana, \'the\' ""first""",-1234.50,2026-11-18\r\n'
    )
    write_rows(path, THREE, [ANA], "de_DE")
    assert b';"-1234,50";2026-11-18' in path.read_bytes()


def test_a_spreadsheet_has_numbers_and_no_formulas(tmp_path):
    path = tmp_path / "people.xlsx"
    write_rows(path, THREE, [ANA])
    with zipfile.ZipFile(path) as packed:
        xml = packed.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in xml
    assert b"<v>-1234.5</v>" in xml


def test_another_format_is_refused(tmp_path):
    with pytest.raises(UserError) as caught:
        write_rows(tmp_path / "people.pdf", THREE, [ANA])
    assert str(caught.value) == '"people.pdf" must end in .csv or .xlsx.'


def test_an_export_that_fails_leaves_the_old_file(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("before")
    with pytest.raises(AttributeError):
        write_rows(path, THREE, [object()])
    assert path.read_text() == "before"
