"""The lists behind the hours: adjustments, pay rules, differentials."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from clinicmgr.hours.gui.lines import signed_text
from clinicmgr.hours.gui.shelves import (
    AdjustmentShelf,
    DifferentialShelf,
    RulesEntry,
    RulesShelf,
)
from clinicmgr.hours.records import (
    ADJUSTMENT_FIELDS,
    DIFFERENTIAL_FIELDS,
    PAY_RULES_FIELDS,
    Adjustment,
    Differential,
    PayPeriod,
)
from clinicmgr.hours.service import Hours
from clinicmgr.kernel.fields import Choices, Field
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.money import format_money
from clinicmgr.kernel.periods import DAY_MINUTES, WEEKDAYS, format_hours, short_range
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.record_book import RecordBook
from clinicmgr.qtkit.record_shelf import BookWords
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.staff.records.days import day_text, short_day


class AdjustmentBook(RecordBook):
    """Corrections of locked days, in the period they are paid with."""

    def __init__(
        self,
        hours: Hours,
        desk: Desk,
        settings: ClinicSettings,
        period: Callable[[], PayPeriod],
    ) -> None:
        shelf = AdjustmentShelf(hours, period)
        columns: tuple[Column[Adjustment], ...] = (
            Column("name", _("Name"), lambda each: shelf.names.get(each.member_id, ""), 180,
                   strong=True),
            Column("day", _("About the day"), lambda each: short_day(each.day), 110,
                   sort=lambda each: each.day),
            Column("hours", _("Hours"), lambda each: signed_text(each.minutes), 80, "right",
                   sort=lambda each: each.minutes),
            Column("kind", _("Paid as"), lambda each: each.kind.label, 100),
            Column("reason", _("Reason"), lambda each: each.reason, 260, stretch=True),
            Column("by", _("Entered by"), lambda each: each.by, 130, hidden=True),
        )  # fmt: skip

        fields = _adjustment_fields(hours)
        words = BookWords(
            _("Adjustments"), _("Add adjustment"), _("New adjustment"), fields,
            frozenset(("hours", "kind")), frozenset(("kind", "by")),
        )  # fmt: skip
        table = RecordTable(columns, words.title)
        super().__init__(shelf, table, words, desk, settings)
        table.set_empty(
            EmptyState(
                "lock",
                _("No adjustments"),
                _("Once a pay period is locked, a correction of its hours is entered here. It is "
                  "paid with the next period and stands on its sign-off sheet with the reason."),
                _button(self),
            )
        )  # fmt: skip


class RulesBook(RecordBook):
    """How often is paid, when overtime begins, how times are rounded."""

    def __init__(self, hours: Hours, desk: Desk, settings: ClinicSettings) -> None:
        columns: tuple[Column[RulesEntry], ...] = (
            Column("from", _("From"), lambda each: day_text(each.id), 130, strong=True,
                   sort=lambda each: each.id),
            Column("period", _("Paid"), lambda each: each.rules.period.label, 170),
            Column("weekly", _("Over a week"), lambda each: _limit(each.rules.weekly_limit), 100,
                   "right"),
            Column("daily", _("Over a day"), lambda each: _limit(each.rules.daily_limit), 100,
                   "right"),
            Column("factor", _("Overtime"), lambda each: f"{each.rules.overtime_percent} %", 90,
                   "right"),
            Column("rounding", _("Rounding"), lambda each: each.rules.rounding.label, 220,
                   stretch=True),
        )  # fmt: skip
        words = BookWords(
            _("Pay rules"), _("Add pay rules"), _("New pay rules"), PAY_RULES_FIELDS,
            less=frozenset(("factor", "rounding", "daily")),
        )  # fmt: skip
        table = RecordTable(columns, words.title)
        super().__init__(RulesShelf(hours), table, words, desk, settings)
        table.set_empty(
            EmptyState(
                "clock",
                _("Paid every two weeks, overtime over 40 hours"),
                _("These are the rules until you set your own: how often is paid, from when on "
                  "overtime counts, and how times are rounded."),
                _button(self),
            )
        )  # fmt: skip


class DifferentialBook(RecordBook):
    """Extra pay for evenings, nights, weekends and holidays."""

    def __init__(self, hours: Hours, desk: Desk, settings: ClinicSettings) -> None:
        def extra(each: Differential) -> str:
            if each.cents is not None:
                return "+" + format_money(each.cents, settings.currency, settings.locale)
            return f"+{each.percent} %"

        columns: tuple[Column[Differential], ...] = (
            Column("name", _("Name"), lambda each: each.name, 150, strong=True, stretch=True),
            Column("days", _("Days"), _days, 170),
            Column("band", _("Hours"),
                   lambda each: _band(each, settings.locale), 120,
                   sort=lambda each: each.start),
            Column("extra", _("Extra an hour"), extra, 110, "right"),
            Column("code", _("Payroll code"), lambda each: each.code, 110),
            Column("since", _("Since"), lambda each: day_text(each.from_day), 120,
                   sort=lambda each: each.from_day),
            Column("until", _("Until"),
                   lambda each: day_text(each.to_day) if each.to_day else "", 120),
        )  # fmt: skip
        words = BookWords(
            _("Differentials"), _("Add differential"), _("New differential"), DIFFERENTIAL_FIELDS,
            frozenset(("code",)), frozenset(("code", "since", "until")),
        )  # fmt: skip
        table = RecordTable(columns, words.title)
        super().__init__(DifferentialShelf(hours), table, words, desk, settings)
        table.set_empty(
            EmptyState(
                "moon",
                _("No differentials"),
                _("Extra pay for the evening, the night, the weekend or holidays: an amount an "
                  "hour, or a percentage, within a band of time. Several add up."),
                _button(self),
            )
        )  # fmt: skip


def _adjustment_fields(hours: Hours) -> tuple[Field, ...]:
    def people() -> Choices:
        return [(each.id, each.name) for each in hours.members()]

    return tuple(
        field.choosing(people) if field.name == "member_id" else field
        for field in ADJUSTMENT_FIELDS
    )


def _button(book: RecordBook) -> QPushButton:
    return buttons.primary(book.words.add, book.add, icon="add")


def _band(each: Differential, locale: str) -> str:
    if each.end - each.start == DAY_MINUTES:
        return _("all day")
    return short_range(each.start, each.end, locale)


def _limit(minutes: int | None) -> str:
    return _("none") if minutes is None else format_hours(minutes)


def _days(each: Differential) -> str:
    every = each.weekdays == tuple(range(7))
    names = _("every day") if every else ", ".join(_(WEEKDAYS[day])[:3] for day in each.weekdays)
    if not each.holidays:
        return names
    return _("{days}, holidays").format(days=names) if names else _("holidays")
