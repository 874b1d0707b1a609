"""One line to enter what was earned or spent, from day to note without the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QFrame, QGridLayout, QLineEdit, QWidget

from clinicmgr.finance.records import ENTRY_FIELDS, Account, EntryDraft
from clinicmgr.finance.service import Finance
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field, read_all
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.form_row import AnyEditor, editor_for

_WIDTHS = {"day": 132, "account_id": 210, "cents": 110, "payee": 190, "reference": 100}


class EntryLine(QFrame):
    """Tab goes from field to field, Enter keeps the line and begins the next one of that day."""

    entered = Signal(int)

    def __init__(
        self, finance: Finance, desk: Desk, settings: ClinicSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._finance, self._desk, self._settings = finance, desk, settings
        self._fields: list[Field] = [replace(each, help="") for each in ENTRY_FIELDS]
        self.editors: dict[str, AnyEditor] = {
            each.name: editor_for(each, settings.locale, settings.currency, self)
            for each in self._fields
        }
        self._payees = QStringListModel(self)
        self.button = buttons.quiet(_("Enter"), self.enter, icon="add", parent=self)
        self._lay_out()
        self._complete_payees()
        self.put_day(desk.clock.today())
        self.setFocusProxy(self.editors["day"])

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        for at, field in enumerate(self._fields):
            editor = self.editors[field.name]
            caption = labels.secondary(field.title, self)
            caption.setBuddy(editor)
            editor.setAccessibleName(_("New entry: {field}").format(field=field.title))
            wide = _WIDTHS.get(field.name)
            if wide is not None:
                editor.setFixedWidth(wide)
            else:
                grid.setColumnStretch(at, 1)
            grid.addWidget(caption, 0, at)
            grid.addWidget(editor, 1, at)
            if isinstance(editor, QLineEdit):
                editor.returnPressed.connect(self.enter)
        grid.addWidget(self.button, 1, len(self._fields))

    def _complete_payees(self) -> None:
        payee = self.editors["payee"]
        if isinstance(payee, QLineEdit):
            completer = QCompleter(self._payees, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            payee.setCompleter(completer)

    def offer(self, accounts: Sequence[Account], payees: Sequence[str]) -> None:
        """Offer these accounts, and complete the payee by these names."""
        editor = self.editors["account_id"]
        choices: list[tuple[object, str]] = [(each.id, each.title) for each in accounts]
        self._fields = [
            each.choosing(choices) if each.name == "account_id" else each for each in self._fields
        ]
        editor.offer(choices)  # type: ignore[union-attr]  # the one that has choices
        self._payees.setStringList(list(payees))

    def put_day(self, day: date) -> None:
        """Begin with a day."""
        self.editors["day"].put(day)

    def put_account(self, account_id: int | None) -> None:
        """Begin with an account."""
        self.editors["account_id"].put(account_id)

    def enter(self) -> bool:
        """Keep the line in one change; what is wrong is marked and said, and stays typed."""
        for editor in self.editors.values():
            editor.mark(False)
        raw = {name: editor.raw() for name, editor in self.editors.items()}
        values, errors = read_all(self._fields, raw, self._settings.locale)
        for error in errors.values():
            self._refuse(error)
            return False
        kept: list[int] = []
        draft = EntryDraft(**values)  # type: ignore[arg-type]  # each by its field
        if not self._desk.attempt(
            lambda: kept.append(self._finance.add_entry(draft)), refused=self._refuse
        ):
            return False
        for name in ("cents", "payee", "reference", "note"):
            self.editors[name].put("" if name != "cents" else None)
        self.editors["account_id"].setFocus(Qt.FocusReason.OtherFocusReason)
        self._desk.toast(_("Entered"), undo=True)
        self.entered.emit(kept[0])
        return True

    def _refuse(self, error: UserError) -> None:
        editor = self.editors.get(error.field or "")
        if editor is not None:
            editor.mark(True)
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._desk.warn(error.sentence)
