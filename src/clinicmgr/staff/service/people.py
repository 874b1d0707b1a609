"""Hiring, changing and removing staff members; asking who works here."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import fold
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import existing, links, overwrite, unless_used
from clinicmgr.kernel.tables import Row
from clinicmgr.staff import rules
from clinicmgr.staff.records import EDIT_STAFF, Newcomer, StaffDraft, StaffMember
from clinicmgr.staff.records.days import day_text
from clinicmgr.staff.service.terms import add_windows
from clinicmgr.staff.tables import (
    AvailabilityRow,
    ContractRow,
    CredentialRow,
    MemberPositionRow,
    MemberRow,
    MemberSkillRow,
    PositionRow,
    SkillRow,
)

_LINKS = ("position_ids", "skill_ids")


class People:
    """The staff members on record."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def members(self, on: date | None) -> list[StaffMember]:
        """Return all members by name, or those employed on a day."""
        with self._journal.read() as db:
            rows = db.scalars(select(MemberRow)).all()
            positions = links(db, MemberPositionRow, "member_id", "position_id")
            skills = links(db, MemberSkillRow, "member_id", "skill_id")
            found = [
                _record(row, positions.get(row.id, ()), skills.get(row.id, ())) for row in rows
            ]
        chosen = (each for each in found if on is None or each.works_on(on))
        return sorted(
            chosen, key=lambda each: (fold(each.last_name), fold(each.first_name), each.id)
        )

    def member(self, member_id: int) -> StaffMember:
        """Return one member; UserError where there is none."""
        for each in self.members(None):
            if each.id == member_id:
                return each
        raise UserError(_("This staff member is not on record; perhaps the hiring was undone."))

    def hire(self, newcomers: Sequence[Newcomer], title: str | None) -> list[int]:
        """Hire people in one change; return their ids in the same order."""
        everyone: list[StaffDraft | StaffMember] = list(self.members(None))
        known = self._known()
        for newcomer in newcomers:
            self._check(newcomer, everyone, known)
            everyone.append(newcomer.draft)
        with self._journal.change(title or _hire_title(newcomers), EDIT_STAFF) as db:
            return _add_all(db, newcomers)

    def change(self, member_id: int, draft: StaffDraft) -> None:
        """Give a member other words."""
        others = [each for each in self.members(None) if each.id != member_id]
        rules.check_staff(draft, others, *self._known())
        title = _("Change {name}").format(name=draft.name)
        with self._journal.change(title, EDIT_STAFF) as db:
            overwrite(existing(db, MemberRow, member_id), _columns(draft))
            _set_positions(db, member_id, draft.position_ids)
            _set_skills(db, member_id, draft.skill_ids)

    def end_employment(self, member_id: int, day: date) -> None:
        """Let `day` be the last day of work."""
        member = self.member(member_id)
        rules.check_end(member, day)
        title = _("End employment of {name} on {day}").format(name=member.name, day=day_text(day))
        with self._journal.change(title, EDIT_STAFF) as db:
            existing(db, MemberRow, member_id).ended = day

    def remove(self, member_id: int) -> None:
        """Remove a member with all that belongs to it; UserError while shifts point to it."""
        member = self.member(member_id)
        sentence = _("{name} has shifts; end the employment instead of removing the record.")
        title = _("Remove {name}").format(name=member.name)
        with (
            unless_used(sentence.format(name=member.name)),
            self._journal.change(title, EDIT_STAFF) as db,
        ):
            db.delete(existing(db, MemberRow, member_id))

    def _known(self) -> tuple[set[int], set[int]]:
        with self._journal.read() as db:
            return set(db.scalars(select(PositionRow.id))), set(db.scalars(select(SkillRow.id)))

    def _check(
        self,
        newcomer: Newcomer,
        everyone: Sequence[StaffDraft | StaffMember],
        known: tuple[set[int], set[int]],
    ) -> None:
        rules.check_staff(newcomer.draft, everyone, *known)
        if newcomer.weekly_minutes is not None:
            rules.check_weekly_minutes(newcomer.weekly_minutes)
        if newcomer.windows is not None:
            rules.check_windows(newcomer.windows)
        for _kind, expires in newcomer.cards:
            rules.check_day(expires, field="expires")


def _hire_title(newcomers: Sequence[Newcomer]) -> str:
    if len(newcomers) == 1:
        return _("Hire {name}").format(name=newcomers[0].draft.name)
    return ngettext(
        "Hire {count} staff member", "Hire {count} staff members", len(newcomers)
    ).format(count=len(newcomers))


def _record(
    row: MemberRow, position_ids: tuple[int, ...], skill_ids: tuple[int, ...]
) -> StaffMember:
    return StaffMember(
        id=row.id,
        first_name=row.first_name,
        last_name=row.last_name,
        position_ids=position_ids,
        skill_ids=skill_ids,
        email=row.email,
        phone=row.phone,
        started=row.started,
        ended=row.ended,
        note=row.note,
        number=row.number,
    )


def _columns(draft: StaffDraft) -> dict[str, object]:
    values = asdict(draft)
    tidy = {
        name: " ".join(value.split()) if isinstance(value, str) and name != "note" else value
        for name, value in values.items()
    }
    return {name: value for name, value in tidy.items() if name not in _LINKS}


def _add_all(db: Session, newcomers: Sequence[Newcomer]) -> list[int]:
    """Write all people table by table, so that an import of thousands is a few statements."""
    members = [MemberRow(**_columns(newcomer.draft)) for newcomer in newcomers]
    db.add_all(members)
    db.flush()
    ids = [row.id for row in members]
    available: list[tuple[AvailabilityRow, Newcomer]] = []
    for member_id, newcomer in zip(ids, newcomers, strict=True):
        db.add_all(_belongings(member_id, newcomer))
        if newcomer.windows is not None:
            started = newcomer.draft.started
            row = AvailabilityRow(member_id=member_id, from_day=started)
            available.append((row, newcomer))
    db.add_all(row for row, _newcomer in available)
    db.flush()
    for row, newcomer in available:
        add_windows(db, row.id, newcomer.windows or ())
    return ids


def _belongings(member_id: int, newcomer: Newcomer) -> Iterator[Row]:
    """The rows of one person but for the availability, whose windows need its id first."""
    draft = newcomer.draft
    for rank, position_id in enumerate(dict.fromkeys(draft.position_ids)):
        yield MemberPositionRow(member_id=member_id, position_id=position_id, rank=rank)
    for skill_id in sorted(set(draft.skill_ids)):
        yield MemberSkillRow(member_id=member_id, skill_id=skill_id)
    if newcomer.weekly_minutes is not None:
        minutes = newcomer.weekly_minutes
        yield ContractRow(member_id=member_id, from_day=draft.started, weekly_minutes=minutes)
    for kind_id, expires in newcomer.cards:
        yield CredentialRow(
            member_id=member_id, kind_id=kind_id, number="", issued=None, expires=expires
        )


def _set_positions(db: Session, member_id: int, wanted: tuple[int, ...]) -> None:
    """Make the positions those wanted, touching only the rows that differ."""
    rank = {position_id: place for place, position_id in enumerate(dict.fromkeys(wanted))}
    own = db.scalars(select(MemberPositionRow).where(MemberPositionRow.member_id == member_id))
    for row in own.all():
        if row.position_id in rank:
            row.rank = rank.pop(row.position_id)
        else:
            db.delete(row)
    db.add_all(
        MemberPositionRow(member_id=member_id, position_id=position_id, rank=place)
        for position_id, place in rank.items()
    )


def _set_skills(db: Session, member_id: int, wanted: tuple[int, ...]) -> None:
    missing = set(wanted)
    own = db.scalars(select(MemberSkillRow).where(MemberSkillRow.member_id == member_id))
    for row in own.all():
        if row.skill_id in missing:
            missing.discard(row.skill_id)
        else:
            db.delete(row)
    db.add_all(MemberSkillRow(member_id=member_id, skill_id=each) for each in sorted(missing))
