"""Changing the roster: every edit is one named change."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import date

from sqlalchemy import delete, insert, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.schedule.records import EDIT_ROSTER, Shift, ShiftDraft
from clinicmgr.schedule.rules import check_shift
from clinicmgr.schedule.service.naming import Naming
from clinicmgr.schedule.service.reading import shifts_between, shifts_by_id
from clinicmgr.schedule.tables import ShiftRow

_AT_ONCE = 500


class Roster:
    """The shifts on record."""

    def __init__(self, journal: Journal, naming: Callable[[], Naming]) -> None:
        self._journal = journal
        self._naming = naming

    def shifts(self, first: date, last: date) -> list[Shift]:
        """Return the shifts that begin on a day from first to last, in order of time."""
        with self._journal.read() as db:
            return shifts_between(db, first, last)

    def some(self, ids: Iterable[int]) -> list[Shift]:
        """Return the shifts with these ids in that order; UserError if one is not there."""
        wanted = list(dict.fromkeys(ids))
        with self._journal.read() as db:
            found = shifts_by_id(db, wanted)
        if len(found) < len(wanted):
            raise UserError(_("This shift is no longer there; perhaps it was removed or undone."))
        return [found[id_] for id_ in wanted]

    def edit(
        self,
        remove: Iterable[int],
        add: Sequence[ShiftDraft],
        change: Mapping[int, ShiftDraft],
        title: str | None,
    ) -> tuple[int, ...]:
        """Remove, change and add shifts in one change; return the ids of those added, in order."""
        for draft in (*add, *change.values()):
            check_shift(draft)
        gone = self.some(remove)
        before = self.some(change)
        if {shift.id for shift in gone} & change.keys():
            raise ValueError("a shift is both removed and changed")
        changed = [shift for shift in before if shift.draft() != change[shift.id]]
        drafts = [change[shift.id] for shift in changed]
        self._refuse_locked([*gone, *_but_for_unlocking(changed, drafts)])
        if title is None:
            title = self._naming().edit_title(gone, add, changed, drafts)
        with _sentence_for_missing(), self._journal.change(title, EDIT_ROSTER) as db:
            _delete(db, [shift.id for shift in gone])
            for shift, draft in zip(changed, drafts, strict=True):
                values = _differences(shift.draft(), draft)
                db.execute(update(ShiftRow).where(ShiftRow.id == shift.id).values(values))
            return _insert(db, add)

    def set_locked(self, ids: Iterable[int], title: str, *, locked: bool) -> None:
        """Lock or unlock shifts in one change."""
        shifts = self.some(ids)
        change = {shift.id: replace(shift.draft(), locked=locked) for shift in shifts}
        self.edit((), (), change, title if len(change) > 1 else None)

    def _refuse_locked(self, shifts: Sequence[Shift]) -> None:
        locked = [shift for shift in shifts if shift.locked]
        if not locked:
            return
        first = self._naming().shift(locked[0])
        if len(locked) == 1:
            raise UserError(_("This is locked: {shift}. Unlock it first.").format(shift=first))
        raise UserError(
            _(
                "{count} of these shifts are locked, the first is {shift}. Unlock them first."
            ).format(count=len(locked), shift=first)
        )


def _but_for_unlocking(changed: Sequence[Shift], drafts: Sequence[ShiftDraft]) -> Iterator[Shift]:
    """The shifts of which more is changed than that they are unlocked."""
    for shift, draft in zip(changed, drafts, strict=True):
        if replace(draft, locked=True) != shift.draft():
            yield shift


def _differences(before: ShiftDraft, after: ShiftDraft) -> dict[str, object]:
    old, new = asdict(before), asdict(after)
    return {name: new[name] for name in new if new[name] != old[name]}


def _delete(db: Session, ids: Sequence[int]) -> None:
    for at in range(0, len(ids), _AT_ONCE):
        db.execute(delete(ShiftRow).where(ShiftRow.id.in_(ids[at : at + _AT_ONCE])))


def _insert(db: Session, drafts: Sequence[ShiftDraft]) -> tuple[int, ...]:
    if not drafts:
        return ()
    statement = insert(ShiftRow).returning(ShiftRow.id, sort_by_parameter_order=True)
    return tuple(db.scalars(statement, [_columns(draft) for draft in drafts]))


def _columns(draft: ShiftDraft) -> dict[str, object]:
    return {name: getattr(draft, name) for name in ShiftDraft.__slots__}


@contextmanager
def _sentence_for_missing() -> Iterator[None]:
    """Say in a sentence that a person, position or room was removed meanwhile."""
    try:
        yield
    except IntegrityError as error:
        raise UserError(
            _(
                "A person, position, room or shift type of these shifts is no longer there. "
                "Choose it again."
            )
        ) from error
