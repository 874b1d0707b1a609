"""The small widgets: each can be reached by the keyboard and says its name."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QEnterEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from clinicmgr.qtkit import buttons, theme
from clinicmgr.qtkit.banner import Banner
from clinicmgr.qtkit.card import Card, StatCard
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.pill import Pill
from clinicmgr.qtkit.search_field import SearchButton, SearchField
from clinicmgr.qtkit.segmented import Segmented
from clinicmgr.qtkit.stepper import Stepper
from clinicmgr.qtkit.toast import Toast, ToastHost


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.show()
    return widget


# Buttons


def test_a_button_does_its_work_by_mouse_and_space(qtbot):
    pressed = []
    button = shown(qtbot, buttons.primary("Add shift", lambda: pressed.append(1), icon="add"))
    button.click()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert pressed == [1, 1]


def test_an_icon_button_says_its_name_and_key(qtbot):
    button = shown(qtbot, buttons.tool("undo", "Undo", shortcut="Ctrl+Z"))
    assert button.accessibleName() == "Undo"
    assert button.toolTip() == "Undo (Ctrl+Z)"
    assert button.width() == button.height()


def test_a_button_of_an_action_follows_it(qtbot):
    host = shown(qtbot, QWidget())
    done = []
    action = QAction("Print", host)
    action.triggered.connect(lambda: done.append(1))
    button = buttons.ActionButton(action, parent=host)
    button.click()
    action.setEnabled(False)
    action.setText("Print week")
    assert (done, button.isEnabled(), button.text()) == ([1], False, "Print week")
    button.deleteLater()
    QWidget().deleteLater()
    action.setText("Print")  # the button may be gone before the action is


# Segmented


def test_arrows_move_the_choice(qtbot):
    choice = Segmented([("week", "Week"), ("month", "Month")], "View")
    shown(qtbot, choice)
    first = choice.findChildren(QPushButton)[0]
    with qtbot.waitSignal(choice.chosen) as told:
        qtbot.keyClick(first, Qt.Key.Key_Right)
    assert told.args == ["month"]
    assert choice.key == "month"
    assert [b.isChecked() for b in choice.findChildren(QPushButton)] == [False, True]


def test_choosing_by_program_tells_nobody(qtbot):
    choice = Segmented([("week", "Week"), ("month", "Month")], "View")
    shown(qtbot, choice)
    with qtbot.assertNotEmitted(choice.chosen):
        choice.choose("month")
    with pytest.raises(KeyError):
        choice.choose("year")


def test_pressing_the_choice_again_keeps_it(qtbot):
    choice = shown(qtbot, Segmented([("week", "Week"), ("month", "Month")], "View"))
    with qtbot.assertNotEmitted(choice.chosen):
        choice.findChildren(QPushButton)[0].click()
    assert choice.findChildren(QPushButton)[0].isChecked()


# Banner, pill, cards, empty page


def test_a_banner_says_what_is_wrong_and_goes_there(qtbot):
    went = []
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.say(
        "2 conflicts", "Marek Nowak: overlap.", action="Review", on_press=lambda: went.append(1)
    )
    assert not banner.isHidden()
    assert banner.accessibleName() == "2 conflicts Marek Nowak: overlap."
    banner.findChildren(QPushButton)[0].click()
    assert went == [1]
    banner.clear()
    assert banner.isHidden()


def test_a_pill_shows_another_state(qtbot):
    pill = shown(qtbot, Pill("Valid", "success"))
    pill.show_state("Expired", "danger")
    assert (pill.text(), pill.property("tone")) == ("Expired", "danger")


def test_a_figure_can_be_read_aloud_and_pressed(qtbot):
    card = shown(qtbot, StatCard("Open conflicts", reach=True))
    card.show_figure("2", "1 overlap", "danger")
    assert card.accessibleName() == "Open conflicts, 2, 1 overlap"
    with qtbot.waitSignal(card.pressed):
        qtbot.keyClick(card, Qt.Key.Key_Return)
    with qtbot.waitSignal(card.pressed):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)


def test_a_figure_without_a_goal_cannot_be_pressed(qtbot):
    card = shown(qtbot, StatCard("Hours"))
    assert card.focusPolicy() == Qt.FocusPolicy.NoFocus
    with qtbot.assertNotEmitted(card.pressed):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)


def test_a_card_without_a_title_wastes_no_room(qtbot):
    card = shown(qtbot, Card())
    assert card.title_label.isHidden()
    card.set_title("Needs attention")
    assert not card.title_label.isHidden()


def test_an_empty_page_teaches(qtbot):
    added = []
    page = EmptyState(
        "roster",
        "No shifts yet",
        "A shift is one person's planned work. " * 4,
        buttons.primary("Add shift", lambda: added.append(1)),
        buttons.quiet("Import"),
    )
    shown(qtbot, page)
    page.resize(600, 400)
    sentence = next(label for label in page.findChildren(QLabel) if label.wordWrap())
    assert sentence.height() >= sentence.heightForWidth(sentence.width())
    page.findChildren(QPushButton)[0].click()
    assert added == [1]
    page.say("Nobody matches", "Clear the filter.")
    assert page.accessibleName() == "Nobody matches. Clear the filter."


# Stepper and search


def test_a_stepper_asks_and_names_its_steps(qtbot):
    stepper = shown(qtbot, Stepper("week"))
    stepper.show_period("Nov 16 – 22, 2026", "Week 47")
    assert stepper.next_button.accessibleName() == "Next week"
    with qtbot.waitSignals([stepper.previous, stepper.following, stepper.today]):
        stepper.back_button.click()
        stepper.next_button.click()
        stepper.today_button.click()
    stepper.set_period("month")
    assert stepper.back_button.accessibleName() == "Previous month"


def test_searching_waits_for_a_pause_and_enter_does_not(qtbot):
    field = shown(qtbot, SearchField("Find staff"))
    with qtbot.waitSignal(field.searched) as told:
        qtbot.keyClicks(field, "now")
    assert told.args == ["now"]
    qtbot.keyClicks(field, "ak")
    with qtbot.waitSignal(field.searched, timeout=50) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == ["nowak"]
    with qtbot.waitSignal(field.searched) as told:
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert told.args == [""]


def test_down_goes_from_the_field_to_the_list(qtbot):
    field = shown(qtbot, SearchField("Find staff"))
    qtbot.keyClicks(field, "a")
    with qtbot.waitSignals([field.searched, field.left_down]):
        qtbot.keyClick(field, Qt.Key.Key_Down)


def test_the_search_button_opens_the_palette(qtbot):
    opened = []
    button = shown(qtbot, SearchButton(lambda: opened.append(1)))
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert opened == [1]
    assert "Ctrl+K" in button.toolTip()


# Toast


def test_a_toast_offers_to_undo_and_goes(qtbot):
    undone = []
    window = shown(qtbot, QWidget())
    window.resize(800, 500)
    host = ToastHost(window)
    host.say("Shift removed.", undo=lambda: undone.append(1))
    toast = window.findChild(Toast)
    assert toast.isVisible()
    assert abs(toast.geometry().center().x() - 400) <= 1
    toast.findChild(QPushButton).click()
    assert undone == [1]
    assert not toast.isVisible()


def test_a_toast_goes_by_itself_and_waits_under_the_mouse(qtbot):
    window = shown(qtbot, QWidget())
    host = ToastHost(window)
    host.say("Saved.", seconds=0.05)
    toast = window.findChild(Toast)
    qtbot.waitUntil(lambda: not toast.isVisible())
    host.say("Saved again.", seconds=60)
    place = QPointF(1, 1)
    toast.enterEvent(QEnterEvent(place, place, place))
    assert not toast.findChild(QTimer).isActive()
    toast.leaveEvent(QEvent(QEvent.Type.Leave))
    assert toast.findChild(QTimer).isActive()
    window.resize(900, 400)
    assert toast.geometry().bottom() < 400
    host.hide()
    assert not toast.findChild(QTimer).isActive()


def test_the_next_toast_takes_the_place_of_the_last(qtbot):
    window = shown(qtbot, QWidget())
    host = ToastHost(window)
    host.say("One.")
    host.say("Two " * 100)
    assert len(window.findChildren(Toast)) == 1
    assert window.findChild(Toast).accessibleName().startswith("Two")
    host.hide()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_everything_can_be_painted_in_both_themes(qtbot, mode):
    theme.current().use(mode)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    banner = Banner("warning")
    banner.say("1 gap", "Tuesday")
    for widget in (
        buttons.primary("A", icon="add"),
        buttons.danger("B", icon="trash"),
        buttons.plain("C"),
        Segmented([("a", "A"), ("b", "B")], "S"),
        banner,
        Pill("x", "accent"),
        Card("T", "s"),
        StatCard("n", reach=True),
        Stepper("week"),
        SearchField("f"),
        SearchButton(print),
    ):
        column.addWidget(widget)
    window.show()
    picture = window.grab().toImage()
    assert len({picture.pixel(x, y) for x in range(0, 200, 3) for y in range(0, 300, 3)}) > 10


def test_tab_visits_every_control_once(qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    wanted = [buttons.quiet("A"), SearchField("f"), StatCard("n", reach=True), buttons.quiet("B")]
    for widget in wanted:
        column.addWidget(widget)
    shown(qtbot, window)
    window.activateWindow()
    wanted[0].setFocus()
    visited = [window.focusWidget()]
    for _step in range(3):
        window.focusNextChild()
        visited.append(window.focusWidget())
    assert visited == wanted
