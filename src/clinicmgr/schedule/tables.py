"""How the schedule is kept.

People, positions, skills, rooms and sites are restricted: what shifts or demand point to
cannot be removed from under them.
"""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

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
