"""The practice's settings are undoable; this PC's preferences survive a broken file."""

import dataclasses
from pathlib import Path

import pytest

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.settings import (
    ClinicSettings,
    Preferences,
    Settings,
    load_preferences,
    save_preferences,
)


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


def test_preferences_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "config" / "preferences.toml"
    preferences = Preferences(theme="dark", language="de", reduced_motion=True).opened(
        tmp_path / "Bob's “best”.clinic"
    )
    save_preferences(path, preferences)
    assert load_preferences(path) == preferences


@pytest.mark.parametrize("text", ["", "theme = ", "\x00\x01", 'recent = "one"\nunknown = 3\n'])
def test_a_broken_preferences_file_counts_as_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "preferences.toml"
    path.write_text(text)
    assert load_preferences(path) == Preferences()


def test_the_last_practices_are_remembered_newest_first(tmp_path: Path) -> None:
    preferences = Preferences()
    for name in "abcdefghijk":
        preferences = preferences.opened(tmp_path / name)
    preferences = preferences.opened(tmp_path / "j")
    assert [Path(path).name for path in preferences.recent] == list("jkihgfed")
