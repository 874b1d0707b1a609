"""A day has a note for each person and one for everybody; each writing is one step of undo."""

from datetime import date

import pytest

from clinicmgr.kernel.errors import UserError

MON, TUE, SUN = (date(2026, 11, day) for day in (16, 17, 22))


def test_a_note_is_written_changed_and_removed(practice):
    notes = practice.schedule.notes
    notes.write(practice.ann, MON, "  Keys are with Bob ")
    assert notes.text(practice.ann, MON) == "Keys are with Bob"
    notes.write(practice.ann, MON, "Opens late")
    assert [one.text for one in notes.between(MON, SUN)] == ["Opens late"]
    notes.write(practice.ann, MON, "")
    assert notes.between(MON, SUN) == []
    assert practice.clinic.journal.undo() == "Remove the note for Ann on Mon, Nov 16"
    assert notes.text(practice.ann, MON) == "Opens late"
    assert practice.clinic.journal.undo() == "Note for Ann on Mon, Nov 16: Opens late"


def test_the_note_for_everybody_stands_beside_those_of_people(practice):
    notes = practice.schedule.notes
    notes.write(practice.ann, MON, "Dentist at 3")
    notes.write(None, MON, "Fire drill")
    notes.write(None, TUE, "Vaccines come")
    told = [(one.member_id, one.day, one.text) for one in notes.between(MON, SUN)]
    assert told == [
        (None, MON, "Fire drill"),
        (practice.ann, MON, "Dentist at 3"),
        (None, TUE, "Vaccines come"),
    ]


def test_writing_the_same_again_is_no_change(practice):
    practice.schedule.notes.write(None, MON, "Fire drill")
    title = practice.clinic.journal.undo_title
    practice.schedule.notes.write(None, MON, "Fire drill")
    assert practice.clinic.journal.undo_title == title


def test_a_note_that_is_too_long_is_refused(practice):
    with pytest.raises(UserError, match="at most 500"):
        practice.schedule.notes.write(None, MON, "x" * 501)
