"""The tally: a week of counts as a table that is typed like a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.activity import rules
from clinicmgr.activity.gui.chooser import Chooser
from clinicmgr.activity.gui.tally_rows import (
    ALL,
    DAY,
    Tally,
    TallyRow,
    day_of,
    tally_columns,
    tally_rows,
)
from clinicmgr.activity.records import Count
from clinicmgr.activity.service import Activity
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import days, format_day, week_of
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.banner import Banner
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.stepper import Stepper
from clinicmgr.qtkit.typed_model import Edit
from clinicmgr.qtkit.typed_table import TypedTable
from clinicmgr.schedule.gui.period import Period
from clinicmgr.staff.records import StaffMember
from clinicmgr.staff.records.days import span_text

EVERYBODY = 0
_WEEK = timedelta(days=6)
_FIRST_DAY_COLUMN = 2


class TallyView(QWidget):
    """Shows a week; a cell that is typed is kept the moment it is left. `told` says the sum."""

    told = Signal(str)

    def __init__(
        self,
        activity: Activity,
        desk: Desk,
        settings: ClinicSettings,
        empty: Callable[[], EmptyState],
    ) -> None:
        """`empty` makes what is shown while there is nothing to count."""
        super().__init__()
        self._activity, self._desk, self._settings, self._empty = activity, desk, settings, empty
        self._first = week_of(desk.clock.today(), settings.week_start)
        self._tally = Tally((), ())
        self._names: dict[int, str] = {}
        self._place: tuple[int, int] | None = (0, _FIRST_DAY_COLUMN)
        self.stepper = Stepper(_("week"), self)
        self.who = Chooser(_("Provider"), self)
        self.payer = Chooser(_("Payer class"), self)
        self.banner = Banner("warning", self)
        self.table = self._table(())
        self.hint = labels.secondary(_hint(), self)
        self._lay_out()
        self.stepper.previous.connect(lambda: self.step(-1))
        self.stepper.following.connect(lambda: self.step(1))
        self.stepper.today.connect(lambda: self.show_day(desk.clock.today()))
        self.who.chosen.connect(self.reload)
        self.payer.chosen.connect(self.reload)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.stepper)
        row.addStretch()
        row.addWidget(self.who)
        row.addWidget(self.payer)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(row)
        self._column.addWidget(self.banner)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.hint)
        self.setFocusProxy(self.table)

    # The week

    @property
    def first(self) -> date:
        """The first day of the week that is shown."""
        return self._first

    @property
    def last(self) -> date:
        """The last day of the week that is shown."""
        return self._first + _WEEK

    def step(self, weeks: int) -> None:
        """Show the week so many weeks on."""
        self._first += timedelta(weeks=weeks)
        self.reload()

    def show_day(self, day: date) -> None:
        """Show the week of a day and go to its first empty cell, or its first one."""
        self._first = week_of(day, self._settings.week_start)
        self.reload()
        column = next(
            (
                at
                for at, each in enumerate(self.table.records.columns)
                if each.key == f"{DAY}{day.isoformat()}"
            ),
            None,
        )
        if column is not None:
            self.table.go_to_cell(0, column)
        self.table.setFocus()

    # Reading

    def reload(self) -> None:
        """Read the week again; the current cell stays."""
        counts = self._activity.counts(self.first, self.last)
        shown = self._days(counts)
        lines = self._activity.lines()
        providers = self._activity.providers(self.first, self.last) if lines else []
        self._offer(providers)
        self._tally = Tally(shown, counts, self.payer.value)
        chosen = [each for each in providers if self.who.value in {EVERYBODY, each.id}]
        self._names = {each.id: each.name for each in providers}
        headings = self._headings(shown)
        if headings != [
            each.title for each in self.table.records.columns if each.key.startswith(DAY)
        ]:
            self._renew_table(list(zip(shown, headings, strict=True)))
        rows = tally_rows(self._tally, chosen, lines, self._names)
        self.table.set_records(rows)
        if rows and self._place is not None:
            self.table.go_to_cell(*self._place)
            self._place = None
        self._say(rows)

    def _days(self, counts: Sequence[Count]) -> list[date]:
        """The days that the practice shows, and any other on which something was counted."""
        counted = {each.day for each in counts}
        return [
            day
            for day in days(self.first, self.last)
            if day.weekday() in self._settings.visible_days or day in counted
        ]

    def _headings(self, shown: Sequence[date]) -> list[str]:
        closed = self._activity.closed_days(self.first, self.last)
        return [
            _("{day} closed").format(day=_short(day, self._settings.locale))
            if day in closed
            else _short(day, self._settings.locale)
            for day in shown
        ]

    def _offer(self, providers: Sequence[StaffMember]) -> None:
        people = [(each.id, each.name) for each in providers]
        self.who.offer([(EVERYBODY, _("Everybody")), *people])
        classes = [each for each in self._activity.payer_classes() if each.active]
        named: list[tuple[object, str]] = [(each.id, each.name) for each in classes]
        self.payer.offer([(ALL, _("All payer classes")), *named, (None, _("Class not told"))])
        self.payer.setVisible(bool(classes))

    def _say(self, rows: Sequence[TallyRow]) -> None:
        period = Period(self.first, "week", self._settings.week_start)
        self.stepper.show_period(period.title(self._settings.locale, brief=True), period.note())
        self.hint.setVisible(bool(rows))
        done, no_shows, cancelled = rules.summed(self._tally.shown)
        words = _("{done} done · no-shows {no_shows} · cancelled {cancelled}")
        text = words.format(done=done, no_shows=no_shows, cancelled=cancelled)
        self.told.emit(text if rows else "")
        due = self._activity.due(self._desk.clock.today())
        if not due:
            self.banner.clear()
            return
        first = due[0]
        day = first.day
        self.banner.say(
            "",
            " ".join(each.sentence for each in due),
            action=_("Show it"),
            on_press=lambda: self.show_day(day),
        )

    # Typing

    def put(self, edits: Sequence[Edit]) -> None:
        """Keep typed cells in one change; UserError says what is wrong."""
        entries = [self._entry(edit) for edit in edits]
        if len(edits) == 1:
            row, day = edits[0].record, day_of(edits[0].key)
            title = _("Count {line} of {name} on {day}").format(
                line=row.line, name=row.provider, day=self._named(day)
            )
        else:
            span = span_text(min(each.day for each in entries), max(each.day for each in entries))
            title = ngettext(
                "Type {count} count of {span}", "Type {count} counts of {span}", len(entries)
            ).format(count=len(entries), span=span)
        self._activity.set_counts(entries, title)

    def _entry(self, edit: Edit) -> Count:
        row, day = edit.record, day_of(edit.key)
        if row.is_total:
            raise UserError(_("The totals are added up by themselves; type into the rows above."))
        done, no_shows, cancelled = rules.parse_count(edit.text)
        try:
            return self._tally.entry(day, row, done, no_shows, cancelled)
        except ValueError as error:
            raise UserError(
                _(
                    "{line} of {name} on {day} is counted by payer class. Choose the class above, "
                    "then type."
                ).format(line=row.line, name=row.provider, day=self._named(day))
            ) from error

    def _named(self, day: date) -> str:
        return format_day(day, "weekday", self._settings.locale)

    # Inside

    def _table(self, shown: Sequence[tuple[date, str]]) -> TypedTable:
        columns = tally_columns(shown)
        typed = [each.key for each in columns if each.key.startswith(DAY)]
        table = TypedTable(columns, _("Counts of the week"), typed, self.put, parent=self)
        table.set_empty(self._empty())
        table.refused.connect(self._desk.warn)
        table.accepted.connect(self._desk.hide_toast)
        return table

    def _renew_table(self, shown: Sequence[tuple[date, str]]) -> None:
        """Make the table of another week; the current cell is the same one there."""
        old = self.table
        had_focus, place = old.hasFocus(), old.currentIndex()
        row, column = place.row(), place.column()
        self.table = self._table(shown)
        self._column.replaceWidget(old, self.table)
        self.setFocusProxy(self.table)
        self.table.show()
        if had_focus:
            self.table.setFocus()
        old.hide()
        old.deleteLater()
        self._place = (row, column) if row >= 0 else (0, _FIRST_DAY_COLUMN)


def _short(day: date, locale: str) -> str:
    """Return "Mon 16"."""
    weekday = format_day(day, "weekday", locale).split(",")[0].split(" ")[0]
    return f"{weekday} {day.day}"


def _hint() -> str:
    return _(
        "12/1/2 is 12 done, 1 did not come, 2 cancelled. Enter goes down, Tab to the next day; "
        "a block from a spreadsheet can be pasted."
    )
