"""Gathering the facts that the rules look at, from all the services that know them."""

from collections import defaultdict
from datetime import date

from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.places.service import Places
from clinicmgr.schedule.records import Demand, Facts, Limits, Person
from clinicmgr.schedule.rules import CARRY_IN, CARRY_OUT
from clinicmgr.staff.records import Credential, CredentialKind, Leave
from clinicmgr.staff.service import Staff


def gather(
    staff: Staff,
    places: Places,
    settings: ClinicSettings,
    patterns: tuple[Demand, ...],
    closures: dict[date, str],
    period: tuple[date, date],
) -> Facts:
    """The facts of a period: everybody on record, also those who left, and all demand."""
    kinds = staff.credential_kinds()
    return Facts(
        people=_people(staff, *period),
        positions={one.id: one for one in staff.positions()},
        skills={one.id: one for one in staff.skills()},
        rooms={one.id: one for one in places.rooms()},
        sites={one.id: one for one in places.sites()},
        demand=patterns,
        requirements=_requirements(kinds),
        credential_kinds={one.id: one for one in kinds},
        closures=closures,
        limits=Limits(settings.max_weekly_minutes, settings.min_rest_minutes),
        zone=settings.time_zone,
        week_start=settings.week_start,
        locale=settings.locale,
    )


def _people(staff: Staff, first: date, last: date) -> dict[int, Person]:
    contracts, availability = staff.contracts(), staff.availability()
    leave: dict[int, list[Leave]] = defaultdict(list)
    for absence in staff.leave(first - CARRY_IN, last + CARRY_OUT):
        leave[absence.member_id].append(absence)
    credentials: dict[int, list[Credential]] = defaultdict(list)
    for card in staff.credentials():
        credentials[card.member_id].append(card)
    return {
        member.id: Person(
            id=member.id,
            name=member.name,
            position_ids=member.position_ids,
            started=member.started,
            ended=member.ended,
            skill_ids=frozenset(member.skill_ids),
            contracts=contracts.get(member.id, Dated()),
            availability=availability.get(member.id, Dated()),
            leave=tuple(leave[member.id]),
            credentials=tuple(credentials[member.id]),
        )
        for member in staff.members()
    }


def _requirements(kinds: list[CredentialKind]) -> dict[int, tuple[int, ...]]:
    needed: dict[int, list[int]] = defaultdict(list)
    for kind in kinds:
        for position_id in kind.position_ids:
            needed[position_id].append(kind.id)
    return {position_id: tuple(found) for position_id, found in needed.items()}
