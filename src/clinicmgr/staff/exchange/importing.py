"""Hiring the people of a file: every error is found, and nobody is hired until there is none."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from clinicmgr.exchange import (
    ImportPlan,
    PlannedRow,
    carry_out,
    plan_file,
)
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.staff import rules
from clinicmgr.staff.exchange.columns import CARD, staff_fields
from clinicmgr.staff.records import STAFF_FIELDS, Newcomer, StaffDraft
from clinicmgr.staff.records.days import day_text
from clinicmgr.staff.service import Staff


@dataclass(frozen=True, slots=True)
class StaffLine:
    """One line of a staff file; `windows` is the availability as written there."""

    person: StaffDraft
    weekly_minutes: int | None = None
    windows: str = ""
    cards: tuple[tuple[int, date], ...] = ()

    def newcomer(self) -> Newcomer:
        """Return the person to hire; UserError where the availability is none."""
        windows = rules.parse_windows(self.windows) if self.windows else None
        return Newcomer(self.person, self.weekly_minutes, windows, self.cards)


class StaffImporter:
    """Hires the people of a file, all of them or none; who is on record already is an error."""

    def __init__(self, staff: Staff) -> None:
        self._staff = staff
        self._members = staff.members()
        self._known = (
            {each.id for each in staff.positions()},
            {each.id for each in staff.skills()},
        )
        self._fields = staff_fields(staff)

    @property
    def fields(self) -> Sequence[Field]:
        """The columns of a staff file."""
        return self._fields

    def draft(self, **values: object) -> StaffLine:
        """Return the line with those values."""
        cards = tuple(
            (int(name.removeprefix(CARD)), day)
            for name, day in values.items()
            if name.startswith(CARD) and isinstance(day, date)
        )
        person = {field.name: values[field.name] for field in STAFF_FIELDS}
        return StaffLine(
            StaffDraft(**person),  # type: ignore[arg-type]  # each by its field's kind
            cast("int | None", values["weekly_minutes"]),
            str(values["windows"]),
            cards,
        )

    def key(self, draft: StaffLine) -> Hashable:
        """Return the name: in one file nobody is hired twice."""
        return rules.same_word(draft.person.name)

    def match(self, draft: StaffLine) -> int | None:
        """Return None: an import only hires."""
        return None

    def current(self, record_id: int) -> StaffLine:
        """Return a member as a line without terms."""
        return StaffLine(self._staff.member(record_id).draft())

    def check(self, draft: StaffLine) -> Iterable[UserError]:
        """Yield everything that is wrong with one line."""
        known = next(
            (each for each in self._members if rules.same_person(draft.person, each)), None
        )
        if known is not None:
            yield UserError(
                _("{name} is on record already, since {day}; take this line out.").format(
                    name=known.name, day=day_text(known.started)
                ),
                field="first_name",
            )
        others = [each for each in self._members if each is not known]
        try:
            rules.check_staff(draft.person, others, *self._known)
        except UserError as error:
            yield error
        yield from _term_errors(draft)

    def check_all(self, rows: Sequence[PlannedRow[StaffLine]]) -> Iterable[tuple[int, UserError]]:
        """Yield the lines whose staff number an earlier line has."""
        seen: dict[str, int] = {}
        for row in rows:
            number = rules.same_word(row.draft.person.number) if row.draft else ""
            if number and number in seen:
                sentence = _("Line {line} has the same staff number; each needs its own.")
                yield row.line, UserError(sentence.format(line=seen[number]), field="number")
            elif number:
                seen[number] = row.line

    def apply(self, new: Sequence[StaffLine], changed: Sequence[tuple[int, StaffLine]]) -> None:
        """Hire everybody in one change; an import changes nobody."""
        title = ngettext("Import {count} staff member", "Import {count} staff members", len(new))
        self._staff.hire_all([line.newcomer() for line in new], title.format(count=len(new)))


def plan_staff(staff: Staff, path: Path, locale: str = "en_US") -> ImportPlan[StaffLine]:
    """Return what importing the file would do, with every error in it; writes nothing.

    UserError where the file cannot be read or lacks a required column.
    """
    return plan_file(path, StaffImporter(staff), locale)


def import_staff(
    staff: Staff, path: Path, locale: str = "en_US", *, dry_run: bool = False
) -> ImportPlan[StaffLine]:
    """Hire the people in a file, all in one change, and return what was done.

    UserError where a line has an error; `plan_staff` lists them all. Then nothing is written.
    """
    return carry_out(plan_staff(staff, path, locale), StaffImporter(staff), dry_run=dry_run)


def _term_errors(line: StaffLine) -> Iterable[UserError]:
    if line.weekly_minutes is not None:
        try:
            rules.check_weekly_minutes(line.weekly_minutes)
        except UserError as error:
            yield error
    try:
        line.newcomer()
    except UserError as error:
        yield UserError(error.sentence, field="windows")
    for kind_id, expires in line.cards:
        try:
            rules.check_day(expires, field=f"{CARD}{kind_id}")
        except UserError as error:
            yield error
