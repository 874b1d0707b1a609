"""How the schedule is kept.

People, positions, skills, rooms and sites are restricted: what shifts or demand point to
cannot be removed from under them.
"""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from clinicmgr.kernel.reference import Reference
from clinicmgr.kernel.tables import Day, Flag, Row, table

_MEMBER = "staff_member.id"
_POSITION = "staff_position.id"
_SKILL = "staff_skill.id"
_ROOM = "places_room.id"
_SITE = "places_site.id"


def _uses(target: str) -> Mapped[int]:
    """A reference that keeps the record it points to from being removed."""
    return mapped_column(Integer, ForeignKey(target, ondelete="RESTRICT"))


def _may_use(target: str) -> Mapped[int | None]:
    """The same where nothing need be named."""
    return mapped_column(Integer, ForeignKey(target, ondelete="RESTRICT"))


class ShiftTypeRow(Row):
    """A named pattern for shifts."""

    __tablename__ = "schedule_shift_type"
    __table_args__ = table(UniqueConstraint("code"), UniqueConstraint("name"))

    name: Mapped[str] = mapped_column(Text)
    code: Mapped[str] = mapped_column(Text)
    start: Mapped[int] = mapped_column(Integer)
    end: Mapped[int] = mapped_column(Integer)
    break_minutes: Mapped[int] = mapped_column(Integer)
    position_id: Mapped[int | None] = _may_use(_POSITION)
    room_id: Mapped[int | None] = _may_use(_ROOM)


class DemandRow(Row):
    """How many people of a position a weekday needs."""

    __tablename__ = "schedule_demand"
    __table_args__ = table(Index(None, "position_id"), Index(None, "weekday"))

    position_id: Mapped[int] = _uses(_POSITION)
    site_id: Mapped[int | None] = _may_use(_SITE)
    skill_id: Mapped[int | None] = _may_use(_SKILL)
    weekday: Mapped[int] = mapped_column(Integer)
    start: Mapped[int] = mapped_column(Integer)
    end: Mapped[int] = mapped_column(Integer)
    minimum: Mapped[int] = mapped_column(Integer)
    ideal: Mapped[int] = mapped_column(Integer)
    from_day: Mapped[date] = mapped_column(Day)
    to_day: Mapped[date | None] = mapped_column(Day)


class ShiftRow(Row):
    """One person's planned work; without a member it is open."""

    __tablename__ = "schedule_shift"
    __table_args__ = table(
        Index(None, "day"),
        Index(None, "member_id", "day"),
        Index(None, "room_id"),
        Index(None, "type_id"),
        CheckConstraint('"end" > start', name="end_after_start"),
    )

    member_id: Mapped[int | None] = _may_use(_MEMBER)
    day: Mapped[date] = mapped_column(Day)
    start: Mapped[int] = mapped_column(Integer)
    end: Mapped[int] = mapped_column(Integer)
    position_id: Mapped[int] = _uses(_POSITION)
    room_id: Mapped[int | None] = _may_use(_ROOM)
    site_id: Mapped[int | None] = _may_use(_SITE)
    break_minutes: Mapped[int] = mapped_column(Integer)
    note: Mapped[str] = mapped_column(Text)
    type_id: Mapped[int | None] = mapped_column(
        Integer, ForeignKey("schedule_shift_type.id", ondelete="SET NULL")
    )
    locked: Mapped[bool] = mapped_column(Flag)


class ClosureRow(Row):
    """A day the practice closes by its own will, or opens in spite of a public holiday."""

    __tablename__ = "schedule_closure"
    __table_args__ = table(UniqueConstraint("day"))

    day: Mapped[date] = mapped_column(Day)
    name: Mapped[str] = mapped_column(Text)
    closed: Mapped[bool] = mapped_column(Flag)


class PublicationRow(Row):
    """A version of the roster that was told to the staff; undone on the same day or never.

    It covers its shifts, which are reference rows, with their SHA-256.
    """

    __tablename__ = "schedule_publication"
    __table_args__ = table(
        UniqueConstraint("number"), Index(None, "last", "first"), Index(None, "batch"), frozen="1"
    )

    number: Mapped[int] = mapped_column(Integer)
    first: Mapped[date] = mapped_column(Day)
    last: Mapped[date] = mapped_column(Day)
    note: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(Text)
    who: Mapped[str] = mapped_column(Text)
    shifts: Mapped[int] = mapped_column(Integer)
    batch: Mapped[int] = mapped_column(Integer)
    sha256: Mapped[str] = mapped_column(Text)


class PublishedShiftRow(Row):
    """A shift as it was published: a reference row.

    It points to nothing, so that undoing a publication leaves nothing behind that keeps a person
    or a room from being removed.
    """

    __tablename__ = "schedule_published_shift"
    __table_args__ = table(
        Index(None, "batch"),
        Index(None, "shift_id"),
        reference=Reference("batch", "schedule_publication", "sha256"),
    )

    batch: Mapped[int] = mapped_column(Integer)
    shift_id: Mapped[int] = mapped_column(Integer)
    member_id: Mapped[int | None] = mapped_column(Integer)
    day: Mapped[date] = mapped_column(Day)
    start: Mapped[int] = mapped_column(Integer)
    end: Mapped[int] = mapped_column(Integer)
    position_id: Mapped[int] = mapped_column(Integer)
    room_id: Mapped[int | None] = mapped_column(Integer)
    site_id: Mapped[int | None] = mapped_column(Integer)
    break_minutes: Mapped[int] = mapped_column(Integer)
    note: Mapped[str] = mapped_column(Text)
    type_id: Mapped[int | None] = mapped_column(Integer)


class RuleRow(Row):
    """A line of the rulebook that somebody wrote; lists and numbers are canonical JSON.

    `strength` is "never", "avoid", "nice" or "off".
    """

    __tablename__ = "schedule_rule"
    __table_args__ = table(Index(None, "rule"))

    rule: Mapped[str] = mapped_column(Text)
    strength: Mapped[str] = mapped_column(Text)
    numbers: Mapped[str] = mapped_column(Text)
    member_ids: Mapped[str] = mapped_column(Text)
    position_ids: Mapped[str] = mapped_column(Text)
    site_ids: Mapped[str] = mapped_column(Text)
    from_day: Mapped[date | None] = mapped_column(Day)
    to_day: Mapped[date | None] = mapped_column(Day)


class OverrideRow(Row):
    """A violation that somebody approved; `matter` tells when it is no longer the same."""

    __tablename__ = "schedule_override"
    __table_args__ = table(Index(None, "day"))

    rule: Mapped[str] = mapped_column(Text)
    member_ids: Mapped[str] = mapped_column(Text)
    day: Mapped[date] = mapped_column(Day)
    reason: Mapped[str] = mapped_column(Text)
    matter: Mapped[str] = mapped_column(Text)


class CallOutRow(Row):
    """A shift that somebody gave away in a call-out; who has it now stood in."""

    __tablename__ = "schedule_call_out"
    __table_args__ = table(Index(None, "shift_id"), Index(None, "member_id"))

    member_id: Mapped[int] = mapped_column(
        Integer, ForeignKey("staff_member.id", ondelete="CASCADE")
    )
    shift_id: Mapped[int] = mapped_column(
        Integer, ForeignKey("schedule_shift.id", ondelete="CASCADE")
    )


class WeekPlanRow(Row):
    """A named week, or a rotation of several weeks, to be laid down in the roster."""

    __tablename__ = "schedule_week_plan"
    __table_args__ = table(UniqueConstraint("name"))

    name: Mapped[str] = mapped_column(Text)
    weeks: Mapped[int] = mapped_column(Integer)
    color: Mapped[int] = mapped_column(Integer)
    anchor: Mapped[date | None] = mapped_column(Day)
    note: Mapped[str] = mapped_column(Text)


class PlannedShiftRow(Row):
    """A shift of a week plan: in its week 1 to n, on a weekday; without a member it is open."""

    __tablename__ = "schedule_planned_shift"
    __table_args__ = table(
        Index(None, "plan_id"),
        Index(None, "member_id"),
        Index(None, "room_id"),
        Index(None, "type_id"),
        CheckConstraint('"end" > start', name="end_after_start"),
    )

    plan_id: Mapped[int] = mapped_column(
        Integer, ForeignKey("schedule_week_plan.id", ondelete="CASCADE")
    )
    week: Mapped[int] = mapped_column(Integer)
    weekday: Mapped[int] = mapped_column(Integer)
    member_id: Mapped[int | None] = _may_use(_MEMBER)
    start: Mapped[int] = mapped_column(Integer)
    end: Mapped[int] = mapped_column(Integer)
    position_id: Mapped[int] = _uses(_POSITION)
    room_id: Mapped[int | None] = _may_use(_ROOM)
    site_id: Mapped[int | None] = _may_use(_SITE)
    break_minutes: Mapped[int] = mapped_column(Integer)
    note: Mapped[str] = mapped_column(Text)
    type_id: Mapped[int | None] = mapped_column(
        Integer, ForeignKey("schedule_shift_type.id", ondelete="SET NULL")
    )


class NoteRow(Row):
    """A note on a person's day or, without a person, on the day."""

    __tablename__ = "schedule_note"
    __table_args__ = table(UniqueConstraint("member_id", "day"), Index(None, "day"))

    member_id: Mapped[int | None] = _may_use(_MEMBER)
    day: Mapped[date] = mapped_column(Day)
    text: Mapped[str] = mapped_column(Text)
