"""How equipment is kept; closed work, its checks and its amendments are frozen by the database."""

from datetime import date

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from clinicmgr.kernel.tables import Day, Row, table

_ASSET = "equipment_asset.id"
_WORK = "equipment_work.id"
# `{row}` is the row that is about to be written, changed or removed.
_WORK_IS_CLOSED = (
    "(SELECT closed_on FROM equipment_work WHERE equipment_work.id = {row}.work_id) IS NOT NULL"
)


def _uses(target: str) -> Mapped[int]:
    """A reference that keeps the record it points to from being removed."""
    return mapped_column(Integer, ForeignKey(target, ondelete="RESTRICT"))


def _may_use(target: str) -> Mapped[int | None]:
    return mapped_column(Integer, ForeignKey(target, ondelete="RESTRICT"), nullable=True)


class AssetRow(Row):
    """An asset."""

    __tablename__ = "equipment_asset"
    __table_args__ = table(
        UniqueConstraint("tag"),
        Index(None, "room_id"),
        search=("tag", "name", "category", "make", "model", "serial", "vendor", "note"),
    )

    tag: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    category: Mapped[str] = mapped_column(Text)
    make: Mapped[str] = mapped_column(Text)
    model: Mapped[str] = mapped_column(Text)
    serial: Mapped[str] = mapped_column(Text)
    room_id: Mapped[int | None] = _may_use("places_room.id")
    purchased: Mapped[date | None] = mapped_column(Day)
    cost_cents: Mapped[int | None] = mapped_column(Integer)
    warranty_until: Mapped[date | None] = mapped_column(Day)
    vendor: Mapped[str] = mapped_column(Text)
    retired: Mapped[date | None] = mapped_column(Day)
    note: Mapped[str] = mapped_column(Text)


class PlanRow(Row):
    """A maintenance plan; the checklist has one step on each line."""

    __tablename__ = "equipment_plan"
    __table_args__ = table(Index(None, "asset_id"), Index(None, "member_id"))

    asset_id: Mapped[int] = _uses(_ASSET)
    title: Mapped[str] = mapped_column(Text)
    first_due: Mapped[date] = mapped_column(Day)
    every: Mapped[int] = mapped_column(Integer)
    unit: Mapped[str] = mapped_column(Text)
    basis: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    lead_days: Mapped[int] = mapped_column(Integer)
    member_id: Mapped[int | None] = _may_use("staff_member.id")
    vendor: Mapped[str] = mapped_column(Text)
    checklist: Mapped[str] = mapped_column(Text)
    ended: Mapped[date | None] = mapped_column(Day)


class WorkRow(Row):
    """One job; once `closed_on` is set nothing in it changes any more."""

    __tablename__ = "equipment_work"
    __table_args__ = table(
        UniqueConstraint("id", "closed_on"),
        Index(None, "asset_id", "closed_on"),
        Index(None, "plan_id", "closed_on"),
        Index(None, "closed_on"),
        Index(None, "member_id"),
        search=("title", "notes", "done_by", "vendor"),
        frozen="{row}.closed_on IS NOT NULL",
    )

    asset_id: Mapped[int] = _uses(_ASSET)
    plan_id: Mapped[int | None] = _may_use("equipment_plan.id")
    kind: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    reported: Mapped[date] = mapped_column(Day)
    due: Mapped[date | None] = mapped_column(Day)
    member_id: Mapped[int | None] = _may_use("staff_member.id")
    vendor: Mapped[str] = mapped_column(Text)
    started: Mapped[date | None] = mapped_column(Day)
    closed_on: Mapped[date | None] = mapped_column(Day)
    done_by: Mapped[str] = mapped_column(Text)
    labor_minutes: Mapped[int] = mapped_column(Integer)
    cost_cents: Mapped[int] = mapped_column(Integer)
    downtime_minutes: Mapped[int] = mapped_column(Integer)
    notes: Mapped[str] = mapped_column(Text)


class CheckRow(Row):
    """One answered step of the checklist of closed work."""

    __tablename__ = "equipment_check"
    __table_args__ = table(
        UniqueConstraint("work_id", "rank"), sealed=_WORK_IS_CLOSED, frozen=_WORK_IS_CLOSED
    )

    work_id: Mapped[int] = _uses(_WORK)
    rank: Mapped[int] = mapped_column(Integer)
    step: Mapped[str] = mapped_column(Text)
    result: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)


class AmendmentRow(Row):
    """An addition to closed work.

    It points to the work *as closed*: so open work has none, and a closing that was amended
    cannot be undone any more.
    """

    __tablename__ = "equipment_amendment"
    __table_args__ = table(
        ForeignKeyConstraint(
            ["work_id", "closed_on"], ["equipment_work.id", "equipment_work.closed_on"]
        ),
        Index(None, "work_id"),
        search=("note",),
        frozen="1",
    )

    work_id: Mapped[int] = mapped_column(Integer)
    closed_on: Mapped[date] = mapped_column(Day)
    day: Mapped[date] = mapped_column(Day)
    who: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    labor_minutes: Mapped[int | None] = mapped_column(Integer)
    cost_cents: Mapped[int | None] = mapped_column(Integer)
    downtime_minutes: Mapped[int | None] = mapped_column(Integer)


class OutageRow(Row):
    """Days an asset was out of service."""

    __tablename__ = "equipment_outage"
    __table_args__ = table(Index(None, "asset_id", "first"), Index(None, "work_id"))

    asset_id: Mapped[int] = _uses(_ASSET)
    first: Mapped[date] = mapped_column(Day)
    back: Mapped[date | None] = mapped_column(Day)
    reason: Mapped[str] = mapped_column(Text)
    work_id: Mapped[int | None] = _may_use(_WORK)


class PointRow(Row):
    """A place to read a value; `times` and `weekdays` are whole numbers with commas between."""

    __tablename__ = "equipment_point"
    __table_args__ = table(UniqueConstraint("asset_id", "name"))

    asset_id: Mapped[int] = _uses(_ASSET)
    name: Mapped[str] = mapped_column(Text)
    from_day: Mapped[date] = mapped_column(Day)
    unit: Mapped[str] = mapped_column(Text)
    decimals: Mapped[int] = mapped_column(Integer)
    low: Mapped[int | None] = mapped_column(Integer)
    high: Mapped[int | None] = mapped_column(Integer)
    times: Mapped[str] = mapped_column(Text)
    weekdays: Mapped[str] = mapped_column(Text)
    ended: Mapped[date | None] = mapped_column(Day)


class ReadingRow(Row):
    """A value in the smallest step of its point."""

    __tablename__ = "equipment_reading"
    __table_args__ = table(UniqueConstraint("point_id", "day", "time"), Index(None, "work_id"))

    point_id: Mapped[int] = _uses("equipment_point.id")
    day: Mapped[date] = mapped_column(Day)
    time: Mapped[int] = mapped_column(Integer)
    value: Mapped[int] = mapped_column(Integer)
    by: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    work_id: Mapped[int | None] = _may_use(_WORK)
