"""How activity is kept."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from clinicmgr.kernel.tables import Day, Flag, Row, table

_LINE = "activity_line.id"
_MEMBER = "staff_member.id"


class LineRow(Row):
    """A service line."""

    __tablename__ = "activity_line"
    __table_args__ = table(
        UniqueConstraint("name"), UniqueConstraint("code"), search=("name", "code")
    )

    name: Mapped[str] = mapped_column(Text)
    code: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    minutes: Mapped[int] = mapped_column(Integer)
    asset_id: Mapped[int | None] = mapped_column(
        Integer, ForeignKey("equipment_asset.id", ondelete="RESTRICT")
    )
    active: Mapped[bool] = mapped_column(Flag)
    rank: Mapped[int] = mapped_column(Integer)


class LineRoomRow(Row):
    """A room in which a line can be done."""

    __tablename__ = "activity_line_room"
    __table_args__ = table(UniqueConstraint("line_id", "room_id"), Index(None, "room_id"))

    line_id: Mapped[int] = mapped_column(Integer, ForeignKey(_LINE, ondelete="CASCADE"))
    room_id: Mapped[int] = mapped_column(Integer, ForeignKey("places_room.id", ondelete="RESTRICT"))


class LinePositionRow(Row):
    """A position that does a line."""

    __tablename__ = "activity_line_position"
    __table_args__ = table(UniqueConstraint("line_id", "position_id"), Index(None, "position_id"))

    line_id: Mapped[int] = mapped_column(Integer, ForeignKey(_LINE, ondelete="CASCADE"))
    position_id: Mapped[int] = mapped_column(
        Integer, ForeignKey("staff_position.id", ondelete="RESTRICT")
    )


class PayerClassRow(Row):
    """A payer class."""

    __tablename__ = "activity_payer_class"
    __table_args__ = table(
        UniqueConstraint("name"), UniqueConstraint("code"), search=("name", "code")
    )

    name: Mapped[str] = mapped_column(Text)
    code: Mapped[str] = mapped_column(Text)
    rank: Mapped[int] = mapped_column(Integer)
    active: Mapped[bool] = mapped_column(Flag)


class CountRow(Row):
    """The count of a day, provider, line and payer class; of nothing there is no row.

    One index holds all that figures are made of, in the order of days, so that a month is
    summed without a look at the rows. The other keeps one count where no class is told, because
    a missing value differs from itself. A hundred thousand counts have no index that nobody asks.
    """

    __tablename__ = "activity_count"
    __table_args__ = table(
        UniqueConstraint("day", "member_id", "line_id", "payer_class_id"),
        Index(
            "uq_activity_count_without_class",
            "day",
            "member_id",
            "line_id",
            unique=True,
            sqlite_where=text("payer_class_id IS NULL"),
        ),
        Index(
            "ix_activity_count_figures",
            "day",
            "member_id",
            "line_id",
            "payer_class_id",
            "done",
            "cancelled",
            "no_shows",
        ),
        CheckConstraint(
            "done >= 0 AND cancelled >= 0 AND no_shows >= 0 AND done + cancelled + no_shows > 0",
            name="counted",
        ),
    )

    day: Mapped[date] = mapped_column(Day)
    member_id: Mapped[int] = mapped_column(Integer, ForeignKey(_MEMBER, ondelete="RESTRICT"))
    line_id: Mapped[int] = mapped_column(Integer, ForeignKey(_LINE, ondelete="RESTRICT"))
    payer_class_id: Mapped[int | None] = mapped_column(
        Integer, ForeignKey("activity_payer_class.id", ondelete="RESTRICT")
    )
    done: Mapped[int] = mapped_column(Integer)
    cancelled: Mapped[int] = mapped_column(Integer)
    no_shows: Mapped[int] = mapped_column(Integer)
