"""How credentials stand on the last day of a period."""

from collections.abc import Mapping, Sequence
from datetime import date

from clinicmgr.reports.records import Card, CredentialFigures
from clinicmgr.reports.rules.staffing import PositionNames
from clinicmgr.staff.records import CredentialStatus, Standing

AHEAD_DAYS = 90


def credential_figures(
    standings: Sequence[Standing], kinds: Mapping[int, str], titles: PositionNames, on: date
) -> CredentialFigures:
    """Return what is expired, missing (if it is required) or about to expire, and of whom."""
    required = [each for each in standings if each.required]

    def cards(wanted: Sequence[Standing]) -> tuple[Card, ...]:
        found = [_card(each, kinds, titles, on) for each in wanted]
        return tuple(sorted(found, key=lambda each: (each.expires or date.max, each.name)))

    return CredentialFigures(
        on=on,
        asked=len(required),
        in_order=sum(each.status.allows_work for each in required),
        expired=cards([each for each in standings if each.status is CredentialStatus.EXPIRED]),
        missing=cards([each for each in required if each.status is CredentialStatus.MISSING]),
        expiring=cards([each for each in standings if _expires_soon(each, on)]),
    )


def _expires_soon(standing: Standing, on: date) -> bool:
    held = standing.credential
    return held is not None and 0 <= (held.expires - on).days <= AHEAD_DAYS


def _card(standing: Standing, kinds: Mapping[int, str], titles: PositionNames, on: date) -> Card:
    held = standing.credential
    return Card(
        titles.person(standing.member_id),
        titles.of(standing.member_id),
        kinds[standing.kind_id],
        held.number if held else "",
        held.expires if held else None,
        (held.expires - on).days if held else None,
        standing.required,
    )
