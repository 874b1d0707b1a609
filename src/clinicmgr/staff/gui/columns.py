"""The columns of the staff list."""

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day, format_hours
from clinicmgr.qtkit.column import Column
from clinicmgr.staff.gui.lines import STATUS_ICONS, STATUS_TONES, MemberLine

LESS_WHEN_NARROW = ("email", "phone", "started", "hours")
"""What is left out while the record stands beside the list."""


def staff_columns(locale: str) -> tuple[Column[MemberLine], ...]:
    """Return the columns, with days as people there write them."""
    return (
        Column("name", _("Name"), _name, 150, sort=_by_name, strong=True, stretch=True),
        Column(
            "position", _("Position"), MemberLine.position_text, 172, color=_color, sort=_by_rank
        ),
        Column("hours", _("Hours"), _hours, 66, "right", sort=lambda line: line.weekly_minutes),
        Column("phone", _("Phone"), lambda line: line.member.phone, 122),
        Column("email", _("E-mail"), lambda line: line.member.email, 170, stretch=True),
        Column(
            "credentials", _("Credentials"), _credentials, 122, pill=True,
            tone=_credential_tone, icon=_credential_icon, sort=_by_expiry,
        ),
        Column(
            "today", _("Today"), lambda line: line.status_text(locale), 110, pill=True,
            tone=MemberLine.status_tone,
        ),
        Column(
            "started", _("Start"), lambda line: format_day(line.member.started, "short", locale),
            96, "right", sort=lambda line: line.member.started,
        ),
    )  # fmt: skip


def _name(line: MemberLine) -> str:
    return line.member.name


def _by_name(line: MemberLine) -> tuple[str, str]:
    return line.member.last_name.casefold(), line.member.first_name.casefold()


def _by_rank(line: MemberLine) -> tuple[int, str] | None:
    return None if line.position is None else (line.position.rank, line.position.name)


def _color(line: MemberLine) -> int | None:
    return None if line.position is None else line.position.color


def _hours(line: MemberLine) -> str:
    return "" if line.weekly_minutes is None else format_hours(line.weekly_minutes)


def _credentials(line: MemberLine) -> str:
    return "" if line.standing is None else line.standing.status.label


def _credential_tone(line: MemberLine) -> str:
    return "" if line.standing is None else STATUS_TONES[line.standing.status]


def _credential_icon(line: MemberLine) -> str:
    return "" if line.standing is None else STATUS_ICONS[line.standing.status]


def _by_expiry(line: MemberLine) -> tuple[int, str] | None:
    if line.standing is None:
        return None
    held = line.standing.credential
    return (0, "") if held is None else (1, held.expires.isoformat())
