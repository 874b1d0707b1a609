"""Counts from and to files: all of it or nothing, and every reason at once."""

from datetime import date
from pathlib import Path

import pytest

from clinicmgr.activity.exchange import export_counts, import_counts, plan_counts
from clinicmgr.activity.records import Count
from clinicmgr.kernel.errors import UserError

MONDAY = date(2026, 11, 16)
HEADER = "Date of service,Doctor,Visit type,Insurance,Kept,Canceled,No Show\n"
GOOD = HEADER + (
    '11/16/2026,"Ruiz, Ana",Office visit,Medicare,12,2,1\n'
    "11/16/2026,ana ruiz,OV,,3,,\n"
    "2026-11-17,Tom Ueda,xr,SP,0,0,0\n"
)


def written(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "counts.csv"
    path.write_bytes(content.encode())
    return path


def test_a_file_of_counts_comes_in_in_one_step(activity, office, clinic, tmp_path):
    done = import_counts(activity, written(tmp_path, GOOD))
    assert done.summary() == "2 new, 0 changed, 1 same, 0 with errors."
    assert activity.counts(MONDAY, MONDAY) == [
        Count(MONDAY, office.ana, office.visit, None, 3),
        Count(MONDAY, office.ana, office.visit, office.medicare, 12, 2, 1),
    ]
    assert clinic.journal.undo_title == "Import 2 counts"
    clinic.journal.undo()
    assert activity.counts(MONDAY, MONDAY) == []


def test_the_same_file_again_changes_nothing(activity, office, clinic, tmp_path):
    path = written(tmp_path, GOOD)
    import_counts(activity, path)
    last = clinic.journal.history(limit=1)
    assert import_counts(activity, path).summary() == "0 new, 0 changed, 3 same, 0 with errors."
    assert clinic.journal.history(limit=1) == last


def test_a_count_on_record_gets_the_numbers_of_the_file(activity, office, tmp_path):
    import_counts(activity, written(tmp_path, GOOD))
    again = "Date,Provider,Service line,Payer class,Done\n"
    again += "11/16/2026,Ana Ruiz,Office visit,Medicare,14\n11/16/2026,Ana Ruiz,OV,,0\n"
    done = import_counts(activity, written(tmp_path, again))
    assert done.summary() == "0 new, 2 changed, 0 same, 0 with errors."
    assert activity.counts(MONDAY, MONDAY) == [
        Count(MONDAY, office.ana, office.visit, office.medicare, 14, 2, 1)
    ]


def test_a_bad_file_changes_nothing_and_every_reason_is_told(activity, office, clinic, tmp_path):
    bad = HEADER + (
        "11/16/2026,Anna Ruiz,Office visit,Medicare,12,2,1\n"
        "11/16/2026,Ana Ruiz,Ofice visit,Medicare,12,2,1\n"
        "11/16/2026,Ana Ruiz,Office visit,Medicaid,many,2,1\n"
        "5/1/2023,Ana Ruiz,Office visit,,12,,\n"
        "11/19/2026,Ana Ruiz,Office visit,,12,,\n"
        "11/16/2026,Ana Ruiz,Office visit,,12,,\n"
        "11/16/2026,Ana Ruiz,OV,,13,,\n"
        "11/16/2026,Ben Sato,OV,,13,,\n"
        "11/16/2026,Ana Ruiz,XR,,1300,,\n"
        "11/16/2026,Ana Ruiz,WC,,-1,,\n"
        "2/30/2026,,WC,,1,,\n"
    )
    path, last = written(tmp_path, bad), clinic.journal.undo_title
    errors = [str(each) for each in plan_counts(activity, path).errors]
    expected = [
        ("Line 2, Doctor", "Unknown provider 'Anna Ruiz'. Did you mean Ana Ruiz?"),
        ("Line 3, Visit type", "Did you mean Office visit?"),
        ("Line 4, Insurance", "Unknown payer class 'Medicaid'"),
        ("Line 4, Kept", '"many" is not a whole number'),
        ("Line 5, Date of service", "did not exist on 5/1/2023"),
        ("Line 6, Date of service", "Thu, Nov 19 is still to come"),
        ("Line 8", "same entry as in line 7"),
        ("Line 9, Date of service", "Ben Sato left on 10/30/2026"),
        ("Line 10, Kept", "1300 for Ana Ruiz on Mon, Nov 16 cannot be"),
        ("Line 11, Kept", "-1 for Ana Ruiz on Mon, Nov 16 cannot be"),
        ("Line 12, Date of service", "2/30/2026"),
        ("Line 12, Doctor", "missing"),
    ]
    assert len(errors) == len(expected)
    for error, (place, reason) in zip(errors, expected, strict=True):
        assert error.startswith(place)
        assert reason in error
    with pytest.raises(UserError, match="nothing was imported"):
        import_counts(activity, path)
    assert activity.counts(date.min, date.max) == []
    assert clinic.journal.undo_title == last


def test_a_file_without_a_needed_column_is_refused(activity, office, tmp_path):
    with pytest.raises(UserError, match='No column gives "Service line"'):
        plan_counts(activity, written(tmp_path, "Date,Provider,Done\n11/16/2026,Ana Ruiz,3\n"))


@pytest.mark.parametrize("name", ["counts.csv", "counts.xlsx"])
@pytest.mark.parametrize("locale", ["en_US", "de_DE"])
def test_what_is_written_is_read_back_as_the_same(activity, office, tmp_path, name, locale):
    import_counts(activity, written(tmp_path, GOOD))
    path = tmp_path / f"out-{name}"
    assert export_counts(activity, path, MONDAY, MONDAY, locale) == 2
    plan = plan_counts(activity, path, locale)
    assert plan.summary() == "0 new, 0 changed, 2 same, 0 with errors."
