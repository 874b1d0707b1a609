"""The program looks the same everywhere and changes its appearance while it runs."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo, QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from clinicmgr.kernel.paths import resource
from clinicmgr.qtkit import buttons, icons, labels, theme
from clinicmgr.qtkit.tokens import DARK, LIGHT


def color_at(widget, x, y):
    return widget.grab().toImage().pixelColor(x, y).name().upper()


def test_a_shown_window_follows_a_change_of_theme(qtbot, qapp):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(80, 80)
    window.show()
    assert color_at(window, 40, 40) == LIGHT.window

    with qtbot.waitSignal(theme.current().changed):
        theme.current().use("dark")

    assert color_at(window, 40, 40) == DARK.window
    theme.current().use("light")
    assert color_at(window, 40, 40) == LIGHT.window


def test_density_changes_the_height_of_rows_and_controls(qtbot):
    button = buttons.quiet("Copy week")
    qtbot.addWidget(button)
    button.show()
    assert (theme.current().row_height, button.sizeHint().height()) == (44, 32)
    theme.current().use("light", "compact")
    assert (theme.current().row_height, button.sizeHint().height()) == (32, 28)


def test_system_asks_the_system(qapp):
    theme.current().use("system")
    wanted = qapp.style().standardPalette().window().color().lightness() < 128
    assert (theme.current().tokens == DARK) is wanted


def test_our_typeface_is_used_with_its_semibold(qtbot):
    assert QFontInfo(theme.font(14)).family() == "Source Sans Pro"
    assert QFontInfo(theme.font(14, 600)).weight() == 600
    label = labels.title("Roster")
    qtbot.addWidget(label)
    assert QFontInfo(label.font()).pixelSize() == 22


def test_labels_show_markup_as_text(qtbot):
    for label in (labels.label("<b>Ana</b>"), labels.ElidedLabel("<b>Ana</b>")):
        qtbot.addWidget(label)
        assert label.textFormat().name == "PlainText"


def test_an_icon_takes_the_color_of_the_theme_when_painted(qtbot):
    button = QPushButton()
    button.setIcon(icons.icon("stop"))
    qtbot.addWidget(button)

    def ink():
        picture = button.icon().pixmap(QSize(24, 24)).toImage()
        return picture.pixelColor(12, 7).name().upper()

    before = ink()
    theme.current().use("dark")
    assert before != ink()


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_an_icon_is_crisp_at_any_scale(qtbot, scale):
    picture = icons.icon("calendar").pixmap(QSize(16, 16), scale)
    assert picture.devicePixelRatio() == scale
    assert picture.width() == round(16 * scale)


def test_a_copied_and_changed_icon_does_not_harm(qtbot):
    copied = icons.icon("add")
    copied.addPixmap(QPixmap(8, 8))
    assert not copied.pixmap(18, 18).isNull()


def test_an_unknown_icon_is_a_mistake(qtbot):
    with pytest.raises(FileNotFoundError):
        icons.icon("unicorn")


@pytest.mark.parametrize("file", sorted(resource("icons").glob("*.svg")), ids=lambda f: f.stem)
def test_every_icon_draws_something(qtbot, file):
    picture = icons.pixmap(file.stem, "text", 24).toImage()
    inked = sum(picture.pixelColor(x, y).alpha() > 100 for x in range(24) for y in range(24))
    assert inked >= 8
    source = file.read_text()
    assert file.stem == "app" or 'stroke="currentColor"' in source


def test_a_long_text_ends_in_dots_and_can_be_read_in_the_tip(qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    label = labels.ElidedLabel("Marek Nowak has overlapping shifts on Wednesday")
    column.addWidget(label)
    host.resize(120, 40)
    host.show()
    host.grab()
    assert label.toolTip() == label.text()
    host.resize(600, 40)
    host.grab()
    assert label.toolTip() == ""


def test_the_start_does_not_pay_for_what_it_does_not_show():
    program = (
        "from PySide6 import QtCore\n"
        "from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget\n"
        "app = QApplication([])\n"
        "from clinicmgr.qtkit import buttons, labels, theme\n"
        "from clinicmgr.qtkit import jobs, job_bar, page, search_field, shortcuts, toast\n"
        "theme.apply(app, 'system')\n"
        "window = QWidget()\n"
        "column = QVBoxLayout(window)\n"
        "column.addWidget(labels.title('Today'))\n"
        "column.addWidget(buttons.primary('Add shift', icon='add'))\n"
        "column.addWidget(search_field.SearchButton(print))\n"
        "window.show()\n"
        "window.grab()\n"
        "print('Qt' in vars(QtCore))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False", "naming Qt costs 20 ms before the first paint"


def test_a_plain_label_asks_for_little(qtbot):
    shown = labels.strong("Ana")
    qtbot.addWidget(shown)
    assert isinstance(shown, QLabel)
    labels.set_tone(shown, "danger")
    assert shown.property("tone") == "danger"
