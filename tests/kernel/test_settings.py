"""The practice's settings are undoable."""

import dataclasses

import pytest

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.settings import ClinicSettings, Settings


def test_settings_are_kept_changed_and_undone(journal: Journal) -> None:
    settings = Settings(journal)
    before = settings.current()
    after = dataclasses.replace(before, paper="a4", visible_days=(0, 1, 2, 3, 4))
    settings.change(after)
    assert settings.current() == after
    journal.undo()
    assert settings.current() == before


def test_only_what_differs_is_written(journal: Journal) -> None:
    settings = Settings(journal)
    settings.change(dataclasses.replace(settings.current(), paper="a4"))
    assert journal.history()[0].changes == 1


def test_a_practice_keeps_a_name_and_shows_a_day(journal: Journal) -> None:
    settings = Settings(journal)
    with pytest.raises(UserError, match="needs a name"):
        settings.change(ClinicSettings(""))
    with pytest.raises(UserError, match="at least one day"):
        settings.change(ClinicSettings("Lake", visible_days=()))
