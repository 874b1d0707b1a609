"""Through which day the books are closed, and the account that balances the journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clinicmgr.finance.records import SETTING_FIELDS
from clinicmgr.finance.service import Finance
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import parse
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import add_months, format_day, month_bounds
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.day_edit import DayEditor
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.editors import LineEditor

_CLOSED, _BALANCING = SETTING_FIELDS


class ClosingLine(QWidget):
    """Enter keeps what is typed; an empty day reopens everything."""

    def __init__(
        self, finance: Finance, desk: Desk, settings: ClinicSettings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._finance, self._desk, self._locale = finance, desk, settings.locale
        locale, currency = settings.locale, settings.currency
        self.day = DayEditor(replace(_CLOSED, help=""), locale, currency, self)
        self.close_button = buttons.quiet("", self.close_last_month, icon="lock", parent=self)
        self.balancing = LineEditor(_BALANCING, locale, currency, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for field, editor, wide in ((_CLOSED, self.day, 150), (_BALANCING, self.balancing, 190)):
            caption = labels.secondary(field.title, self)
            caption.setBuddy(editor)
            editor.setFixedWidth(wide)
            editor.setAccessibleName(field.title)
            editor.setToolTip(_(field.help))
            row.addWidget(caption)
            row.addWidget(editor)
            if editor is self.day:
                row.addWidget(self.close_button)
                row.addSpacing(16)
        row.addStretch()
        self.day.returnPressed.connect(self.keep_day)
        self.balancing.returnPressed.connect(self.keep_balancing)
        self.balancing.editingFinished.connect(self.keep_balancing)

    def reload(self) -> None:
        """Show what is kept."""
        self.day.put(self._finance.closed_through())
        self.balancing.put(self._finance.balancing())
        last = self._last_month()
        self.close_button.setText(
            _("Close through {day}").format(day=self._short(last)) if last else ""
        )
        self.close_button.setVisible(last is not None)

    def close_last_month(self) -> None:
        """Close the month that ended last."""
        last = self._last_month()
        if last is not None:
            self._keep(lambda: self._finance.close_through(last), _("Month closed"))

    def keep_day(self) -> None:
        """Close through the day that is typed, or reopen what is after it."""

        def verb() -> None:
            day = parse(_CLOSED, self.day.raw(), self._locale)
            self._finance.close_through(cast("date | None", day))

        self._keep(verb, _("Closing kept"))

    def keep_balancing(self) -> None:
        """Name the balancing account as typed."""
        if self.balancing.text().strip() != self._finance.balancing():
            self._keep(
                lambda: self._finance.set_balancing(self.balancing.text()),
                _("Balancing account kept"),
            )

    def _keep(self, verb: Callable[[], object], done: str) -> None:
        def refused(error: UserError) -> None:
            self.day.mark(error.field == _CLOSED.name)
            self._desk.warn(error.sentence)

        self.day.mark(False)
        if self._desk.attempt(verb, refused=refused):
            self._desk.toast(done, undo=True)
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _last_month(self) -> date | None:
        """Return the end of last month unless it is closed already."""
        last = month_bounds(add_months(self._desk.clock.today(), -1))[1]
        closed = self._finance.closed_through()
        return last if closed is None or closed < last else None

    def _short(self, day: date) -> str:
        return format_day(day, "short", self._locale)
