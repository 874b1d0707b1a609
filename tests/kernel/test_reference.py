"""Reference rows: added once within a change, never edited, covered by a journalled row."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from clinicmgr.rates.records import EDIT_MEDICARE, ReleaseDraft, Track
from clinicmgr.rates.service import Rates

LINES = tuple((f"G010{n}", "", "words", "A", "0.45", "0.66", "0.30", "0.06", "", "") for n in "123")
ADD = (
    "INSERT INTO rates_rvu (batch, code, modifier, description, status, work, office_pe, "
    "facility_pe, malpractice, office_na, facility_na) "
    "VALUES (1, 'X', '', '', '', '0', '0', '0', '0', '', '')"
)


@pytest.fixture
def kept(journal, clock):
    """A release of three lines."""
    rates = Rates(journal, clock)
    draft = ReleaseDraft("2026", date(2026, 1, 1), Track.ALL, Decimal("33.4"), "file", LINES)
    rates.keep_release(draft)
    return rates


@pytest.mark.parametrize("verb", ["UPDATE rates_rvu SET work = '9'", "DELETE FROM rates_rvu"])
def test_nobody_edits_a_reference_row_not_even_in_a_change(kept, journal, verb):
    with (
        pytest.raises(IntegrityError, match="never edited"),
        journal.change("x", EDIT_MEDICARE) as db,
    ):
        db.execute(text(verb))


def test_nobody_adds_one_outside_of_a_change(kept, journal):
    with pytest.raises(IntegrityError, match="outside of a change"), journal.read() as db:
        db.execute(text(ADD))


def test_a_change_that_only_adds_reference_rows_is_none(kept, journal):
    title = journal.undo_title
    with journal.change("x", EDIT_MEDICARE) as db:
        db.execute(text(ADD))
    assert journal.undo_title == title
    with journal.read() as db:
        assert db.scalar(text("SELECT count(*) FROM rates_rvu")) == 3


def test_undo_leaves_the_rows_and_redo_and_a_second_import_find_them(kept, journal):
    journal.undo()
    assert kept.releases() == []
    journal.redo()
    (release,) = kept.releases()
    assert len(kept.relative_values(release)) == 3
    journal.undo()
    draft = ReleaseDraft("again", date(2026, 2, 1), Track.ALL, Decimal("33.4"), "file", LINES)
    kept.keep_release(draft)
    with journal.read() as db:
        assert db.scalar(text("SELECT count(*) FROM rates_rvu")) == 3
    assert journal.verify() == []


def test_verify_names_the_release_whose_lines_were_changed_around_the_program(kept, journal):
    with journal.read() as db:
        db.execute(text("DROP TRIGGER guard_rates_rvu_update"))
        db.execute(text("UPDATE rates_rvu SET work = '9.99' WHERE code = 'G0102'"))
        (fault,) = journal.verify()
    assert fault == "The lines of row 1 of rates_release were changed outside of ClinicMgr."
