"""One line of the staff list: a person with all that is said of them today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day
from clinicmgr.staff.records import (
    CredentialStatus,
    Leave,
    Position,
    StaffMember,
    Standing,
)
from clinicmgr.staff.service import Staff

_WORST = (
    CredentialStatus.EXPIRED,
    CredentialStatus.MISSING,
    CredentialStatus.EXPIRING,
    CredentialStatus.VALID,
)
STATUS_TONES = {
    CredentialStatus.VALID: "success",
    CredentialStatus.EXPIRING: "warning",
    CredentialStatus.EXPIRED: "danger",
    CredentialStatus.MISSING: "danger",
}
STATUS_ICONS = {
    CredentialStatus.VALID: "check-circle",
    CredentialStatus.EXPIRING: "clock",
    CredentialStatus.EXPIRED: "error",
    CredentialStatus.MISSING: "warning",
}


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A staff member with hours, credentials and leave as of one day.

    `weekly_minutes` is None without a contract, `standing` None where nothing is needed or held.
    """

    member: StaffMember
    position: Position | None
    also: tuple[Position, ...]
    weekly_minutes: int | None
    standing: Standing | None
    leave: Leave | None
    today: date

    @property
    def id(self) -> int:
        """The id of the member."""
        return self.member.id

    @property
    def is_active(self) -> bool:
        """Whether the person works here today or begins later."""
        return self.member.ended is None or self.member.ended >= self.today

    def position_text(self) -> str:
        """The main position with its code, and the codes of the others: "FD · Front desk, MA"."""
        if self.position is None:
            return ""
        main = f"{self.position.code} · {self.position.name}"
        return ", ".join((main, *(each.code for each in self.also)))

    def status_text(self, locale: str) -> str:
        """What is special today; empty for somebody who simply works here."""
        member = self.member
        if member.ended is not None and member.ended < self.today:
            return _("Left {day}").format(day=format_day(member.ended, "short", locale))
        if member.started > self.today:
            return _("Starts {day}").format(day=format_day(member.started, "short", locale))
        if self.leave is not None:
            return self.leave.kind.label
        if member.ended is not None:
            return _("Until {day}").format(day=format_day(member.ended, "short", locale))
        return ""

    def status_tone(self) -> str:
        """The tone that goes with the status."""
        if self.leave is not None:
            return "warning"
        return "accent" if self.is_active and self.member.started > self.today else "secondary"


def member_lines(staff: Staff, today: date) -> list[MemberLine]:
    """Return everybody on record by name, with a handful of questions however many they are."""
    positions = {each.id: each for each in staff.positions()}
    contracts = staff.contracts()
    worst = worst_standings(staff.standings(today))
    off = {each.member_id: each for each in staff.leave(today, today)}
    lines = []
    for member in staff.members():
        contract = contracts.get(member.id)
        held = _known(member.position_ids, positions)
        lines.append(
            MemberLine(
                member,
                held[0] if held else None,
                held[1:],
                contract.on(max(today, member.started)) if contract else None,
                worst.get(member.id),
                off.get(member.id),
                today,
            )
        )
    return lines


def worst_standings(standings: Iterable[Standing]) -> dict[int, Standing]:
    """Return for each member the standing to see first; what no position needs counts last."""
    worst: dict[int, Standing] = {}
    for each in standings:
        if not each.required and each.status is CredentialStatus.MISSING:
            continue
        other = worst.get(each.member_id)
        if other is None or _rank(each) < _rank(other):
            worst[each.member_id] = each
    return worst


def _rank(standing: Standing) -> tuple[int, bool]:
    return _WORST.index(standing.status), not standing.required


def _known(ids: Iterable[int], positions: Mapping[int, Position]) -> tuple[Position, ...]:
    return tuple(positions[each] for each in ids if each in positions)
