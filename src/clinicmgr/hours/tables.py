"""How hours worked are kept; what a locked pay period holds is frozen by the database.

Locking stamps `period_id` on everything in the period. So a locked row differs from the one that
was entered, and no earlier entry of the history can be undone behind the lock; undoing the lock
itself, on the same day, takes the stamps off again.
"""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from clinicmgr.kernel.tables import Day, Flag, Row, table

_MEMBER = "staff_member.id"
_STAMPED = "{row}.period_id IS NOT NULL"
_LOCKED_DAY = (
    "{row}.period_id IS NULL AND EXISTS (SELECT 1 FROM hours_period AS locked "
    "WHERE locked.locked_on IS NOT NULL AND {row}.COLUMN BETWEEN locked.first AND locked.last)"
)
_LOCKED_SHEET = (
    "(SELECT locked_on FROM hours_period WHERE hours_period.id = {row}.period_id) IS NOT NULL"
)


def _uses(target: str) -> Mapped[int]:
    """A reference that keeps the record it points to from being removed."""
    return mapped_column(Integer, ForeignKey(target, ondelete="RESTRICT"))


def _may_use(target: str) -> Mapped[int | None]:
    return mapped_column(Integer, ForeignKey(target, ondelete="RESTRICT"), nullable=True)


class PeriodRow(Row):
    """A pay period that somebody signed or that is locked; others are only computed."""

    __tablename__ = "hours_period"
    __table_args__ = table(
        UniqueConstraint("first"),
        CheckConstraint("last >= first", name="last_not_before_first"),
        frozen="{row}.locked_on IS NOT NULL",
    )

    first: Mapped[date] = mapped_column(Day)
    last: Mapped[date] = mapped_column(Day)
    locked_on: Mapped[date | None] = mapped_column(Day)
    locked_by: Mapped[str] = mapped_column(Text)


class SignOffRow(Row):
    """One person's signature below a period."""

    __tablename__ = "hours_sign_off"
    __table_args__ = table(
        UniqueConstraint("period_id", "member_id"),
        Index(None, "member_id"),
        sealed=_LOCKED_SHEET,
        frozen=_LOCKED_SHEET,
    )

    period_id: Mapped[int] = _uses("hours_period.id")
    member_id: Mapped[int] = _uses(_MEMBER)
    signed_by: Mapped[str] = mapped_column(Text)
    signed_on: Mapped[date] = mapped_column(Day)
    regular_minutes: Mapped[int | None] = mapped_column(Integer)
    overtime_minutes: Mapped[int | None] = mapped_column(Integer)
    leave_minutes: Mapped[int | None] = mapped_column(Integer)


class StretchRow(Row):
    """A stretch of work."""

    __tablename__ = "hours_stretch"
    __table_args__ = table(
        Index(None, "day"),
        Index(None, "member_id", "day"),
        Index(None, "position_id"),
        Index(None, "period_id"),
        CheckConstraint('"end" IS NULL OR "end" > start', name="end_after_start"),
        sealed=_LOCKED_DAY.replace("COLUMN", "day"),
        search=("note",),
        frozen=_STAMPED,
    )

    member_id: Mapped[int] = _uses(_MEMBER)
    day: Mapped[date] = mapped_column(Day)
    start: Mapped[int] = mapped_column(Integer)
    end: Mapped[int | None] = mapped_column(Integer)
    break_minutes: Mapped[int] = mapped_column(Integer)
    position_id: Mapped[int | None] = _may_use("staff_position.id")
    source: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    clocked_start: Mapped[int | None] = mapped_column(Integer)
    clocked_end: Mapped[int | None] = mapped_column(Integer)
    period_id: Mapped[int | None] = _may_use("hours_period.id")


class CorrectionRow(Row):
    """What stood before, what stands now, and why."""

    __tablename__ = "hours_correction"
    __table_args__ = table(
        Index(None, "member_id", "day"),
        Index(None, "day"),
        Index(None, "period_id"),
        sealed=_LOCKED_DAY.replace("COLUMN", "day"),
        search=("reason",),
        frozen=_STAMPED,
    )

    member_id: Mapped[int] = _uses(_MEMBER)
    day: Mapped[date] = mapped_column(Day)
    former: Mapped[str] = mapped_column(Text)
    now: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    on: Mapped[date] = mapped_column(Day)
    by: Mapped[str] = mapped_column(Text)
    period_id: Mapped[int | None] = _may_use("hours_period.id")


class AdjustmentRow(Row):
    """Minutes of a locked day that are paid in a later period."""

    __tablename__ = "hours_adjustment"
    __table_args__ = table(
        Index(None, "member_id", "paid_on"),
        Index(None, "paid_on"),
        Index(None, "period_id"),
        sealed=_LOCKED_DAY.replace("COLUMN", "paid_on"),
        search=("reason",),
        frozen=_STAMPED,
    )

    member_id: Mapped[int] = _uses(_MEMBER)
    day: Mapped[date] = mapped_column(Day)
    minutes: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    paid_on: Mapped[date] = mapped_column(Day)
    by: Mapped[str] = mapped_column(Text)
    period_id: Mapped[int | None] = _may_use("hours_period.id")


class PayRulesRow(Row):
    """The rules from a day on."""

    __tablename__ = "hours_pay_rules"
    __table_args__ = table(UniqueConstraint("from_day"))

    from_day: Mapped[date] = mapped_column(Day)
    period: Mapped[str] = mapped_column(Text)
    anchor: Mapped[date] = mapped_column(Day)
    rounding: Mapped[int] = mapped_column(Integer)
    weekly_limit: Mapped[int | None] = mapped_column(Integer)
    daily_limit: Mapped[int | None] = mapped_column(Integer)
    overtime_percent: Mapped[int] = mapped_column(Integer)


class DifferentialRow(Row):
    """Extra pay in a band of time; `weekdays` are whole numbers with commas between."""

    __tablename__ = "hours_differential"
    __table_args__ = table(UniqueConstraint("name", "from_day"))

    name: Mapped[str] = mapped_column(Text)
    start: Mapped[int] = mapped_column(Integer)
    end: Mapped[int] = mapped_column(Integer)
    weekdays: Mapped[str] = mapped_column(Text)
    holidays: Mapped[bool] = mapped_column(Flag)
    cents: Mapped[int | None] = mapped_column(Integer)
    percent: Mapped[int | None] = mapped_column(Integer)
    code: Mapped[str] = mapped_column(Text)
    from_day: Mapped[date] = mapped_column(Day)
    to_day: Mapped[date | None] = mapped_column(Day)


class CodeRow(Row):
    """What the payroll service calls the practice, or a kind of leave."""

    __tablename__ = "hours_code"
    __table_args__ = table(UniqueConstraint("key"))

    key: Mapped[str] = mapped_column(Text)
    value: Mapped[str] = mapped_column(Text)
