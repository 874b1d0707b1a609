"""What an entry of the history changed, row by row, in words a person can read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from clinicmgr.desktop.history_vocabulary import Vocabulary, plain_words
from clinicmgr.kernel.audit import HIDDEN
from clinicmgr.kernel.fields import Field, show
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.news import RowChange, domain_of
from clinicmgr.kernel.periods import format_day, format_hours, format_time, week_of

# Columns that name a row, best first; a row without any is named by its number.
_NAMES = ("name", "title", "code", "day", "from_day", "first", "weekday")
_JSON_SETTINGS = "practice_setting"


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


class Wording:
    """Puts stored rows into words: the labels of the forms, the names behind the numbers."""

    def __init__(
        self, vocabulary: Vocabulary, locale: str = "en_US", currency: str = "USD"
    ) -> None:
        """Ask for the names behind the numbers once, as they are now."""
        self._words = vocabulary
        self._names = vocabulary.names()
        self._locale = locale
        self._currency = currency

    def rows(self, changes: Iterable[RowChange]) -> list[RowWords]:
        """Put every touched row into words, in order."""
        return [self._row(change) for change in changes]

    def _row(self, change: RowChange) -> RowWords:
        before, after = change.before or {}, change.after or {}
        kind = "changed" if before and after else "added" if after else "removed"
        word = {"changed": _("Changed"), "added": _("Added"), "removed": _("Removed")}[kind]
        if _is_setting(after or before):
            heading, lines = self._setting(change.table, before, after)
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
        known = [column for column in self._words.fields(table) if column in row]
        return known + [column for column in row if column != "id" and column not in known]

    def _line(
        self, table: str, column: str, before: Mapping[str, object], after: Mapping[str, object]
    ) -> Line:
        label = self._words.label(table, column)
        texts = [self._value(table, column, row.get(column)) for row in (before, after)]
        return Line(label, texts[0], texts[1], bool(before and after))

    def _setting(
        self, table: str, before: Mapping[str, object], after: Mapping[str, object]
    ) -> tuple[str, Sequence[Line]]:
        """A setting is a row with its key and its value; it is told by the label of its field."""
        key = str((after or before)["key"])
        field = self._words.fields(table).get(key)
        texts = [
            self._value(table, key, _read(table, str(row["value"]), field)) if row else ""
            for row in (before, after)
        ]
        line = Line(_("Value"), texts[0], texts[1], bool(before and after))
        return (field.title if field else plain_words(key)), [line]

    def _value(self, table: str, column: str, value: object) -> str:
        if value is None or value in ("", ()):
            return ""
        if value == HIDDEN:
            return _("hidden")
        names = self._names.get(domain_of(table), {})
        if isinstance(value, int) and column in names:
            return names[column].get(value, _("number {id}").format(id=value))
        field = self._words.fields(table).get(column)
        if isinstance(value, str) and _is_day(field, column):
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
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        return format_hours(value) if column.endswith("_minutes") else str(value)

    def _heading(self, table: str, row: Mapping[str, object], row_id: int) -> str:
        parts = [str(row[part]) for part in ("first_name", "last_name") if row.get(part)]
        named = [" ".join(parts)] if parts else []
        if not named and row.get("member_id"):
            named.append(self._value(table, "member_id", row["member_id"]))
        if not parts:
            column = next((name for name in _NAMES if row.get(name) is not None), "")
            named += [self._value(table, column, row[column])] if column else []
        words = ", ".join(part for part in named if part)
        return f"{self._words.table(table)}: {words or _('number {id}').format(id=row_id)}"


def _is_setting(row: Mapping[str, object]) -> bool:
    return row.keys() == {"id", "key", "value"}


def _read(table: str, text: str, field: Field | None) -> object:
    """Return a setting's value: those of the practice are JSON, others the words themselves."""
    if table == _JSON_SETTINGS:
        value = json.loads(text)
        return tuple(value) if isinstance(value, list) else value
    return text not in {"", "0"} if field is not None and field.kind == "flag" else text


def _is_day(field: Field | None, column: str) -> bool:
    return (field is not None and field.kind == "day") or column.endswith("_day")
