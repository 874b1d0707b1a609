"""Files that older programs wrote open, with everything that was in them, and can be undone."""

import gzip
from datetime import date
from pathlib import Path

import pytest

from clinicmgr.clinic import Clinic, opened
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.clock import Clock
from clinicmgr.places.records import SiteDraft

FILES = Path(__file__).parents[1] / "files"
VERSIONS = sorted(path.name.removesuffix(".clinic.gz") for path in FILES.glob("*.clinic.gz"))


@pytest.fixture(params=VERSIONS)
def old_file(request, tmp_path: Path) -> Path:
    path = tmp_path / f"{request.param}.clinic"
    path.write_bytes(gzip.decompress((FILES / f"{path.name}.gz").read_bytes()))
    return path


def test_there_are_old_files_to_try() -> None:
    assert "version-3" in VERSIONS


def test_an_old_practice_opens_with_all_it_held(old_file: Path, clock: Clock) -> None:
    with opened(old_file, clock, Actor("Dana")) as clinic:
        assert clinic.settings.current().name == "O'Neil & Partners"
        assert [one.name for one in clinic.staff.members()] == ["Ann Lee", "Bob O'Neil"]
        shifts = clinic.schedule.shifts(date(2026, 11, 16), date(2026, 11, 22))
        assert [one.day for one in shifts] == [date(2026, 11, 18), date(2026, 11, 19)]
        assert [one.title for one in clinic.equipment.assets()] == ["Autoclave (E-1)"]
        assert clinic.rates.services() == []
        assert clinic.journal.verify() == []
        assert_new_parts_are_empty(clinic)


def assert_new_parts_are_empty(clinic: Clinic) -> None:
    assert [(one.name, one.hours) for one in clinic.places.sites()] == [("Main Street", "")]
    assert clinic.activity.lines() == []
    assert clinic.finance.accounts() == []
    assert clinic.schedule.publishing.publications() == []


def test_what_was_done_before_the_upgrade_can_be_taken_back(old_file: Path, clock: Clock) -> None:
    with opened(old_file, clock, Actor("Dana")) as clinic:
        assert clinic.journal.redo() == "Add service G0101"
        while clinic.journal.undo():
            pass
        assert clinic.staff.members() == []
        assert clinic.places.sites() == []
        while clinic.journal.redo():
            pass
        assert [one.name for one in clinic.staff.members()] == ["Ann Lee", "Bob O'Neil"]
        assert [one.name for one in clinic.places.rooms()] == ["Exam 1"]
        assert clinic.journal.verify() == []


def test_a_number_that_was_given_before_the_upgrade_is_not_given_again(
    old_file: Path, clock: Clock
) -> None:
    with opened(old_file, clock, Actor("Dana")) as clinic:
        # The first two sites had 1 and 2; the second one was removed.
        assert clinic.places.add_site(SiteDraft("New house", "N")) == 3
