"""The command line of the window, its first picture, and starting a practice of one's own."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from clinicmgr.desktop.app import shell
from clinicmgr.desktop.new_practice import NewPracticeDialog
from clinicmgr.desktop.options import Options, options_from, practice_to_open
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.preferences import Preferences, load_preferences


def fill(dialog: NewPracticeDialog, **values: object) -> None:
    for name, value in values.items():
        editor: Any = dialog.form.editor(name)
        editor.put(value)


def test_the_window_takes_a_file_the_demo_and_a_day():
    assert options_from([]) == Options()
    assert options_from(["a.clinic"]) == Options(Path("a.clinic"))
    assert options_from(["--practice", "a.clinic"]) == Options(Path("a.clinic"))
    wanted = Options(None, demo=True, today=date(2026, 11, 18))
    assert options_from(["demo", "--today=2026-11-18"]) == wanted


@pytest.mark.parametrize("words", [["--colour"], ["--practice"], ["--today", "soon"]])
def test_what_it_does_not_understand_it_says(words):
    with pytest.raises(UserError):
        options_from(words)


def test_a_last_practice_that_is_gone_is_not_opened(tmp_path):
    assert practice_to_open(Options(), [str(tmp_path / "gone.clinic")]) is None
    assert practice_to_open(Options(), []) is None


def test_preferences_in_disorder_do_not_keep_the_window_from_opening(tmp_path):
    kept = tmp_path / "preferences.toml"
    assert load_preferences(kept) == Preferences()
    kept.write_text("theme = [1", "utf-8")
    assert load_preferences(kept) == Preferences()
    kept.write_text('theme = "pink"\ndensity = "compact"\nrecent = 5', "utf-8")
    assert load_preferences(kept) == Preferences(density="compact")


def test_the_first_picture_is_painted_before_the_database_is_imported():
    script = (
        "import sys\n"
        "import clinicmgr.desktop.app\n"
        "print([name for name in ('sqlalchemy', 'sqlcipher3', 'PySide6.QtSvg',"
        " 'clinicmgr.staff', 'clinicmgr.kernel.settings') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_window_tells_when_it_is_painted(qtbot, qapp: QApplication):
    window = shell(qapp, Preferences(theme="light"))
    with qtbot.waitSignal(window.painted):
        window.show()
    window.furnish()
    window.close()
    window.deleteLater()


def test_a_new_practice_asks_little_and_opens_on_its_first_page(start, answers, tmp_path):
    session = start()
    dialog = NewPracticeDialog(session)
    dialog.open()
    fill(dialog, name="Hillside Dental")
    answers.next = tmp_path / "Hillside Dental.clinic"
    dialog.accept_button.click()
    assert answers.asked == ["Hillside Dental.clinic"]
    settings = session.here.clinic.settings.current()
    assert (settings.name, settings.paper, settings.week_start) == ("Hillside Dental", "letter", 6)
    assert session.book.current == "sites"


def test_another_country_brings_its_paper_and_week(start, answers, tmp_path):
    session = start()
    dialog = NewPracticeDialog(session)
    dialog.open()
    fill(dialog, name="Praxis am See", country="DE")
    dialog.form.edited.emit("country")
    answers.next = tmp_path / "Praxis am See.clinic"
    dialog.accept_button.click()
    settings = session.here.clinic.settings.current()
    assert (settings.paper, settings.week_start, settings.currency) == ("a4", 0, "EUR")
    assert settings.time_zone == "Europe/Berlin"


def test_a_name_that_is_taken_is_refused_in_the_dialog(start, answers, tmp_path):
    session = start()
    taken = tmp_path / "taken.clinic"
    taken.write_text("", "utf-8")
    dialog = NewPracticeDialog(session)
    dialog.open()
    fill(dialog, name="Taken")
    answers.next = taken
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert "is there already" in dialog.banner.accessibleName()
    assert session.here is None
    dialog.reject()


def test_a_new_practice_without_a_name_is_refused_beside_the_field(start, answers):
    session = start()
    dialog = NewPracticeDialog(session)
    dialog.open()
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert answers.asked == []
    dialog.reject()
