"""New prices from old ones or from Medicare: what would change is seen before it does."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field, read_all
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.money import format_amount
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons, labels, tokens
from clinicmgr.qtkit.banner import Banner
from clinicmgr.qtkit.card import Card
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.form import Form
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.rates import rules
from clinicmgr.rates.gui.bench_columns import share_text
from clinicmgr.rates.records import RECIPE_FIELDS, Preview, PriceChange, Recipe, Rounding
from clinicmgr.rates.service import Rates

MEDICARE = 0
_WIDTH = 300


class BuildPanel(QWidget):
    """A recipe at the left, every price it changes at the right, and one button to begin them."""

    closed = Signal()
    built = Signal()

    def __init__(
        self, rates: Rates, desk: Desk, settings: ClinicSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rates, self._desk, self._settings = rates, desk, settings
        self.preview: Preview | None = None
        self.form = Form(
            _fields(rates), locale=settings.locale, currency=settings.currency, parent=self
        )
        self.banner = Banner("info", self, wraps=True)
        self.table = RecordTable(_columns(settings.locale), _("Prices that change"), parent=self)
        self.build_button = buttons.primary("", self.build, icon="check", parent=self)
        self.cancel_button = buttons.quiet(_("Cancel"), self.closed.emit, parent=self)
        self._lay_out()
        self._begin()
        self.form.edited.connect(lambda _name: self.look())
        self.form.submitted.connect(self.look)
        self.look()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(labels.section(_("New prices"), self), 1)
        top.addWidget(self.cancel_button)
        top.addWidget(self.build_button)
        card = Card(_("Recipe"), _("Prices that hold until then stay on record."), self)
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
        self.setFocusProxy(self.form.editor("percent"))

    def _begin(self) -> None:
        """Offer what is done most: next year's own fees, a little higher, in whole dollars."""
        own = self._rates.own_schedule()
        self.form.set_values(
            {
                "schedule_id": own.id if own else None,
                "base_id": own.id if own else MEDICARE,
                "from_day": date(self._desk.clock.today().year + 1, 1, 1),
                "percent": "103",
                "rounding": Rounding.DOLLAR,
            }
        )

    # Looking

    def look(self) -> None:
        """Show what the recipe would do, or what is missing."""
        self.preview = None
        values, errors = read_all(
            _fields(self._rates), self.form.raw_values(), self._settings.locale
        )
        try:
            for error in errors.values():
                raise error
            self.preview = self._rates.preview(_recipe(values))
        except UserError as error:
            self.banner.say("", error.sentence, tone="warning")
        changes = self.preview.changes if self.preview else ()
        self.table.set_records(changes)
        self.build_button.setEnabled(bool(changes))
        words = ngettext("Begin {count} new price", "Begin {count} new prices", len(changes))
        self.build_button.setText(words.format(count=len(changes)))
        if self.preview is not None:
            self._say(self.preview)

    def _say(self, preview: Preview) -> None:
        count = len(preview.changes)
        words = ngettext("{count} price changes.", "{count} prices change.", count)
        text = _("{basis}; {same} stay the same.").format(
            basis=preview.basis, same=preview.unchanged
        )
        if preview.without_base:
            missing = ngettext(
                "{count} code has no price to start from and keeps its own.",
                "{count} codes have no price to start from and keep their own.",
                len(preview.without_base),
            )
            text = f"{text} {missing.format(count=len(preview.without_base))}"
        self.banner.say(words.format(count=count), text, tone="info")

    def build(self) -> None:
        """Begin the new prices in one change."""

        def verb() -> None:
            self._rates.build_version(_recipe(self.form.values()))

        count = len(self.preview.changes) if self.preview else 0
        if self._desk.attempt(verb, refused=self.form.show_error):
            words = ngettext("{count} new price kept", "{count} new prices kept", count)
            self._desk.toast(words.format(count=count), undo=True)
            self.built.emit()
            self.closed.emit()


def _fields(rates: Rates) -> list[Field]:
    schedules: list[tuple[object, str]] = [(each.id, each.name) for each in rates.schedules()]
    bases = [(MEDICARE, _("Medicare here")), *schedules]
    categories: list[tuple[object, str]] = [(word, word) for word in rates.categories()]
    choices = {"schedule_id": schedules, "base_id": bases, "category": categories}
    return [
        each.choosing(choices[each.name]) if each.name in choices else each
        for each in RECIPE_FIELDS
    ]


def _recipe(values: dict[str, Any]) -> Recipe:
    base = values["base_id"]
    return Recipe(
        values["schedule_id"],
        values["from_day"],
        None if base == MEDICARE else base,
        rules.check_percent(str(values["percent"])),
        Rounding(values["rounding"]),
        values["category"] or "",
    )


def _columns(locale: str) -> tuple[Column[PriceChange], ...]:
    def money(cents: int | None) -> str:
        return "" if cents is None else format_amount(cents, locale)

    def tone(change: PriceChange) -> str:
        return "success" if change.difference > 0 else "danger"

    return (
        Column("code", _("Code"), lambda each: each.name, 100, strong=True),
        Column("description", _("Service"), lambda each: each.description, 220, stretch=True),
        Column("before", _("Until then"), lambda each: money(each.before), 100, "right",
               sort=lambda each: each.before),
        Column("after", _("New"), lambda each: money(each.after), 100, "right", strong=True,
               sort=lambda each: each.after),
        Column("difference", _("Difference"), lambda each: f"{each.difference / 100:+.2f}", 100,
               "right", sort=lambda each: each.difference, tone=tone),
        Column("share", "%", lambda each: share_text(each.share), 80, "right",
               sort=lambda each: each.share, tone=tone),
    )  # fmt: skip
