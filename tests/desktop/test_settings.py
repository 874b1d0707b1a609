"""The practice's settings are one undoable change; those of this PC are followed at once."""

from __future__ import annotations

import tomllib

import pytest

from clinicmgr.kernel.backup import backups_of
from clinicmgr.qtkit import theme


@pytest.fixture
def page(session):
    session.turn_to("settings")
    return session.book.page


def test_what_is_typed_is_kept_as_one_change_and_can_be_undone(session, page):
    settings = session.here.clinic.settings
    page.form.editor("name").setText("Lakeside Family Practice")
    page.form.editor("name").edited.emit()
    page.form.editor("phone").setText("(218) 555-0100")
    page.save_action.trigger()
    assert settings.current().name == "Lakeside Family Practice"
    assert session.window.rail.practice.text() == "Lakeside Family Practice"
    session.undo()
    assert settings.current().name == "Lakeside Family Clinic"
    assert settings.current().phone == ""
    assert page.form.values()["name"] == "Lakeside Family Clinic"


def test_save_and_revert_wait_for_something_to_do(page):
    assert not page.save_action.isEnabled()
    page.form.editor("name").setText("Other")
    page.form.editor("name").edited.emit()
    assert page.save_action.isEnabled()
    page.revert_action.trigger()
    assert not page.save_action.isEnabled()


def test_a_practice_without_a_name_is_refused_beside_the_field(session, page):
    page.form.editor("name").setText("")
    page.form.editor("name").edited.emit()
    page.save()
    assert session.here.clinic.settings.current().name == "Lakeside Family Clinic"
    assert page.form.is_dirty


def test_a_half_typed_name_survives_a_change_from_elsewhere(session, page):
    page.form.editor("name").setText("Half typ")
    page.form.editor("name").edited.emit()
    settings = session.here.clinic.settings
    current = settings.current()
    settings.change(type(current)(**{**_fields(current), "phone": "555"}))
    assert page.form.raw_values()["name"] == "Half typ"
    assert page.form.raw_values()["phone"] == "555"


def test_colors_and_density_change_at_once_and_are_kept(session, page, paths):
    page.this_pc.theme.chosen.emit("dark")
    page.this_pc.density.chosen.emit("compact")
    assert theme.current().tokens.mode == "dark"
    assert theme.current().density == "compact"
    kept = tomllib.loads(paths.preferences.read_text("utf-8"))
    assert (kept["theme"], kept["density"]) == ("dark", "compact")
    page.this_pc.theme.chosen.emit("light")
    page.this_pc.density.chosen.emit("comfortable")


def test_a_backup_made_by_hand_is_there_and_told(session, page, paths, practice_file):
    page.backups.now_button.click()
    assert len(backups_of(practice_file, paths.backups)) == 1
    assert "2026-11-18 09:00" in page.backups.last.text()


def _fields(settings) -> dict[str, object]:
    return {name: getattr(settings, name) for name in settings.__dataclass_fields__}
