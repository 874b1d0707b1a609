"""How rates are kept.

The lines of Medicare's files are reference rows: up to 19,090 a file, never edited, only added.
They carry the number of the file they came from, which is made of the SHA-256 of what they hold;
the journalled release keeps the whole sum, so that undo, audit and verify work on the release.
"""

from datetime import date
from decimal import Decimal

from sqlalchemy import Dialect, ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from clinicmgr.kernel.reference import Reference
from clinicmgr.kernel.tables import Day, Flag, Row, table

_SERVICE = "rates_service.id"


class Exact(TypeDecorator[Decimal]):
    """A number as it was written, kept as text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Write 32.3465."""
        return None if value is None else f"{value:f}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Read 32.3465."""
        return None if value is None else Decimal(value)


class ServiceRow(Row):
    """Something billable."""

    __tablename__ = "rates_service"
    __table_args__ = table(
        UniqueConstraint("code", "modifier"), search=("code", "modifier", "description", "category")
    )

    code: Mapped[str] = mapped_column(Text)
    modifier: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text)
    minutes: Mapped[int | None] = mapped_column(Integer)
    category: Mapped[str] = mapped_column(Text)
    first: Mapped[date | None] = mapped_column(Day)
    last: Mapped[date | None] = mapped_column(Day)


class PayerRow(Row):
    """An insurer or self-pay class."""

    __tablename__ = "rates_payer"
    __table_args__ = table(UniqueConstraint("name"), search=("name", "note"))

    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)


class ScheduleRow(Row):
    """A fee schedule; a payer has one at most."""

    __tablename__ = "rates_schedule"
    __table_args__ = table(UniqueConstraint("name"), UniqueConstraint("payer_id"))

    name: Mapped[str] = mapped_column(Text)
    payer_id: Mapped[int | None] = mapped_column(
        Integer, ForeignKey("rates_payer.id", ondelete="RESTRICT")
    )
    note: Mapped[str] = mapped_column(Text)
    is_own: Mapped[bool] = mapped_column(Flag)


class VersionRow(Row):
    """The prices of a schedule from a day until the next version begins."""

    __tablename__ = "rates_version"
    __table_args__ = table(UniqueConstraint("schedule_id", "from_day"))

    schedule_id: Mapped[int] = mapped_column(
        Integer, ForeignKey("rates_schedule.id", ondelete="CASCADE")
    )
    from_day: Mapped[date] = mapped_column(Day)
    basis: Mapped[str] = mapped_column(Text)


class PriceRow(Row):
    """One price of a version."""

    __tablename__ = "rates_price"
    __table_args__ = table(UniqueConstraint("version_id", "service_id"), Index(None, "service_id"))

    version_id: Mapped[int] = mapped_column(
        Integer, ForeignKey("rates_version.id", ondelete="CASCADE")
    )
    service_id: Mapped[int] = mapped_column(Integer, ForeignKey(_SERVICE, ondelete="RESTRICT"))
    cents: Mapped[int] = mapped_column(Integer)


class ReleaseRow(Row):
    """A Relative Value File; it covers the reference rows of its batch with their SHA-256."""

    __tablename__ = "rates_release"
    __table_args__ = table(UniqueConstraint("from_day", "track"))

    name: Mapped[str] = mapped_column(Text)
    from_day: Mapped[date] = mapped_column(Day)
    track: Mapped[str] = mapped_column(Text)
    conversion_factor: Mapped[Decimal] = mapped_column(Exact)
    file: Mapped[str] = mapped_column(Text)
    lines: Mapped[int] = mapped_column(Integer)
    batch: Mapped[int] = mapped_column(Integer)
    sha256: Mapped[str] = mapped_column(Text)


class RvuRow(Row):
    """A line of a Relative Value File: a reference row."""

    __tablename__ = "rates_rvu"
    __table_args__ = table(
        UniqueConstraint("batch", "code", "modifier"),
        reference=Reference("batch", "rates_release", "sha256"),
    )

    batch: Mapped[int] = mapped_column(Integer)
    code: Mapped[str] = mapped_column(Text)
    modifier: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(Text)
    work: Mapped[Decimal] = mapped_column(Exact)
    office_pe: Mapped[Decimal] = mapped_column(Exact)
    facility_pe: Mapped[Decimal] = mapped_column(Exact)
    malpractice: Mapped[Decimal] = mapped_column(Exact)
    office_na: Mapped[str] = mapped_column(Text)
    facility_na: Mapped[str] = mapped_column(Text)


class IndexSetRow(Row):
    """A GPCI file."""

    __tablename__ = "rates_index_set"
    __table_args__ = table(UniqueConstraint("from_day"))

    name: Mapped[str] = mapped_column(Text)
    from_day: Mapped[date] = mapped_column(Day)
    file: Mapped[str] = mapped_column(Text)


class LocalityRow(Row):
    """The cost indices of one locality in one GPCI file."""

    __tablename__ = "rates_locality"
    __table_args__ = table(UniqueConstraint("index_set_id", "state", "number"))

    index_set_id: Mapped[int] = mapped_column(
        Integer, ForeignKey("rates_index_set.id", ondelete="CASCADE")
    )
    state: Mapped[str] = mapped_column(Text)
    number: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    contractor: Mapped[str] = mapped_column(Text)
    work: Mapped[Decimal] = mapped_column(Exact)
    expense: Mapped[Decimal] = mapped_column(Exact)
    malpractice: Mapped[Decimal] = mapped_column(Exact)


class HomeRow(Row):
    """One thing that Medicare needs to know of this practice."""

    __tablename__ = "rates_home"
    __table_args__ = table(UniqueConstraint("key"))

    key: Mapped[str] = mapped_column(Text)
    value: Mapped[str] = mapped_column(Text)
