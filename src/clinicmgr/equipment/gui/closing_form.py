"""Closing work: the answered checklist, what it took, and whether the asset is back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from clinicmgr.equipment.records import (
    CHECK_LABELS,
    CLOSING_FIELDS,
    Check,
    CheckResult,
    Closing,
)
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.form import Form
from clinicmgr.qtkit.segmented import Segmented

Keep = Callable[[Closing], object]


class StepRow(QWidget):
    """One step of the checklist: OK, not OK or does not apply, and a note where it is not OK."""

    def __init__(self, step: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.step = step
        text = labels.paragraph(step, self)
        choices = [("", "–"), *((key.value, _(label)) for key, label in CHECK_LABELS.items())]
        self.choice = Segmented(choices, step, self)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(_("What was found"))
        self.note.setAccessibleName(_("Note: {step}").format(step=step))
        self.note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(text)
        column.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.note)
        self.choice.chosen.connect(self._show_note)

    def choose(self, result: CheckResult) -> None:
        """Answer the step."""
        self.choice.choose(result.value)
        self._show_note(result.value)

    def check(self) -> Check | None:
        """Return the answer; None while there is none."""
        if not self.choice.key:
            return None
        return Check(self.step, CheckResult(self.choice.key), self.note.text().strip())

    def _show_note(self, key: str) -> None:
        self.note.setVisible(key == CheckResult.NOT_OK.value)


class ClosingForm(QFrame):
    """Opens in place under the work it closes; Escape lets go of it."""

    def __init__(self, settings: ClinicSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keep: Keep | None = None
        self._caption = labels.strong(parent=self)
        self._caption.setWordWrap(True)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(8)
        self.rows: list[StepRow] = []
        self.all_ok = buttons.plain(_("All OK"), self._answer_all, icon="check", parent=self)
        self.form = Form(
            CLOSING_FIELDS, locale=settings.locale, currency=settings.currency, parent=self
        )
        self.save_button = buttons.primary(_("Close the work"), self.save, parent=self)
        cancel = buttons.quiet(_("Cancel"), self.leave, parent=self)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(10)
        column.addWidget(self._caption)
        column.addLayout(self._steps)
        column.addWidget(self.all_ok, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.form)
        column.addLayout(foot)
        self.form.submitted.connect(self.save)
        self.hide()

    @property
    def is_dirty(self) -> bool:
        """Whether something is half typed."""
        return not self.isHidden() and (
            self.form.is_dirty or any(row.choice.key for row in self.rows)
        )

    def ask(
        self,
        caption: str,
        steps: Sequence[str],
        keep: Keep,
        *,
        today: date,
        done_by: str,
        is_out: bool,
    ) -> None:
        """Ask what is to be written into the log; `keep` is the verb."""
        self._keep = keep
        self._caption.setText(caption)
        self._show_steps(steps)
        self.form.set_values({"day": today, "done_by": done_by, "back_in_service": is_out})
        self.form.show_field("back_in_service", is_out)
        self.show()
        if self.rows:
            self.rows[0].choice.findChildren(QWidget)[0].setFocus()
        else:
            self.form.focus_field("done_by" if not done_by else "labor_minutes")

    def save(self) -> bool:
        """Close the work; where it is refused the sentence stands beside its field."""
        try:
            values = self.form.values()
        except UserError:
            return False  # the form has marked it
        checks = tuple(check for row in self.rows if (check := row.check()) is not None)
        try:
            if self._keep is not None:
                self._keep(Closing(**values, checks=checks))
        except UserError as error:
            self.form.show_error(error)
            return False
        self.leave()
        return True

    def leave(self) -> None:
        """Let go of what is typed."""
        self._show_steps(())
        self.form.set_values({})
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _answer_all(self) -> None:
        for row in self.rows:
            row.choose(CheckResult.OK)
        self.form.focus_field("labor_minutes")

    def _show_steps(self, steps: Sequence[str]) -> None:
        for row in self.rows:
            row.hide()
            self._steps.removeWidget(row)
            row.deleteLater()
        self.rows = [StepRow(step, self) for step in steps]
        for row in self.rows:
            self._steps.addWidget(row)
        self.all_ok.setVisible(len(self.rows) > 1)
