"""What comes after a period: one line for each thing, however often it comes."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from clinicmgr.equipment.records import Asset, Upcoming, Work
from clinicmgr.kernel.i18n import _
from clinicmgr.reports.records import CredentialFigures, Next, NextKind, Span
from clinicmgr.reports.rules.staffing import PositionNames
from clinicmgr.staff.records import Leave, LeaveKind, StaffMember

_Due = tuple[str, str, date]


def maintenance(
    done: Iterable[Work], upcoming: Iterable[Upcoming], assets: Mapping[int, Asset], span: Span
) -> Iterator[Next]:
    """Yield each plan that is due in a span, whether its work was done meanwhile or not."""
    due: list[_Due] = [
        (assets[each.asset_id].title, each.title, each.due) for each in done if each.due is not None
    ]
    due += [(each.asset.title, each.plan.title, each.day) for each in upcoming]
    grouped: dict[tuple[str, str], set[date]] = {}
    for asset, title, day in due:
        if span.covers(day):
            grouped.setdefault((asset, title), set()).add(day)
    for (asset, title), days in grouped.items():
        last = max(days) if len(days) > 1 else None
        yield Next(min(days), NextKind.MAINTENANCE, title, asset, last, len(days))


def expiring(credentials: CredentialFigures, span: Span) -> Iterator[Next]:
    """Yield each credential that expires in a span."""
    for card in credentials.expiring:
        if card.expires is not None and span.covers(card.expires):
            yield Next(card.expires, NextKind.CREDENTIAL, card.kind, card.name)


def away(leave: Iterable[Leave], titles: PositionNames, span: Span) -> Iterator[Next]:
    """Yield planned leave that begins in a span."""
    for each in leave:
        if span.covers(each.first) and each.kind is not LeaveKind.SICK:
            last = None if each.last == each.first else each.last
            name = titles.person(each.member_id)
            yield Next(each.first, NextKind.LEAVE, each.kind.label, name, last)


def coming_and_going(
    members: Iterable[StaffMember], titles: PositionNames, span: Span
) -> Iterator[Next]:
    """Yield who begins in a span, and whose last day is in it."""
    for each in members:
        position = titles.of(each.id)
        if span.covers(each.started):
            what = _("Begins as {position}") if position else _("Begins")
            yield Next(each.started, NextKind.STAFF, what.format(position=position), each.name)
        if each.ended is not None and span.covers(each.ended):
            yield Next(each.ended, NextKind.STAFF, _("Last day of work"), each.name)


def closed(closures: Mapping[date, str]) -> Iterator[Next]:
    """Yield the days on which the practice is closed, without those of a usual weekend."""
    for day, reason in closures.items():
        yield Next(day, NextKind.CLOSED, reason)
