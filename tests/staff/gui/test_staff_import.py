"""A file of staff is shown with what becomes of each row, and imported whole or not at all."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from clinicmgr.qtkit.import_panel import ImportPanel

GOOD = """First name,Surname,Job title,Hire date,Weekly hours,Shoe size
Lena,Berg,Nurse,2026-12-01,32,38
Ole,Fisk,MA,2026-12-01,40,41
"""
BAD = """First name,Surname,Job title,Hire date,Weekly hours
Lena,Berg,Nurse,2026-12-01,32
Ole,Fisk,Nurze,2026-12-01,40
Tessa,Lind,MA,2020-01-01,40
"""


@pytest.fixture
def read(demo, tmp_path):
    def read(text):
        demo.files.open_path = tmp_path / "people.csv"
        demo.files.open_path.write_text(text, encoding="utf-8")
        demo.page.import_file()
        return demo.page.stack.currentWidget()

    return read


def fates(panel):
    return [line.fate for line in panel.view.lines]


def test_a_good_file_is_imported_in_one_step(demo, read):
    panel = read(GOOD)
    assert isinstance(panel, ImportPanel)
    assert fates(panel) == ["new", "new"]
    assert panel.import_button.text() == "Import 2 people"
    assert not panel.rejected_button.isVisible()
    panel.import_button.click()
    assert demo.page.stack.currentWidget() is demo.page.split
    assert demo.member("Berg").position_ids == demo.member("Cole").position_ids
    assert demo.said == "Imported 2 people"
    demo.clinic.journal.undo()
    assert len(demo.staff.members()) == 24


def test_a_file_with_errors_is_not_imported_and_says_why(demo, read, tmp_path):
    panel = read(BAD)
    assert fates(panel) == ["new", "error", "error"]
    assert "Did you mean" in panel.view.lines[1].sentence
    assert "on record already" in panel.view.lines[2].sentence
    assert not panel.import_button.isEnabled()
    panel.accept()
    assert len(demo.staff.members()) == 24
    demo.files.save_path = tmp_path / "rejected.csv"
    panel.rejected_button.click()
    assert "Nurze" in demo.files.save_path.read_text("utf-8-sig")
    panel.cancel_button.click()
    assert demo.page.stack.currentWidget() is demo.page.split


def test_a_cell_is_corrected_in_place_and_the_rest_left_out(qtbot, demo, read):
    panel = read(BAD)
    table = panel.table
    assert table.currentIndex().data() == "Nurze", "the first wrong cell is where one begins"
    table.edit(table.currentIndex())
    line = table.viewport().findChild(QLineEdit, "cell")
    line.setText("Nurse")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: fates(panel) == ["new", "new", "error"])
    panel.leave_out_button.click()
    assert fates(panel) == ["new", "new"]
    panel.import_button.click()
    assert demo.member("Fisk")


def test_a_column_that_is_not_known_can_be_chosen(read):
    panel = read("Given,Surname,Begins\nLena,Berg,2026-12-01\n")
    assert "Start date" in panel.view.missing
    assert not panel.import_button.isEnabled()
    for at, field in ((0, "first_name"), (2, "started")):
        combo = panel.chooser.combos[at]
        combo.setCurrentIndex(combo.findData(field))
        combo.activated.emit(combo.currentIndex())
    assert panel.view.missing == ""
    assert panel.import_button.isEnabled()


def test_a_file_that_is_no_table_is_refused_with_a_sentence(demo, read):
    read("")
    assert demo.page.stack.currentWidget() is demo.page.split
    assert "empty" in demo.said
