"""The panel in which shifts are laid down: what, where, what about conflicts, and the preview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import ngettext
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.form import Form
from clinicmgr.qtkit.icon_label import IconLabel
from clinicmgr.schedule.rules.rotation_words import Told

MOST_PEOPLE = 25
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class LayingPanel(QWidget):
    """A form with the sum of its preview above it, and the people below.

    Enter applies; every edit asks for a fresh preview.
    """

    changed = Signal()
    wanted = Signal()

    def __init__(
        self,
        fields: Sequence[Field],
        values: Mapping[str, object],
        locale: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.form = Form(fields, locale=locale, parent=self)
        self.form.set_values(values)
        self.summary = labels.strong(parent=self)
        self.summary.setWordWrap(True)
        self._people = QVBoxLayout()
        self._people.setSpacing(10)
        self._shown: tuple[str, tuple[Told, ...]] = ("", ())
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 0, 18, 12)
        column.setSpacing(12)
        column.addWidget(self.summary)  # above, where it is seen whichever field is edited
        column.addWidget(self.form)
        column.addLayout(self._people)
        column.addStretch(1)
        self.form.edited.connect(lambda _name: self.changed.emit())
        self.form.submitted.connect(self.wanted)

    def values(self) -> dict[str, Any]:
        """What is chosen; UserError with the first wrong field, which is then marked."""
        return self.form.values()

    def show_preview(self, summary: str, people: tuple[Told, ...]) -> None:
        """Show what comes of it; nothing is made anew where it says the same."""
        if (summary, people) == self._shown:
            return
        self._shown = (summary, people)
        self.summary.setText(summary)
        self.summary.setVisible(bool(summary))
        self.summary.setAccessibleName(summary)
        while self._people.count():
            item = self._people.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        rough = [told for told in people if not told.is_smooth]
        for told in rough[:MOST_PEOPLE]:
            self._people.addWidget(_told(told, self))
        if len(rough) > MOST_PEOPLE:
            more = len(rough) - MOST_PEOPLE
            words = ngettext("and {count} more person", "and {count} more people", more)
            self._people.addWidget(labels.secondary(words.format(count=more), self))
        if smooth := [f"{told.name}: {told.counts}" for told in people if told.is_smooth]:
            self._people.addWidget(_smooth(smooth, self))

    @property
    def said(self) -> list[str]:
        """The preview as a screen reader says it, part by part."""
        items = (self._people.itemAt(at) for at in range(self._people.count()))
        widgets = (item.widget() for item in items if item is not None)
        parts = (widget.accessibleName() for widget in widgets if widget is not None)
        return [self.summary.text(), *parts]

    def show_refusal(self, error: UserError) -> None:
        """Say why there is no preview."""
        self.show_preview(error.sentence, ())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = isinstance(self.focusWidget(), QLineEdit)  # the form has heard its Enter itself
        if event.key() in _ENTER and not line:
            self.wanted.emit()
        else:
            super().keyPressEvent(event)


def _told(told: Told, parent: QWidget) -> QWidget:
    made = QWidget(parent)
    lines = [*told.exempt, *told.warnings]
    made.setAccessibleName(", ".join(filter(None, (told.name, told.counts, *lines))))
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    head = QHBoxLayout()
    head.addWidget(labels.strong(told.name, made))
    head.addStretch()
    head.addWidget(labels.secondary(told.counts, made))
    column.addLayout(head)
    for icon, tone, sentences in (
        ("info", "text_2", told.exempt),
        ("warning", "warning", told.warnings),
    ):
        for sentence in sentences:
            column.addLayout(_line(icon, tone, sentence, made))
    return made


def _smooth(lines: Sequence[str], parent: QWidget) -> QWidget:
    """Those with whom all goes as meant, in one label: there may be sixty of them."""
    made = labels.secondary("\n".join(lines), parent)
    made.setWordWrap(True)
    made.setAccessibleName("; ".join(lines))
    return made


def _line(icon: str, tone: str, sentence: str, parent: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(IconLabel(icon, tone, 16, parent), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(labels.paragraph(sentence, parent), 1)
    return row
