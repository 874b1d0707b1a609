"""Shift types: typed in the list like a spreadsheet, or in the form beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field, parse
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import DAY_MINUTES, format_hours, format_time, parse_time_range
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.places.service import Places
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.record_book import RecordBook
from clinicmgr.qtkit.record_shelf import BookWords
from clinicmgr.qtkit.typed_model import Edit
from clinicmgr.qtkit.typed_table import TypedTable
from clinicmgr.schedule.records import SHIFT_TYPE_FIELDS, ShiftType, ShiftTypeDraft
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.service import Staff

_NAMES = ("name", "code", "start", "end", "break_minutes", "position_id", "room_id")
Names = Callable[[], list[tuple[object, str]]]


class ShiftTypeShelf:
    """The named patterns of shifts."""

    def __init__(
        self, schedule: Schedule, staff: Staff, places: Places, settings: ClinicSettings
    ) -> None:
        self._schedule, self._staff, self._places = schedule, staff, places
        self._locale = settings.locale
        self.colors: dict[int, int] = {}
        self.positions: dict[int, str] = {}
        self.rooms: dict[int, str] = {}
        self.fields = tuple(self._choosing(field) for field in SHIFT_TYPE_FIELDS)

    def records(self) -> Sequence[ShiftType]:
        """Return all shift types by start and name."""
        positions = self._staff.positions()
        self.colors = {each.id: each.color for each in positions}
        self.positions = {each.id: each.name for each in positions}
        self.rooms = {each.id: each.name for each in self._places.rooms()}
        return self._schedule.shift_types()

    def name(self, record: ShiftType) -> str:
        """Return the name with the code."""
        return f"{record.name} ({record.code})"

    def values(self, record: ShiftType) -> Mapping[str, object]:
        """Return the values of the form; an end after midnight is shown as the clock shows it."""
        values = {name: getattr(record, name) for name in _NAMES}
        end = record.end - DAY_MINUTES if record.end > DAY_MINUTES else record.end
        return {**values, "end": end}

    def fresh(self) -> Mapping[str, object]:
        """Return nothing: a shift type begins empty."""
        return {}

    def add(self, values: Mapping[str, Any]) -> int:
        """Add a shift type."""
        return self._schedule.add_shift_type(_draft(values))

    def change(self, record: ShiftType, values: Mapping[str, Any]) -> int:
        """Give a shift type other words or times."""
        self._schedule.change_shift_type(record.id, _draft(values))
        return record.id

    def remove(self, record: ShiftType) -> None:
        """Remove a shift type."""
        self._schedule.remove_shift_type(record.id)

    def warning(self, record: ShiftType) -> str:
        """Return what is to be known before."""
        return _("Shifts made from it stay as they are, with their own times. Undo brings it back.")

    def put(self, edits: Sequence[Edit]) -> None:
        """Keep what was typed into the cells of one shift type, in one change."""
        if len({edit.record.id for edit in edits}) > 1:
            raise UserError(_("Type or paste into one shift type at a time."))
        record = edits[0].record
        values = dict(self.values(record))
        for edit in edits:
            if edit.key == "start" and "-" in edit.text.replace("–", "-"):
                values["start"], values["end"] = parse_time_range(edit.text)
            else:
                field = next(each for each in self.fields if each.name == edit.key)
                values[edit.key] = parse(field, edit.text, self._locale)
        self.change(record, values)

    def _choosing(self, field: Field) -> Field:
        choices: dict[str, Names] = {
            "position_id": lambda: [(each.id, each.name) for each in self._staff.positions()],
            "room_id": lambda: [(each.id, each.name) for each in self._places.rooms()],
        }
        return field.choosing(choices[field.name]) if field.name in choices else field


class ShiftTypeBook(RecordBook):
    """The list is typed; the form shows the same record with its help."""

    def __init__(
        self,
        schedule: Schedule,
        staff: Staff,
        places: Places,
        desk: Desk,
        settings: ClinicSettings,
    ) -> None:
        shelf = ShiftTypeShelf(schedule, staff, places, settings)
        words = BookWords(
            _("Shift types"),
            _("Add shift type"),
            _("New shift type"),
            shelf.fields,
            frozenset(("name", "code")),
            frozenset(("paid", "position_id", "room_id")),
        )
        table = TypedTable(_columns(shelf, settings.locale), words.title, _NAMES, shelf.put)
        super().__init__(shelf, table, words, desk, settings)
        table.refused.connect(desk.warn)
        sentence = _(
            "A shift type is a named pattern such as “Front early, 7:30 to 15:30” with a short "
            "code. On the schedule you then type the code instead of the times."
        )
        add = buttons.primary(words.add, self.add, icon="add")
        table.set_empty(EmptyState("shift", _("No shift types yet"), sentence, add))


def _columns(shelf: ShiftTypeShelf, locale: str) -> list[Column[ShiftType]]:
    def time(minutes: int) -> str:
        return format_time(minutes, locale)

    return [
        Column("code", _("Code"), lambda each: each.code, 84, strong=True,
               color=lambda each: shelf.colors.get(each.position_id or 0)),
        Column("name", _("Name"), lambda each: each.name, 190, stretch=True),
        Column("start", _("Start"), lambda each: time(each.start), 96, "right"),
        Column("end", _("End"), lambda each: time(each.end), 96, "right"),
        Column("break_minutes", _("Break"), lambda each: str(each.break_minutes), 70, "right"),
        Column("paid", _("Hours"), _worked, 70, "right", tone=lambda _each: "secondary"),
        Column("position_id", _("Position"), lambda each: shelf.positions.get(
               each.position_id or 0, ""), 160),
        Column("room_id", _("Room"), lambda each: shelf.rooms.get(each.room_id or 0, ""), 130),
    ]  # fmt: skip


def _worked(kind: ShiftType) -> str:
    return format_hours(kind.end - kind.start - kind.break_minutes)


def _draft(values: Mapping[str, Any]) -> ShiftTypeDraft:
    kept = dict(values)
    if kept["break_minutes"] is None:
        kept["break_minutes"] = 0
    if kept["end"] <= kept["start"]:
        kept["end"] += DAY_MINUTES  # over midnight
    return ShiftTypeDraft(**kept)
