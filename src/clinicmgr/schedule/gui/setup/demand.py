"""Demand typed into a weekly matrix, with a form for what a row is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _, ngettext
from clinicmgr.kernel.periods import DAY_MINUTES, format_range
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.places.service import Places
from clinicmgr.qtkit.typed_model import Edit
from clinicmgr.schedule.gui.setup.needs import (
    Need,
    NeedRow,
    cell_text,
    need_rows,
    parse_cell,
    steps,
)
from clinicmgr.schedule.records import DEMAND_FIELDS
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.records import Position
from clinicmgr.staff.rules import WEEKDAYS
from clinicmgr.staff.service import Staff

_WORKDAYS = (0, 1, 2, 3, 4)
_NOT_IN_FORM = frozenset(("weekday", "minimum", "ideal"))
_PEOPLE = Field(
    "people", N_("People"), help=N_("Such as 2, or 2/3 for a minimum of 2 and an ideal of 3.")
)
_DAYS = Field("weekdays", N_("On"), "choices", help=N_("Other days are typed in the list."))


class DemandShelf:
    """The rows of the matrix; typing into cells and saving the form are one change each."""

    def __init__(
        self, schedule: Schedule, staff: Staff, places: Places, settings: ClinicSettings
    ) -> None:
        self._schedule, self._staff, self._places = schedule, staff, places
        self._locale = settings.locale
        self.shows_all = False
        self.positions: dict[int, Position] = {}
        self.sites: dict[int, str] = {}
        self.skills: dict[int, str] = {}
        self.fields = self._fields()

    def records(self) -> Sequence[NeedRow]:
        """Return the rows in force today and later, or all."""
        self.positions = {each.id: each for each in self._staff.positions()}
        self.sites = {each.id: each.name for each in self._places.sites()}
        self.skills = {each.id: each.name for each in self._staff.skills()}
        order = list(self.positions)
        today = self._schedule.clock.today()
        demand = [
            each
            for each in self._schedule.demand()
            if self.shows_all or each.to_day is None or each.to_day >= today
        ]
        return need_rows(demand, lambda key: order.index(key) if key in order else len(order))

    def name(self, record: NeedRow) -> str:
        """Return the position with the time."""
        return f"{self.what(record)}, {self.times(record)}"

    def what(self, record: NeedRow) -> str:
        """Return the position, and the skill that is asked for."""
        need = record.need
        position = self.positions.get(need.position_id)
        name = "?" if position is None else position.name
        return f"{name} ({self.skills.get(need.skill_id, '?')})" if need.skill_id else name

    def site(self, record: NeedRow) -> str:
        """Return the site, or that any will do."""
        return self.sites.get(record.need.site_id or 0, _("any site"))

    def times(self, record: NeedRow) -> str:
        """Return the time of day."""
        return format_range(record.need.start, record.need.end, self._locale)

    def values(self, record: NeedRow) -> Mapping[str, object]:
        """Return the values of the form."""
        need = record.need
        end = need.end - DAY_MINUTES if need.end > DAY_MINUTES else need.end
        return {
            "position_id": need.position_id,
            "skill_id": need.skill_id,
            "site_id": need.site_id,
            "start": need.start,
            "end": end,
            "from_day": need.from_day,
            "to_day": need.to_day,
            "people": "1",
            "weekdays": tuple(record.days),
        }

    def fresh(self) -> Mapping[str, object]:
        """Return one person on weekdays from today on."""
        sites = self._places.sites()
        return {
            "people": "1",
            "weekdays": _WORKDAYS,
            "from_day": self._schedule.clock.today(),
            "site_id": sites[0].id if len(sites) == 1 else None,
        }

    def copied(self, record: NeedRow) -> Mapping[str, object]:
        """Return the values of a new row that is like this one."""
        numbers = [(each.minimum, each.ideal) for each in record.days.values()]
        most = max(set(numbers), key=numbers.count, default=(1, 1))
        return {**self.values(record), "people": cell_text(*most)}

    def add(self, values: Mapping[str, Any]) -> tuple[Need, int]:
        """Add a row on the chosen weekdays, in one change."""
        people = self._people(values)
        if not values["weekdays"]:
            raise UserError(_("Choose at least one weekday."), field="weekdays")
        need = _need(values, self._schedule.clock.today())
        title = _("Add demand for {row}").format(row=self.name(NeedRow(need, {})))
        drafts = [need.demand(weekday, *people) for weekday in sorted(values["weekdays"])]
        self._schedule.add_demand(*drafts, title=title)
        return need, self._last_number(need)

    def change(self, record: NeedRow, values: Mapping[str, Any]) -> tuple[Need, int]:
        """Give all demand of a row another position, place, time or validity, in one change."""
        need = _need(values, record.need.from_day)
        drafts = {
            each.id: need.demand(each.weekday, each.minimum, each.ideal)
            for each in record.days.values()
        }
        title = _("Change demand for {row}").format(row=self.name(replace(record, need=need)))
        self._schedule.keep_demand([], drafts, title)
        return need, self._last_number(need)

    def remove(self, record: NeedRow) -> None:
        """Remove all demand of a row, in one change."""
        self._schedule.remove_demand(*record.demand_ids)

    def warning(self, record: NeedRow) -> str:
        """Return what is to be known before."""
        count = len(record.days)
        words = ngettext(
            "Nobody is asked for then any more, on {count} weekday. Shifts stay. Undo brings it "
            "back.",
            "Nobody is asked for then any more, on {count} weekdays. Shifts stay. Undo brings it "
            "back.",
            count,
        )
        return words.format(count=count)

    def put(self, edits: Sequence[Edit]) -> None:
        """Keep what was typed into cells."""
        todo = steps([(edit.record, int(edit.key), edit.text) for edit in edits])
        if todo.add or todo.change:
            self._schedule.keep_demand(todo.add, todo.change, self._title(edits))
        if todo.remove:
            self._schedule.remove_demand(*todo.remove)

    def _title(self, edits: Sequence[Edit]) -> str:
        if len(edits) > 1:
            count = len(edits)
            return ngettext("Type {count} demand", "Type {count} demands", count).format(
                count=count
            )
        edit = edits[0]
        return _("Demand for {row} on {day}: {number}").format(
            row=self.name(edit.record), day=_(WEEKDAYS[int(edit.key)]), number=edit.text
        )

    def _last_number(self, need: Need) -> int:
        numbers = [row.number for row in self.records() if row.need == need]
        return max(numbers, default=0)

    def _people(self, values: Mapping[str, Any]) -> tuple[int, int]:
        try:
            people = parse_cell(values["people"])
        except UserError as error:
            raise UserError(error.sentence, field="people") from error
        if people is None:
            raise UserError(_("How many people are needed?"), field="people")
        return people

    def _fields(self) -> list[Field]:
        choices: dict[str, Callable[[], list[tuple[object, str]]]] = {
            "position_id": lambda: [(each.id, each.name) for each in self._staff.positions()],
            "skill_id": lambda: [(each.id, each.name) for each in self._staff.skills()],
            "site_id": lambda: [(each.id, each.name) for each in self._places.sites()],
        }
        known = [
            field.choosing(choices[field.name]) if field.name in choices else field
            for field in DEMAND_FIELDS
            if field.name not in _NOT_IN_FORM
        ]
        days = [(number, _(name)[:3]) for number, name in enumerate(WEEKDAYS)]
        at = next(at for at, field in enumerate(known) if field.name == "end") + 1
        return [*known[:at], _PEOPLE, _DAYS.choosing(lambda: days), *known[at:]]


def _need(values: Mapping[str, Any], today: date) -> Need:
    start, end = values["start"], values["end"]
    return Need(
        values["position_id"],
        values["site_id"],
        values["skill_id"],
        start,
        end if end > start else end + DAY_MINUTES,
        values["from_day"] or today,
        values["to_day"],
    )
