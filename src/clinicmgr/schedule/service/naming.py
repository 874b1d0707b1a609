"""How changes of the roster are called: "Move Ann's shift to Thu, Nov 19"."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day, format_range
from clinicmgr.schedule.records import Shift, ShiftDraft


@dataclass(frozen=True, slots=True)
class Naming:
    """What titles are made of: the names of people by id, and the country's way with dates."""

    names: Callable[[], Mapping[int, str]]
    locale: str

    def day(self, day: date) -> str:
        """The day with its weekday."""
        return format_day(day, "weekday", self.locale)

    def whose(self, shift: Shift | ShiftDraft) -> str:
        """The person, or that the shift is open."""
        if shift.member_id is None:
            return _("open shift")
        return _("{name}'s shift").format(name=self.names().get(shift.member_id, "?"))

    def shift(self, shift: Shift | ShiftDraft) -> str:
        """One shift in full: whose, when."""
        return _("{shift} on {day}, {times}").format(
            shift=self.whose(shift),
            day=self.day(shift.day),
            times=format_range(shift.start, shift.end, self.locale),
        )

    def edit_title(
        self,
        removed: Sequence[Shift],
        added: Sequence[ShiftDraft],
        changed: Sequence[Shift],
        drafts: Sequence[ShiftDraft],
    ) -> str:
        """The title of an edit: the very shift when it is one, the number when they are many."""
        count = len(removed) + len(added) + len(changed)
        if count != 1:
            return self._many(removed, added, changed, count)
        if removed:
            return _("Remove {shift}").format(shift=self.shift(removed[0]))
        if added:
            return _("Add {shift}").format(shift=self.shift(added[0]))
        return self._change(changed[0], drafts[0])

    def fill(self, first: date, last: date, count: int) -> str:
        """The title of an accepted solution."""
        title = ngettext(
            "Fill {first} to {last}: {count} shift",
            "Fill {first} to {last}: {count} shifts",
            count,
        )
        return title.format(first=self.day(first), last=self.day(last), count=count)

    def _change(self, before: Shift, after: ShiftDraft) -> str:
        old = before.draft()
        if after == replace(old, day=after.day):
            return _("Move {shift} to {day}").format(
                shift=self.whose(before), day=self.day(after.day)
            )
        if after == replace(old, member_id=after.member_id) and after.member_id is not None:
            return _("Give {shift} to {name}").format(
                shift=self.shift(before), name=self.names().get(after.member_id, "?")
            )
        if after == replace(old, locked=after.locked):
            title = _("Lock {shift}") if after.locked else _("Unlock {shift}")
            return title.format(shift=self.shift(before))
        return _("Change {shift}").format(shift=self.shift(after))

    def _many(
        self,
        removed: Sequence[Shift],
        added: Sequence[ShiftDraft],
        changed: Sequence[Shift],
        count: int,
    ) -> str:
        if len(removed) == count:
            title = ngettext("Remove {count} shift", "Remove {count} shifts", count)
        elif len(added) == count:
            title = ngettext("Add {count} shift", "Add {count} shifts", count)
        else:
            title = ngettext("Change {count} shift", "Change {count} shifts", count)
        return title.format(count=count)
