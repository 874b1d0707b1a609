"""Publishing the roster: freezing a version, and telling what has changed since."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import insert

from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.domain import Due
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import format_day, week_of
from clinicmgr.kernel.reference import batch_of, sum_of
from clinicmgr.kernel.settings import Settings
from clinicmgr.schedule.records import Facts, Shift
from clinicmgr.schedule.records.publishing import (
    Announced,
    Change,
    Concerns,
    Publication,
    RecentChanges,
    Standing,
)
from clinicmgr.schedule.records.rights import PUBLISH_ROSTER
from clinicmgr.schedule.rules.changes import news, pairs
from clinicmgr.schedule.rules.drafts import LONGEST_NOTE
from clinicmgr.schedule.rules.unpublished import concerns_of, unpublished_due
from clinicmgr.schedule.service.publishing_comparing import compared, unmatched
from clinicmgr.schedule.service.publishing_reading import keep_lines, line, next_number
from clinicmgr.schedule.service.publishing_versions import Versions
from clinicmgr.schedule.service.reading import shifts_between
from clinicmgr.schedule.service.review import Review
from clinicmgr.schedule.tables import PublicationRow

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


class Publishing:
    """The versions of the roster that were told to the staff.

    A day is as the newest version that has it; days that no version has are drafts. Questions
    return frozen records. The verb is one named change, to be undone on the same day or never.
    """

    def __init__(self, journal: Journal, clock: Clock, settings: Settings, review: Review) -> None:
        self._journal = journal
        self._clock = clock
        self._settings = settings
        self._review = review
        self._versions = Versions(journal)

    # What was published

    def publications(self) -> list[Publication]:
        """Return all versions, the newest first."""
        return self._versions.all()[::-1]

    def version_on(self, day: date) -> Publication | None:
        """Return the version that holds on a day; None where it is still a draft."""
        return self._versions.holding(day, day).get(day)

    def is_draft(self, day: date) -> bool:
        """Tell whether nothing was published for a day yet."""
        return self.version_on(day) is None

    def published(self, first: date, last: date) -> tuple[Shift, ...]:
        """Return the shifts from first to last as they were published last, in order of time."""
        return tuple(self._versions.shifts(self._versions.holding(first, last)))

    def announced(self, first: date, last: date) -> list[Announced]:
        """Return the shifts that any version ever had from first to last, for calendars."""
        everything = self._versions.all()
        with_a_day = (one for one in everything if one.first <= last and first <= one.last)
        ids = {
            shift.id
            for one in with_a_day
            for shift in self._versions.lines(one)
            if first <= shift.day <= last
        }
        return self._versions.announced(ids)

    def newest(self, first: date, last: date, until: int | None = None) -> Publication | None:
        """Return the newest version that holds on a day from first to last, up to a number."""
        holding = self._versions.holding(first, last, until).values()
        return max(holding, key=lambda one: one.number, default=None)

    # What has changed

    def changes(
        self, first: date, last: date, since: int | None = None, facts: Facts | None = None
    ) -> tuple[Change, ...]:
        """Return what is other now than it was published, as each person has to hear it.

        Without `since` it is compared to the newest versions, else to those up to this number.
        Days that no such version has are left out: all of them is new. `facts` are those of the
        period, where they are at hand.
        """
        found = compared(self._journal, self._versions, first, last, since).found
        if not found:
            return ()
        return tuple(news(found, facts or self._review.facts(first, last)))

    def changes_in(self, number: int) -> tuple[Change, ...]:
        """Return what a version changed of those before it; UserError where there is none such."""
        one = self.version(number)
        holding = self._versions.holding(one.first, one.last, number - 1)
        before = self._versions.shifts(holding)
        after = [shift for shift in self._versions.lines(one) if shift.day in holding]
        gone, fresh = unmatched(before, after)
        found = pairs(
            before,
            after,
            self._versions.published(gone, number),
            self._versions.published(fresh, number - 1),
        )
        return tuple(news(found, self._review.facts(one.first, one.last)))

    def recent(
        self, first: date, last: date, since: int = 0, facts: Facts | None = None
    ) -> RecentChanges:
        """Return what the staff have to be told of a period, since a version.

        `since` 0: since what was published last, or if nothing has changed since then, what the
        newest version changed of those before it.
        """
        newest = self.newest(first, last)
        found = self.changes(first, last, None, facts)
        if not since and (found or newest is None):
            return RecentChanges(newest, found, None)
        number = since or (newest.number - 1 if newest is not None else 0)
        changes = self.changes(first, last, number, facts)
        published = None if found else newest
        return RecentChanges(self.newest(first, last, number), changes, published)

    def version(self, number: int) -> Publication:
        """Return a version by its number; UserError where there is none such."""
        for one in self._versions.all():
            if one.number == number:
                return one
        raise UserError(_("There is no version {number} of the roster.").format(number=number))

    def standing(self, first: date, last: date, shifts: Iterable[Shift] | None = None) -> Standing:
        """Return how the roster from first to last stands to what was published of it.

        What is over and was never published is no draft any more. `shifts` are those of the
        period, where they are at hand; others are left out.
        """
        made, today = (
            compared(self._journal, self._versions, first, last, None, shifts),
            self._clock.today(),
        )
        drafts = {after.id for _before, after in made.found if after is not None}
        unheld = [one for one in made.unheld if one.day >= today]
        drafts |= {one.id for one in unheld}
        return Standing(
            first,
            last,
            {day: one.number for day, one in made.holding.items()},
            max(made.holding.values(), key=lambda one: one.number, default=None),
            frozenset(drafts),
            len(made.found),
            tuple(sorted({one.day for one in unheld})),
        )

    def concerns(self, first: date, last: date) -> Concerns:
        """Return what is to be known before publishing; what is over already is left out."""
        today = self._clock.today()
        first = max(first, today) if today <= last else first
        checker = self._review.checker(first, last)
        return concerns_of(checker.violations, checker.shifts, first, last)

    def due(self, on: date) -> list[Due]:
        """Return what is still to be published of this week and the next.

        Nothing where the practice has never published.
        """
        with self._journal.read() as db:
            if next_number(db) == 1:
                return []
        settings = self._settings.current()
        start = week_of(on, settings.week_start)
        spans = [(on, start + _WEEK - _DAY), (start + _WEEK, start + 2 * _WEEK - _DAY)]
        return [
            row
            for first, last in spans
            for row in unpublished_due(
                self.standing(first, last), week_of(first, settings.week_start), on, settings.locale
            )
        ]

    # Publishing

    def publish(self, first: date, last: date, note: str = "") -> Publication:
        """Freeze the roster from first to last as the next version, and return it.

        Nothing in the roster keeps it from being published; `concerns` tells what speaks against
        it. UserError for a period that ends before it begins, or too long a note.
        """
        if last < first:
            raise UserError(_("The last day is before the first."), field="last")
        if len(note) > LONGEST_NOTE:
            raise UserError(
                _("The note is too long; use at most {count} letters.").format(count=LONGEST_NOTE),
                field="note",
            )
        with self._journal.read() as db:
            shifts, number = shifts_between(db, first, last), next_number(db)
        lines = [line(one) for one in shifts]
        sha256 = sum_of(tuple(map(str, one)) for one in lines)
        batch = batch_of(sha256)
        values: dict[str, Any] = {
            "number": number,
            "first": first,
            "last": last,
            "note": note.strip(),
            "at": self._clock.now().isoformat(timespec="minutes"),
            "who": self._journal.actor.name,
            "shifts": len(lines),
            "batch": batch,
            "sha256": sha256,
        }
        title = _title(values, self._settings.current().locale)
        with self._journal.change(title, PUBLISH_ROSTER) as db:
            keep_lines(db, batch, lines)
            db.execute(insert(PublicationRow).values(values))
        return self.version(number)


def _title(made: dict[str, Any], locale: str) -> str:
    title = ngettext(
        "Publish version {number}, {first} to {last}: {count} shift",
        "Publish version {number}, {first} to {last}: {count} shifts",
        made["shifts"],
    )
    return title.format(
        number=made["number"],
        first=format_day(made["first"], "weekday", locale),
        last=format_day(made["last"], "weekday", locale),
        count=made["shifts"],
    )
