"""What an entry of the history changed, row by row, in words a person can read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from clinicmgr.desktop.history_fields import Names
from clinicmgr.kernel.audit import HIDDEN
from clinicmgr.kernel.fields import Field, show
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.news import RowChange
from clinicmgr.kernel.periods import format_day, format_hours, format_time, week_of

# Columns that name a row, best first; a row without any is named by its number.
_NAMES = ("name", "title", "code", "day", "from_day", "first", "weekday")
_DOMAINS = {
    "practice": N_("Settings"),
    "places": N_("Sites and rooms"),
    "staff": N_("Staff"),
    "rates": N_("Rates"),
    "equipment": N_("Equipment"),
    "schedule": N_("Schedule"),
}
_TABLES = {
    "places_site": N_("Site"),
    "places_room": N_("Room"),
    "schedule_shift": N_("Shift"),
    "schedule_shift_type": N_("Shift type"),
    "schedule_demand": N_("Demand"),
    "schedule_closure": N_("Closure"),
    "rates_service": N_("Service"),
    "rates_payer": N_("Payer"),
    "rates_schedule": N_("Fee schedule"),
    "rates_version": N_("Version of a fee schedule"),
    "rates_price": N_("Price"),
    "rates_release": N_("Medicare release"),
    "equipment_asset": N_("Asset"),
    "equipment_plan": N_("Maintenance plan"),
    "equipment_work": N_("Work order"),
    "equipment_check": N_("Check"),
    "equipment_amendment": N_("Amendment"),
    "equipment_outage": N_("Out of service"),
    "equipment_point": N_("Reading point"),
    "equipment_reading": N_("Reading"),
    "staff_member": N_("Staff member"),
    "staff_leave": N_("Leave"),
    "staff_secret": N_("Tax id"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One value of a row; `before` or `after` is "" where nothing stood there."""

    label: str
    before: str
    after: str
    changed: bool


@dataclass(frozen=True, slots=True)
class RowWords:
    """One row and its values that differ; `kind` is "added", "changed" or "removed"."""

    heading: str
    kind: str
    word: str
    lines: tuple[Line, ...]


def domain_name(domain: str) -> str:
    """Return the word for a part of the practice, as the rail has it."""
    return _(_DOMAINS[domain]) if domain in _DOMAINS else plain_words(domain)


def table_name(table: str) -> str:
    """Return the word for a row of this table; one without a word of its own is spelled out."""
    if table in _TABLES:
        return _(_TABLES[table])
    return plain_words(table.partition("_")[2] or table)


def plain_words(name: str) -> str:
    """Return a column's name as words: "from_day" is "From day"."""
    words = name.removesuffix("_id").removesuffix("_minutes").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


class Wording:
    """Puts stored rows into words: the labels of the forms, the names behind the numbers."""

    def __init__(
        self,
        fields: Mapping[str, Mapping[str, Field]],
        names: Names,
        locale: str = "en_US",
        currency: str = "USD",
    ) -> None:
        """`fields` are by table and column, `names` by column and number."""
        self._fields = fields
        self._names = names
        self._locale = locale
        self._currency = currency

    def rows(self, changes: Iterable[RowChange]) -> list[RowWords]:
        """Put every touched row into words, in order."""
        return [self._row(change) for change in changes]

    def _row(self, change: RowChange) -> RowWords:
        before, after = change.before or {}, change.after or {}
        kind = "changed" if before and after else "added" if after else "removed"
        word = {"changed": _("Changed"), "added": _("Added"), "removed": _("Removed")}[kind]
        if change.table == "practice_setting":
            heading, lines = self._setting(before, after)
        else:
            heading = self._heading(change.table, after or before, change.row_id)
            lines = [
                self._line(change.table, column, before, after)
                for column in self._columns(change.table, after or before)
                if before.get(column) != after.get(column)
            ]
        shown = tuple(line for line in lines if line.before or line.after)
        return RowWords(heading, kind, word, shown)

    def _columns(self, table: str, row: Mapping[str, object]) -> list[str]:
        """The columns as the form has them; what no form has comes after."""
        order = list(self._fields.get(table, {}))
        known = [column for column in order if column in row]
        return known + [column for column in row if column != "id" and column not in known]

    def _line(
        self, table: str, column: str, before: Mapping[str, object], after: Mapping[str, object]
    ) -> Line:
        field = self._fields.get(table, {}).get(column)
        label = field.title if field else plain_words(column)
        texts = [self._value(field, column, row.get(column)) for row in (before, after)]
        return Line(label, texts[0], texts[1], bool(before and after))

    def _setting(
        self, before: Mapping[str, object], after: Mapping[str, object]
    ) -> tuple[str, Sequence[Line]]:
        """A setting is stored as a key with JSON; it is told by the label of its field."""
        key = str((after or before)["key"])
        field = self._fields.get("practice_setting", {}).get(key)
        texts = []
        for row in (before, after):
            value = json.loads(str(row["value"])) if row else None
            texts.append(
                self._value(field, key, tuple(value) if isinstance(value, list) else value)
            )
        line = Line(_("Value"), texts[0], texts[1], bool(before and after))
        return (field.title if field else plain_words(key)), [line]

    def _value(self, field: Field | None, column: str, value: object) -> str:
        if value is None or value in ("", ()):
            return ""
        if value == HIDDEN:
            return _("hidden")
        if isinstance(value, int) and column in self._names:
            return self._names[column].get(value, _("number {id}").format(id=value))
        kind = field.kind if field else ""
        if isinstance(value, str) and (kind == "day" or column.endswith("_day")):
            return format_day(date.fromisoformat(value), "short", self._locale)
        if isinstance(value, int):
            return self._number(field, column, value)
        return show(field, value, self._locale, self._currency) if field else str(value)

    def _number(self, field: Field | None, column: str, value: int) -> str:
        if column in {"start", "end"}:
            return format_time(value % 1440, self._locale)
        if column == "weekday":
            day = week_of(date(2026, 1, 5)) + timedelta(value)  # any Monday
            return format_day(day, "weekday", self._locale).split(",")[0].split(" ")[0]
        if field is not None:
            return show(field, bool(value) if field.kind == "flag" else value, self._locale,
                        self._currency)  # fmt: skip
        return format_hours(value) if column.endswith("_minutes") else str(value)

    def _heading(self, table: str, row: Mapping[str, object], row_id: int) -> str:
        parts = [str(row[part]) for part in ("first_name", "last_name") if row.get(part)]
        named = [" ".join(parts)] if parts else []
        if not named and row.get("member_id"):
            named.append(self._value(None, "member_id", row["member_id"]))
        if not parts:
            column = next((name for name in _NAMES if row.get(name) is not None), "")
            field = self._fields.get(table, {}).get(column)
            named += [self._value(field, column, row[column])] if column else []
        words = ", ".join(part for part in named if part)
        return f"{table_name(table)}: {words or _('number {id}').format(id=row_id)}"
