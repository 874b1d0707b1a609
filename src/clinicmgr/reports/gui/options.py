"""What a report asks for, as a form beside its pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.form import Form
from clinicmgr.reports.catalog import Printable
from clinicmgr.reports.catalog.periods import Period

_PAUSE = 250  # milliseconds without typing before the options count
_DATES = ("first", "last")


class OptionsPanel(QFrame):
    """The title of a report, what it is, and its options; `changed` follows a pause."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Options"))
        self.form: Form | None = None
        self._fields: tuple[Field, ...] = ()
        self._title = labels.section(parent=self)
        self._title.setWordWrap(True)
        self._about = labels.secondary(parent=self)
        self._about.setWordWrap(True)
        self.reset = buttons.plain(_("Reset options"), self._reset, icon="undo", parent=self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.changed)
        self._arrange()

    def _arrange(self) -> None:
        inside = QWidget(self)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(8, 4, 8, 8)
        self._column.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._about)
        self._column.addLayout(words)
        foot = QHBoxLayout()
        foot.addWidget(self.reset)
        foot.addStretch()
        self._column.addLayout(foot)
        self._column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(scroll)

    def show_report(
        self,
        each: Printable[Any],
        fields: tuple[Field, ...],
        answers: Mapping[str, object],
        locale: str,
    ) -> None:
        """Ask for these fields, filled in with the answers."""
        self._pause.stop()
        self._clear()
        self._title.setText(_(each.title))
        self._about.setText(_(each.about))
        self._fields = fields
        self.form = Form(fields, locale=locale, parent=self)
        self.form.set_values(answers)
        self.form.edited.connect(self._heard)
        self._column.insertWidget(1, self.form)
        self._fit()

    def _clear(self) -> None:
        if self.form is not None:
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def answers(self) -> dict[str, object]:
        """Return what is filled in; UserError with the first that is wrong, marked in the form."""
        if self.form is None:
            return {}
        return {name: value for name, value in self.form.values().items() if value is not None}

    def show_error(self, error: UserError) -> None:
        """Say beside its field what does not fit."""
        if self.form is not None:
            self.form.show_error(error)

    @property
    def is_waiting(self) -> bool:
        """Whether something was changed that nobody heard of yet."""
        return self._pause.isActive()

    def stop_waiting(self) -> None:
        """Take what is filled in as heard."""
        self._pause.stop()

    def _heard(self, _name: str) -> None:
        self._fit()
        self._pause.start()

    def _fit(self) -> None:
        """Show the two days only where they count."""
        if self.form is None:
            return
        raw = self.form.raw_values()
        if "period" in raw:
            for name in _DATES:
                self.form.show_field(name, raw["period"] == Period.DATES)
        defaults = {field.name: field.default for field in self._fields}
        self.reset.setVisible(
            any(
                value not in (defaults[name], None, "", ()) or (value is False and defaults[name])
                for name, value in raw.items()
            )
        )

    def _reset(self) -> None:
        if self.form is not None:
            self.form.set_values({})
            self._fit()
            self.changed.emit()
