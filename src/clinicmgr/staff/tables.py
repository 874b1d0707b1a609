"""How staff is kept: one row per fact, dated terms and secrets in tables of their own."""

from datetime import date

from sqlalchemy import ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from clinicmgr.kernel.tables import Day, Row, table

_MEMBER = "staff_member.id"
_POSITION = "staff_position.id"


def _child(target: str) -> Mapped[int]:
    """A reference that goes when the record it belongs to goes."""
    return mapped_column(Integer, ForeignKey(target, ondelete="CASCADE"))


def _uses(target: str) -> Mapped[int]:
    """A reference that keeps the record it points to from being removed."""
    return mapped_column(Integer, ForeignKey(target, ondelete="RESTRICT"))


class PositionRow(Row):
    """A job title."""

    __tablename__ = "staff_position"
    __table_args__ = table(UniqueConstraint("code"), UniqueConstraint("name"))

    name: Mapped[str] = mapped_column(Text)
    code: Mapped[str] = mapped_column(Text)
    color: Mapped[int] = mapped_column(Integer)
    rank: Mapped[int] = mapped_column(Integer)


class SkillRow(Row):
    """Something members may do."""

    __tablename__ = "staff_skill"
    __table_args__ = table(UniqueConstraint("name"))

    name: Mapped[str] = mapped_column(Text)


class MemberRow(Row):
    """A person who works or worked here."""

    __tablename__ = "staff_member"
    __table_args__ = table(
        Index(None, "last_name", "first_name"),
        search=("first_name", "last_name", "number", "email", "phone", "note"),
    )

    first_name: Mapped[str] = mapped_column(Text)
    last_name: Mapped[str] = mapped_column(Text)
    number: Mapped[str] = mapped_column(Text)
    email: Mapped[str] = mapped_column(Text)
    phone: Mapped[str] = mapped_column(Text)
    started: Mapped[date] = mapped_column(Day)
    ended: Mapped[date | None] = mapped_column(Day)
    note: Mapped[str] = mapped_column(Text)


class MemberPositionRow(Row):
    """A position of a member; the lowest rank is the main one."""

    __tablename__ = "staff_member_position"
    __table_args__ = table(UniqueConstraint("member_id", "position_id"), Index(None, "position_id"))

    member_id: Mapped[int] = _child(_MEMBER)
    position_id: Mapped[int] = _uses(_POSITION)
    rank: Mapped[int] = mapped_column(Integer)


class MemberSkillRow(Row):
    """A skill of a member."""

    __tablename__ = "staff_member_skill"
    __table_args__ = table(UniqueConstraint("member_id", "skill_id"), Index(None, "skill_id"))

    member_id: Mapped[int] = _child(_MEMBER)
    skill_id: Mapped[int] = _uses("staff_skill.id")


class ContractRow(Row):
    """Hours a week from a day on."""

    __tablename__ = "staff_contract"
    __table_args__ = table(UniqueConstraint("member_id", "from_day"))

    member_id: Mapped[int] = _child(_MEMBER)
    from_day: Mapped[date] = mapped_column(Day)
    weekly_minutes: Mapped[int] = mapped_column(Integer)


class PayRateRow(Row):
    """Pay an hour from a day on: read only through the gate."""

    __tablename__ = "staff_pay_rate"
    __table_args__ = table(UniqueConstraint("member_id", "from_day"), secret=("hourly_cents",))

    member_id: Mapped[int] = _child(_MEMBER)
    from_day: Mapped[date] = mapped_column(Day)
    hourly_cents: Mapped[int] = mapped_column(Integer)


class SecretRow(Row):
    """What else is nobody's business: read only through the gate."""

    __tablename__ = "staff_secret"
    __table_args__ = table(UniqueConstraint("member_id"), secret=("tax_id",))

    member_id: Mapped[int] = _child(_MEMBER)
    tax_id: Mapped[str] = mapped_column(Text)


class AvailabilityRow(Row):
    """A weekly availability from a day on."""

    __tablename__ = "staff_availability"
    __table_args__ = table(UniqueConstraint("member_id", "from_day"))

    member_id: Mapped[int] = _child(_MEMBER)
    from_day: Mapped[date] = mapped_column(Day)


class WindowRow(Row):
    """A window of a weekly availability."""

    __tablename__ = "staff_availability_window"
    __table_args__ = table(UniqueConstraint("availability_id", "weekday", "start"))

    availability_id: Mapped[int] = _child("staff_availability.id")
    weekday: Mapped[int] = mapped_column(Integer)
    start: Mapped[int] = mapped_column(Integer)
    end: Mapped[int] = mapped_column(Integer)


class LeaveRow(Row):
    """Approved absence."""

    __tablename__ = "staff_leave"
    __table_args__ = table(Index(None, "member_id", "first"), Index(None, "last"))

    member_id: Mapped[int] = _child(_MEMBER)
    first: Mapped[date] = mapped_column(Day)
    last: Mapped[date] = mapped_column(Day)
    kind: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)


class CredentialKindRow(Row):
    """A kind of credential."""

    __tablename__ = "staff_credential_kind"
    __table_args__ = table(UniqueConstraint("name"))

    name: Mapped[str] = mapped_column(Text)
    warn_days: Mapped[int] = mapped_column(Integer)


class RequirementRow(Row):
    """A position that needs a kind of credential."""

    __tablename__ = "staff_requirement"
    __table_args__ = table(UniqueConstraint("kind_id", "position_id"), Index(None, "position_id"))

    kind_id: Mapped[int] = _child("staff_credential_kind.id")
    position_id: Mapped[int] = _child(_POSITION)


class CredentialRow(Row):
    """One card or licence of one member."""

    __tablename__ = "staff_credential"
    __table_args__ = table(
        Index(None, "member_id", "kind_id"),
        Index(None, "kind_id"),
        Index(None, "expires"),
        search=("number",),
    )

    member_id: Mapped[int] = _child(_MEMBER)
    kind_id: Mapped[int] = _uses("staff_credential_kind.id")
    number: Mapped[str] = mapped_column(Text)
    issued: Mapped[date | None] = mapped_column(Day)
    expires: Mapped[date] = mapped_column(Day)
