"""The style sheet of the program, built from the tokens."""

from __future__ import annotations

from string import Template
from typing import Final

from clinicmgr.qtkit import tokens as size
from clinicmgr.qtkit.tokens import Tokens, mixed

# Kept small on purpose: Qt matches every rule against every widget that is shown.
# `icons:` is the search path of the folder with our pictures (see theme.py).
_BUTTONS: Final = """
QPushButton { background: $surface; color: $text; border: 1px solid $line; border-radius: 6px;
  padding: 0 13px; min-height: ${inner}px; font-weight: 600; }
QPushButton:hover { background: $surface_2; }
QPushButton:pressed { background: $hairline; }
QPushButton:checked { background: $accent_soft; color: $accent; border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 0 12px; min-height: ${inner_focus}px; }
QPushButton:disabled { color: $faint; background: $window; border-color: $hairline; }
QPushButton::menu-indicator { width: 0; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_down; border-color: $accent_down; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="danger"] { color: $danger; border-color: $danger; }
QPushButton[kind="danger"]:hover { background: $danger_soft; }
QPushButton[kind="danger"]:focus { border: 2px solid $danger; }
QPushButton[kind="primary"]:disabled { background: $surface_2; color: $faint;
  border-color: $hairline; }
QPushButton[kind="danger"]:disabled { color: $faint; border-color: $hairline; }
QPushButton[kind="tool"] { padding: 0; min-width: ${inner}px; max-width: ${inner}px; }
QPushButton[kind="tool"]:focus { padding: 0; min-width: ${inner_focus}px;
  max-width: ${inner_focus}px; }
QPushButton[kind="plain"] { background: transparent; border-color: transparent; }
QPushButton[kind="plain"]:hover { background: $hover; }
QPushButton[kind="plain"]:focus { border: 2px solid $accent; }
QPushButton[kind="bare"] { background: transparent; border: 1px solid transparent; padding: 0;
  min-width: 26px; max-width: 26px; min-height: 26px; }
QPushButton[kind="bare"]:hover { background: $hover; }
QPushButton[kind="bare"]:focus { border: 2px solid $accent; min-width: 24px; max-width: 24px;
  min-height: 24px; }
"""

_INPUTS: Final = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: $surface;
  color: $text; border: 1px solid $border; border-radius: 6px; padding: ${pad}px 9px;
  min-height: 22px; selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit, QTextEdit { padding: 4px 5px; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $accent;
  padding: ${pad_focus}px 8px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 3px 4px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled { background: $surface_2; color: $text_2; border-color: $hairline; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"] {
  border: 2px solid $danger; padding: ${pad_focus}px 8px; }
QComboBox { combobox-popup: 0; }
QAbstractSpinBox { padding: 1px 1px 1px 0; min-height: 28px; }
QAbstractSpinBox:focus { padding: 0; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus,
QComboBox QLineEdit:focus { border: none; padding: 0; min-height: 0; background: transparent; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 28px; }
QComboBox::down-arrow, QAbstractSpinBox::down-arrow, QDateEdit::down-arrow {
  image: url("icons:controls/down-$mode.svg"); width: 16px; height: 16px; }
QAbstractSpinBox::up-arrow { image: url("icons:controls/up-$mode.svg"); width: 16px; height: 16px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 22px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; border-radius: 0;
  padding: 4px; outline: 0; }
QComboBox QAbstractItemView:focus { border-color: $line; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; border-radius: 5px; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $text; }
QCheckBox, QRadioButton { spacing: 9px; min-height: 24px; }
QCheckBox:disabled, QRadioButton:disabled { color: $faint; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px;
  border: 1px solid $border; border-radius: 4px; background: $surface; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { background: $accent_soft; }
QCheckBox::indicator:checked, QCheckBox::indicator:indeterminate, QRadioButton::indicator:checked {
  background: $accent; border-color: $accent; image: url("icons:controls/check-$mode.svg"); }
QCheckBox::indicator:indeterminate { image: url("icons:controls/partial-$mode.svg"); }
QRadioButton::indicator:checked { image: url("icons:controls/radio-$mode.svg"); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { width: 14px; height: 14px;
  border: 2px solid $accent; }
QCheckBox::indicator:checked:focus, QRadioButton::indicator:checked:focus {
  border: 2px solid $text; }
"""

_VIEWS: Final = """
QAbstractItemView { background: $surface; color: $text; border: 1px solid $hairline;
  border-radius: ${card}px; selection-background-color: $accent_soft; selection-color: $text;
  gridline-color: $hairline; outline: 0; }
QTableView:focus, QListView:focus, QTreeView:focus { border-color: $accent; }
QListWidget { padding: 6px; outline: 0; }
QListWidget::item { padding: 7px 10px; border-radius: 6px; }
QListWidget::item:selected { background: $accent_soft; color: $accent; }
QHeaderView { background: transparent; border: none; border-radius: 0; }
QHeaderView::section { background: $surface_2; color: $text_2; border: none;
  border-bottom: 1px solid $hairline; padding: 0 12px; font-size: 13px; font-weight: 600; }
QHeaderView::section:hover { color: $text; }
QHeaderView::section:first, QHeaderView::section:only-one { border-top-left-radius: ${card_in}px; }
QHeaderView::section:last, QHeaderView::section:only-one { border-top-right-radius: ${card_in}px; }
QHeaderView::up-arrow { image: url("icons:controls/up-$mode.svg"); width: 14px; height: 14px;
  subcontrol-position: center right; right: 4px; }
QHeaderView::down-arrow { image: url("icons:controls/down-$mode.svg"); width: 14px; height: 14px;
  subcontrol-position: center right; right: 4px; }
QFrame[kind="header-end"] { background: $surface_2; border: none;
  border-bottom: 1px solid $hairline; border-top-right-radius: ${card_in}px; }
QTableCornerButton::section { background: $surface_2; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $thumb; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $border; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }
QSplitter::handle { background: transparent; }
QTabWidget::pane { border: none; border-top: 1px solid $hairline; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { color: $text_2; padding: 8px 4px 7px 4px; margin: 0 18px 0 0;
  border: none; border-bottom: 2px solid transparent; font-weight: 600; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; }
QTabBar::tab:selected:focus { background: $accent_soft; border-top-left-radius: 4px;
  border-top-right-radius: 4px; }
"""

_FRAMES: Final = """
QMenuBar { background: $window; color: $text; border: none; padding: 2px 6px; }
QMenuBar::item { padding: 5px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; color: $text; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 6px 24px 6px 10px; border-radius: 5px; min-width: 120px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $hairline; margin: 5px 8px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 16px; height: 16px; left: 8px; }
QMenu::indicator:checked { image: url("icons:controls/tick-$mode.svg"); }
QMenu::right-arrow { image: url("icons:controls/right-$mode.svg"); width: 14px; height: 14px; }
QToolTip { background: $surface; color: $text; border: 1px solid $line; padding: 4px 7px; }
QStatusBar { background: $surface; border-top: 1px solid $hairline; color: $text_2; }
QStatusBar::item { border: none; }
QDialog, QMessageBox { background: $surface; }
QProgressBar { background: $hairline; border: none; border-radius: 3px; max-height: 6px;
  min-height: 6px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QGroupBox { border: 1px solid $hairline; border-radius: ${card}px; margin-top: 22px;
  padding: 12px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 2px; top: 0; }
QLabel[tone="secondary"] { color: $text_2; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="danger"] { color: $danger; }
QLabel[tone="warning"] { color: $warning; }
QLabel[tone="success"] { color: $success; }
Card, StatCard, SidePanel { background: $surface; border: 1px solid $hairline;
  border-radius: ${card}px; }
StatCard[reach="true"]:hover { border-color: $border; }
StatCard[reach="true"]:focus { border: 2px solid $accent; }
PopupFrame { background: $surface; border: 1px solid $line; }
QFrame[kind="line"] { background: $hairline; border: none; }
Toast { background: $text; border-radius: 8px; }
Toast QLabel { color: $surface; }
Toast QPushButton { background: transparent; color: $toast_action; border: 1px solid transparent; }
Toast QPushButton:hover { background: $toast_hover; }
Toast QPushButton:focus { border: 2px solid $toast_action; }
Banner { border: none; border-radius: ${card}px; background: $accent_soft; }
Banner[tone="danger"] { background: $danger_soft; }
Banner[tone="warning"] { background: $warning_soft; }
Banner[tone="success"] { background: $success_soft; }
Pill { border-radius: 10px; padding: 0 9px; min-height: 20px; max-height: 20px;
  background: $surface_2; color: $text_2; font-size: 13px; font-weight: 600; }
Pill[tone="accent"] { background: $accent_soft; color: $accent; }
Pill[tone="danger"] { background: $danger_soft; color: $danger; }
Pill[tone="warning"] { background: $warning_soft; color: $warning; }
Pill[tone="success"] { background: $success_soft; color: $success; }
Segmented { background: $surface; border: 1px solid $line; border-radius: 6px; }
Segmented QPushButton { background: transparent; border: 1px solid transparent; border-radius: 5px;
  min-height: ${segment}px; color: $text_2; }
Segmented QPushButton:hover { color: $text; background: $surface_2; }
Segmented QPushButton:checked { background: $accent_soft; color: $accent;
  border-color: transparent; }
Segmented QPushButton:focus { border: 2px solid $accent; min-height: ${segment_focus}px;
  padding: 0 12px; }
QPushButton[kind="search"] { background: $surface; color: $text_2; border: 1px solid $border;
  text-align: left; font-weight: 400; padding: 0 10px; }
QPushButton[kind="search"]:hover { background: $surface_2; }
QPushButton[kind="search"]:focus { border: 2px solid $accent; padding: 0 9px; }
QPushButton[kind="chip"] { border-radius: 13px; min-height: 24px; padding: 0 11px;
  font-weight: 400; font-size: 13px; border-color: $border; }
QPushButton[kind="chip"]:checked { background: $accent_soft; color: $accent; font-weight: 600;
  border-color: $accent; }
QPushButton[kind="chip"]:focus { border: 2px solid $accent; min-height: 22px; padding: 0 10px; }
QLabel[kind="key"] { background: $surface_2; color: $text_2; border: 1px solid $line;
  border-radius: 4px; padding: 0 5px; font-size: 12px; }
"""

_CALENDAR: Final = """
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton { background: transparent; color: $text; border: 1px solid transparent;
  border-radius: 6px; padding: 3px 6px; font-weight: 600; }
QCalendarWidget QToolButton:hover { background: $surface_2; }
QCalendarWidget QToolButton:focus { border: 2px solid $accent; padding: 2px 5px; }
QCalendarWidget QToolButton::menu-indicator { width: 0; }
QCalendarWidget QAbstractItemView { border: none; border-radius: 0; alternate-background-color:
  $surface; selection-background-color: $accent; selection-color: $on_accent; }
QCalendarWidget QAbstractItemView:disabled { color: $faint; }
"""

_SHEET: Final = Template(_BUTTONS + _INPUTS + _VIEWS + _FRAMES + _CALENDAR)


def stylesheet(tokens: Tokens, *, compact: bool = False) -> str:
    """The style sheet in these colors; `compact` makes controls 28 instead of 32 pixels high."""
    height = 28 if compact else size.CONTROL_HEIGHT
    return _SHEET.substitute(
        {role: tokens.color(role) for role in tokens.__dataclass_fields__ if role != "mode"},
        mode=tokens.mode,
        line=mixed(tokens.hairline, tokens.border, 0.3),
        faint=mixed(tokens.text_2, tokens.window, 0.4),
        hover=mixed(tokens.window, tokens.border, 0.16),
        thumb=mixed(tokens.hairline, tokens.border, 0.55),
        accent_hover=mixed(tokens.accent, tokens.text, 0.14),
        accent_down=mixed(tokens.accent, tokens.text, 0.3),
        toast_action="#7FD6E2" if tokens.mode == "light" else "#0F6B7A",
        toast_hover=mixed(tokens.text, tokens.surface, 0.14),
        inner=height - 2,
        inner_focus=height - 4,
        segment=height - 6,
        segment_focus=height - 8,
        pad=(height - 24) // 2,
        pad_focus=(height - 24) // 2 - 1,
        card=size.RADIUS_CARD,
        card_in=size.RADIUS_CARD - 1,
    )
