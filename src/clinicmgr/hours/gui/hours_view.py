"""Everybody's period at the left, one person's days at the right, planned beside worked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from clinicmgr.hours.gui.day_table import DayTable
from clinicmgr.hours.gui.lines import (
    DayRow,
    PersonLine,
    day_rows,
    hours_text,
    signed_text,
    totals_text,
)
from clinicmgr.hours.records import PayPeriod, Timesheet, parse_day_entry
from clinicmgr.hours.service import Hours
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.money import format_money
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.qtkit.segmented import Segmented
from clinicmgr.qtkit.typed_model import Edit
from clinicmgr.staff.records.days import short_day


class HoursView(QWidget):
    """Picking a person shows the days; each cell is kept the moment it is left."""

    def __init__(
        self,
        hours: Hours,
        desk: Desk,
        settings: ClinicSettings,
        empty: Callable[[], EmptyState],
    ) -> None:
        """`empty` makes what is shown while nobody works in the practice."""
        super().__init__()
        self._hours, self._desk, self._settings = hours, desk, settings
        self._sheets: dict[int, Timesheet] = {}
        self._shown = 0
        choices = (("all", _("Everybody")), ("wrong", _("To put right")))
        self.which = Segmented(choices, _("Who"), self)
        self.people = RecordTable(_columns(), _("People of the period"), parent=self)
        self.people.set_empty(empty())
        self.person = labels.section("", self)
        self.totals = labels.secondary("", self)
        self.days = DayTable(self.put, self.take_plan_of, self)
        self.notes = labels.paragraph("", self)
        self.notes.setProperty("tone", "secondary")
        self._lay_out()
        self.which.chosen.connect(self._choose)
        self.people.picked.connect(self._pick)
        self.days.picked.connect(self._explain)
        self.people.opened.connect(lambda _id: self.days.setFocus())
        self.days.refused.connect(desk.warn)
        self.days.accepted.connect(desk.hide_toast)

    def _lay_out(self) -> None:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.person)
        top.addWidget(self.totals, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(top)
        column.addWidget(self.days, 1)
        column.addWidget(self.notes)
        left = QWidget(self)
        list_ = QVBoxLayout(left)
        list_.setContentsMargins(0, 0, 0, 0)
        list_.setSpacing(8)
        list_.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        list_.addWidget(self.people, 1)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.addWidget(left)
        self.split.addWidget(right)
        self.split.setStretchFactor(0, 0)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([376, 640])
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(14)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.split)
        self.setFocusProxy(self.people)

    # Reading

    def show_period(self, period: PayPeriod, sheets: Sequence[Timesheet]) -> None:
        """Show the sheets of a period; the person that is picked stays."""
        members = {each.id: each for each in self._hours.members()}
        self._sheets = {each.member_id: each for each in sheets}
        lines = [PersonLine(each, members[each.member_id]) for each in sheets]
        self.people.set_records(lines)
        if not self.people.selected_ids() and lines:
            self.people.select([lines[0].id])
        self._show_person()

    @property
    def member_id(self) -> int:
        """Whose days are shown; 0 for nobody's."""
        return self._shown

    def problems(self) -> list[tuple[int, date]]:
        """Return the days on which something has to be put right, person by person."""
        return [
            (line.id, day.day)
            for line in self.people.shown_records()
            for day in line.sheet.lines
            if any(flag.kind.is_wrong for flag in day.flags)
        ]

    def go_to_day(self, member_id: int, day: date) -> None:
        """Show a person's day and put the cursor there."""
        self.which.choose("all")
        self._choose("all")
        self.people.select([member_id])
        self._show_person()
        self.days.go_to_day(day)
        self.days.setFocus()

    # Verbs

    def put(self, edits: Sequence[Edit]) -> None:
        """Keep typed days in one change; UserError says what is no time worked."""
        positions = self._hours.positions()
        self._hours.type_days(
            {
                (edit.record.member_id, edit.record.id): parse_day_entry(edit.text, positions)
                for edit in edits
            }
        )

    def take_plan_of(self, wanted: Sequence[date]) -> None:
        """Enter the roster as worked on these days of the person that is shown."""
        self._take(lambda: self._hours.take_plan_of(wanted, (self._shown,)))

    def take_plan(self, period: PayPeriod) -> None:
        """Enter the roster as worked for everybody, where nothing is on record."""
        self._take(lambda: self._hours.take_plan(period.first, period.last))

    def _take(self, verb: Callable[[], int]) -> None:
        done: list[int] = []
        if not self._desk.attempt(lambda: done.append(verb())):
            return
        words = ngettext(
            "{count} shift entered as worked", "{count} shifts entered as worked", done[0]
        )
        if done[0]:
            self._desk.toast(words.format(count=done[0]), undo=True)
        else:
            self._desk.toast(_("Nothing to enter: no shift without hours up to today."))

    # Inside

    def _pick(self) -> None:
        picked = self.people.selected_ids()
        if len(picked) == 1 and picked[0] != self._shown:
            self._show_person()

    def _show_person(self) -> None:
        picked = self.people.selected_records()
        if len(picked) != 1:
            self._shown = 0
            self.person.setText("")
            self.totals.setText("")
            self.days.set_records([])
            return
        line: PersonLine = picked[0]
        sheet, self._shown = line.sheet, line.id
        codes = {each.id: each.code for each in self._hours.positions()}
        names = {each.id: each.name for each in self._hours.paying.differentials()}
        now = self._settings
        money = "" if sheet.pay is None else format_money(sheet.pay.total, now.currency, now.locale)
        self.person.setText(line.member.name)
        self.totals.setText(totals_text(sheet, money))
        self.days.set_records(day_rows(sheet, line.member, codes, names, now.locale))
        self.days.setAccessibleName(_("Days of {name}").format(name=line.member.name))
        self._explain()

    def _choose(self, which: str) -> None:
        self.people.set_condition((lambda line: line.is_wrong) if which == "wrong" else None)
        if which == "wrong" and not self.people.selected_ids():
            self.people.select([line.id for line in self.people.shown_records()[:1]])
        self._show_person()

    def _explain(self) -> None:
        """Say everything about the current day, or how days are typed."""
        row = self.days.records.row_of(self.days.current_id()) if self._shown else None
        day: DayRow | None = None if row is None else self.days.records.record(row)
        said = [] if day is None else [each for each in (day.remarks, *_before(day)) if each]
        sheet = self._sheets.get(self._shown)
        if not said and sheet is not None and sheet.sign_off is not None:
            signed = sheet.sign_off
            words = _("Signed by {name} on {day}.")
            said = [words.format(name=signed.signed_by, day=short_day(signed.signed_on))]
        hint = _(
            "Type 8-16:30 b30 (b for the break), 8-? while the end is unknown; Ctrl+D takes the "
            "plan."
        )
        text = " ".join(said) if day is None or not said else f"{day.day}: {' · '.join(said)}"
        self.notes.setText(text or hint)


def _before(row: DayRow) -> list[str]:
    """What stood there before it was corrected, and who corrected it."""
    words = _("instead of {former} ({by}, {on})")
    return [
        words.format(former=each.former, by=each.by, on=short_day(each.on))
        for each in row.line.corrections
    ]


def _columns() -> tuple[Column[PersonLine], ...]:
    return (
        Column("name", _("Name"), lambda line: line.member.name, 104, strong=True, stretch=True),
        Column("worked", _("Worked"), lambda line: hours_text(line.sheet.worked), 72, "right",
               sort=lambda line: line.sheet.worked),
        Column("difference", "±", lambda line: signed_text(line.sheet.difference), 62, "right",
               sort=lambda line: line.sheet.difference, hidden=True),
        Column("overtime", _("Over"), lambda line: hours_text(line.sheet.overtime), 50, "right",
               sort=lambda line: line.sheet.overtime, tone=lambda _line: "warning"),
        Column("note", _("Look at"), lambda line: line.note, 128, tone=lambda line: line.tone,
               icon=lambda line: line.icon),
    )  # fmt: skip
