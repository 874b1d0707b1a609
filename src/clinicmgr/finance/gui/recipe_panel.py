"""A recipe at the left, every amount it changes at the right, and one button to carry it out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.finance.gui.words import Amounts
from clinicmgr.finance.records import MONTH_NAMES, AccountKind, BudgetChange, BudgetPreview
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field, read_all
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons, labels, tokens
from clinicmgr.qtkit.banner import Banner
from clinicmgr.qtkit.card import Card
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.form import Form
from clinicmgr.qtkit.record_table import RecordTable

_WIDTH = 320
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RecipeWords:
    """What a recipe is called, its fields, and the values it begins with."""

    title: str
    note: str
    fields: Sequence[Field]
    begin: Values
    first: str


class RecipePanel(QWidget):
    """Shows what would change with each stroke; `closed` says that it is done or cancelled."""

    closed = Signal()

    def __init__(
        self,
        words: RecipeWords,
        preview: Callable[[Values], BudgetPreview],
        carry_out: Callable[[Values], BudgetPreview],
        desk: Desk,
        settings: ClinicSettings,
    ) -> None:
        super().__init__()
        self._words, self._look, self._carry_out = words, preview, carry_out
        self._desk, self._locale, self._amounts = desk, settings.locale, Amounts.of(settings)
        self.preview: BudgetPreview | None = None
        self.form = Form(
            words.fields, locale=settings.locale, currency=settings.currency, parent=self
        )
        self.banner = Banner("info", self, wraps=True)
        self.table = RecordTable(
            _columns(self._amounts), _("Amounts that change"), id_of=_id_of, parent=self
        )
        self.accept_button = buttons.primary("", self.carry_out, icon="check", parent=self)
        self.cancel_button = buttons.quiet(_("Cancel"), self.closed.emit, parent=self)
        self._lay_out()
        self.form.set_values(words.begin)
        self.form.edited.connect(lambda _name: self.look())
        self.form.submitted.connect(self.look)
        self.setFocusProxy(self.form.editor(words.first))
        self.look()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(labels.section(self._words.title, self), 1)
        top.addWidget(self.cancel_button)
        top.addWidget(self.accept_button)
        card = Card(_("Recipe"), self._words.note, self)
        card.subtitle_label.setWordWrap(True)
        card.setFixedWidth(_WIDTH)
        card.body.addWidget(self.form)
        card.body.addStretch()
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.banner)
        right.addWidget(self.table, 1)
        middle = QHBoxLayout()
        middle.setSpacing(tokens.GAP)
        middle.addWidget(card)
        middle.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        column.addLayout(top)
        column.addLayout(middle, 1)

    def look(self) -> None:
        """Show what the recipe would do, or what is missing."""
        self.preview = None
        values, errors = read_all(self._words.fields, self.form.raw_values(), self._locale)
        try:
            for error in errors.values():
                raise error
            self.preview = self._look(values)
        except UserError as error:
            self.banner.say("", error.sentence, tone="warning")
        changes = self.preview.changes if self.preview else ()
        self.table.set_records(changes)
        self.accept_button.setEnabled(bool(changes))
        words = ngettext("Plan {count} amount", "Plan {count} amounts", len(changes))
        self.accept_button.setText(words.format(count=len(changes)))
        if self.preview is not None:
            self._say(self.preview)

    def _say(self, preview: BudgetPreview) -> None:
        count = len(preview.changes)
        words = ngettext("{count} amount changes.", "{count} amounts change.", count)
        text = _("Over the year: {sums}. Nothing is kept yet.").format(sums=self._sums(preview))
        self.banner.say(words.format(count=count), text if count else "", tone="info")

    def _sums(self, preview: BudgetPreview) -> str:
        """Return "Income +$1,200.00, Cost no difference" of the kinds that change."""
        found = []
        for kind in AccountKind:
            off = [each.after - each.before for each in preview.changes if each.kind is kind]
            if off:
                difference = self._amounts.difference(sum(off)) or _("no difference")
                found.append(f"{kind.label} {difference}")
        return ", ".join(found)

    def carry_out(self) -> None:
        """Plan the amounts in one change."""
        done: list[BudgetPreview] = []

        def verb() -> None:
            done.append(self._carry_out(self.form.values()))

        if self._desk.attempt(verb, refused=self.form.show_error):
            count = len(done[0].changes)
            words = ngettext("{count} amount planned", "{count} amounts planned", count)
            self._desk.toast(words.format(count=count), undo=True)
            self.closed.emit()


def _id_of(change: BudgetChange) -> tuple[int, int]:
    return change.account.id, change.month


def _columns(amounts: Amounts) -> tuple[Column[BudgetChange], ...]:
    def tone(change: BudgetChange) -> str:
        good = (change.after - change.before) * change.account.kind.sign > 0
        return "success" if good else "danger"

    return (
        Column("account", _("Account"), lambda each: each.account.title, 230, strong=True,
               stretch=True),
        Column("month", _("Month"), lambda each: _(MONTH_NAMES[each.month - 1]), 110,
               sort=lambda each: each.month),
        Column("before", _("Until now"), lambda each: amounts.planned(each.before), 110, "right",
               sort=lambda each: each.before),
        Column("after", _("New"), lambda each: amounts.planned(each.after), 110, "right",
               strong=True, sort=lambda each: each.after),
        Column("difference", _("Difference"),
               lambda each: amounts.difference(each.after - each.before), 120, "right",
               tone=tone, sort=lambda each: each.after - each.before),
    )  # fmt: skip
