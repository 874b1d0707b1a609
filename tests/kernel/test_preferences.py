"""The preferences of this PC survive a broken file."""

from pathlib import Path

import pytest

from clinicmgr.kernel.preferences import Preferences, load_preferences, save_preferences


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


def test_a_value_that_cannot_be_counts_as_none_and_the_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "preferences.toml"
    path.write_text('theme = "pink"\ndensity = 3\nlanguage = "de"\nreduced_motion = "yes"\n')
    assert load_preferences(path) == Preferences(language="de")
