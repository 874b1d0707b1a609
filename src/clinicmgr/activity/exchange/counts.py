"""Counts from and to files, such as the report of a practice management system."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from clinicmgr.activity import rules
from clinicmgr.activity.records import COUNT_FIELDS, Count, CountKey, PayerClass, ServiceLine
from clinicmgr.activity.service import Activity
from clinicmgr.exchange import ImportPlan, PlannedRow, carry_out, plan_file, write_rows
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Choices, Field
from clinicmgr.kernel.i18n import ngettext
from clinicmgr.kernel.periods import month_bounds
from clinicmgr.staff.records import StaffMember
from clinicmgr.staff.rules import same_word

NUMBERS = frozenset(("done", "cancelled", "no_shows"))


def count_fields(activity: Activity) -> tuple[Field, ...]:
    """Return the columns of a file of counts, with the practice's own providers and lists.

    A provider is named "Ana Ruiz", "Ruiz, Ana" or by number; lines and classes by name or code. A
    number that is left blank is 0.
    """
    choices: dict[str, Choices] = {
        "member_id": _people(activity.known().members.values()),
        "line_id": _coded(activity.lines()),
        "payer_class_id": _coded(activity.payer_classes()),
    }
    return tuple(
        field.choosing(_always(choices[field.name]))
        if field.name in choices
        else replace(field, required=True, default=0)
        if field.name in NUMBERS
        else field
        for field in COUNT_FIELDS
    )


class CountImporter:
    """Keeps the counts of a file, all of it or none; one on record gets the file's numbers."""

    def __init__(self, activity: Activity) -> None:
        self._activity = activity
        self._fields = count_fields(activity)
        self._facts = activity.known()
        self._months: dict[date, dict[CountKey, Count]] = {}
        self._known: list[Count] = []
        self._numbers: dict[CountKey, int] = {}

    @property
    def fields(self) -> Sequence[Field]:
        """The columns of a file of counts."""
        return self._fields

    def draft(self, **values: Any) -> Count:
        """Return the count with those values."""
        return Count(**values)

    def key(self, draft: Count) -> Hashable:
        """Return what is counted; the same twice in a file is a mistake."""
        return draft.key

    def match(self, draft: Count) -> int | None:
        """Return a number for the count on record; a count of nothing is on record as such."""
        found = self._month(draft.day).get(draft.key)
        if found is None and draft.is_nothing:
            found = Count(*draft.key)
        if found is None:
            return None
        if found.key not in self._numbers:
            self._numbers[found.key] = len(self._known)
            self._known.append(found)
        return self._numbers[found.key]

    def current(self, record_id: int) -> Count:
        """Return the count that was given this number."""
        return self._known[record_id]

    def check(self, draft: Count) -> Iterable[UserError]:
        """Yield what is wrong with one count."""
        try:
            rules.check_count(draft, self._facts)
        except UserError as error:
            yield error

    def check_all(self, rows: Sequence[PlannedRow[Count]]) -> Iterable[tuple[int, UserError]]:
        """Yield nothing: each count is judged by itself."""
        return ()

    def apply(self, new: Sequence[Count], changed: Sequence[tuple[int, Count]]) -> None:
        """Keep the counts in one named change."""
        counts = [*new, *(count for _number, count in changed)]
        title = ngettext("Import {count} count", "Import {count} counts", len(counts))
        self._activity.set_counts(counts, title.format(count=len(counts)))

    def _month(self, day: date) -> dict[CountKey, Count]:
        """Return what is on record of the month of a day, read once."""
        first, last = month_bounds(day)
        if first not in self._months:
            self._months[first] = {each.key: each for each in self._activity.counts(first, last)}
        return self._months[first]


def plan_counts(activity: Activity, path: Path, locale: str = "en_US") -> ImportPlan[Count]:
    """Return what importing the file would do, with every error in it; writes nothing.

    UserError where the file cannot be read or lacks a required column.
    """
    return plan_file(path, CountImporter(activity), locale)


def import_counts(
    activity: Activity, path: Path, locale: str = "en_US", *, dry_run: bool = False
) -> ImportPlan[Count]:
    """Keep the counts of a file, all in one change, and return what was done.

    UserError where a line has an error; `plan_counts` lists them all. Then nothing is written.
    """
    planned = plan_counts(activity, path, locale)
    return carry_out(planned, CountImporter(activity), dry_run=dry_run)


def export_counts(
    activity: Activity, path: Path, first: date, last: date, locale: str = "en_US"
) -> int:
    """Write the counts of a period to a file that an import reads back; return how many."""
    counts = activity.counts(first, last)
    write_rows(path, count_fields(activity), counts, locale)
    return len(counts)


def _people(members: Iterable[StaffMember]) -> Choices:
    """Return everybody by number and by last name first; the name, which is shown, comes last."""
    known = list(members)
    numbers: list[tuple[object, str]] = [(each.id, each.number) for each in known if each.number]
    turned = [(each.id, f"{each.last_name}, {each.first_name}") for each in known]
    return [*numbers, *turned, *((each.id, each.name) for each in known)]


def _coded(records: Sequence[ServiceLine] | Sequence[PayerClass]) -> Choices:
    """Return each by its code and by its name; the name, which is shown, comes last."""
    names = {same_word(each.name) for each in records}
    codes: list[tuple[object, str]] = [
        (each.id, each.code) for each in records if same_word(each.code) not in names
    ]
    return [*codes, *((each.id, each.name) for each in records)]


def _always(choices: Choices) -> Callable[[], Choices]:
    """The practice's own words are not translated, which is what a function of choices says."""
    return lambda: choices
