"""The panel in which a roster is published: what is wrong, what is new for whom, and a note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.form import Form
from clinicmgr.qtkit.icon_label import IconLabel
from clinicmgr.schedule.gui.publishing_words import PublishView

Press = Callable[[], object]
_NOTE = Field(
    "note",
    N_("Note to the staff"),
    "long_text",
    help=N_("It stands on the printed changes and stays with the version."),
)


@dataclass(frozen=True, slots=True)
class PublishOffers:
    """What the buttons of the panel do."""

    print_roster: Press
    print_changes: Press
    calendars: Press
    table: Press


class PublishPanel(QWidget):
    """Shows a view; what is typed as a note stays while it changes."""

    def __init__(
        self, offers: PublishOffers, note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown: PublishView | None = None
        self.state = labels.strong(parent=self)
        self.state.setWordWrap(True)
        self.lead = labels.paragraph("", self)
        self.form = Form((_NOTE,), parent=self)
        self.form.set_values({"note": note})
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(18, 0, 18, 12)
        column.setSpacing(12)
        column.addWidget(self.state)
        self._concerns = QVBoxLayout()
        self._concerns.setSpacing(6)
        column.addLayout(self._concerns)
        column.addWidget(self.lead)
        self._people = QVBoxLayout()
        self._people.setSpacing(10)
        column.addLayout(self._people)
        column.addWidget(self.form)
        self._exporting = self._exports(offers)
        column.addWidget(self._exporting)
        column.addStretch(1)

    @property
    def note(self) -> str:
        """The note as it is typed."""
        return str(self.form.raw_values()["note"])

    def show_view(self, view: PublishView) -> None:
        """Show this; nothing is made anew where it says the same."""
        if view == self._shown:
            return
        self._shown = view
        self.state.setText(view.state)
        self.state.setVisible(bool(view.state))
        self.lead.setText(view.lead)
        _clear(self._concerns)
        for sentence in () if view.is_current else view.concerns:
            self._concerns.addWidget(_concern(sentence, self))
        _clear(self._people)
        for name, sentences in view.people:
            self._people.addWidget(_person(name, sentences, self))
        if view.more:
            self._people.addWidget(labels.secondary(view.more, self))
        self._turn(current=view.is_current)

    def _turn(self, *, current: bool) -> None:
        """Once all is published, handing it out comes first and there is nothing to note."""
        self.form.setVisible(not current)
        column = self._column
        column.removeWidget(self._exporting)
        column.insertWidget(1 if current else column.count() - 1, self._exporting)

    def _exports(self, offers: PublishOffers) -> QWidget:
        made = QWidget(self)
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.addWidget(labels.strong(_("Print and send"), made), 0, 0, 1, 2)
        self.exports = (
            buttons.quiet(_("Roster"), offers.print_roster, icon="print", parent=self),
            buttons.quiet(_("Changes"), offers.print_changes, icon="print", parent=self),
            buttons.quiet(_("Calendars…"), offers.calendars, icon="calendar", parent=self),
            buttons.quiet(_("Table…"), offers.table, icon="save", parent=self),
        )
        names = (
            _("Print the roster"),
            _("Print what has changed, to be signed"),
            _("Save what is published as a calendar for each person"),
            _("Save what is published as Excel or CSV"),
        )
        for at, (button, name) in enumerate(zip(self.exports, names, strict=True)):
            button.setAccessibleName(name)
            button.setToolTip(name)
            grid.addWidget(button, 1 + at // 2, at % 2)
        return made


def _concern(sentence: str, parent: QWidget) -> QWidget:
    made = QWidget(parent)
    made.setAccessibleName(sentence)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconLabel("warning", "warning", 16, made), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(labels.paragraph(sentence, made), 1)
    return made


def _person(name: str, sentences: tuple[str, ...], parent: QWidget) -> QWidget:
    made = QWidget(parent)
    made.setAccessibleName(f"{name}: {' '.join(sentences)}")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(labels.strong(name, made))
    column.addWidget(labels.paragraph("\n".join(sentences), made))
    return made


def _clear(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
