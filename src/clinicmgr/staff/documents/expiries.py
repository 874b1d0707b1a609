"""The list of credentials that are expired, missing or about to expire."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Cell, Column, Document, Imprint, Page, Row, Table, Text
from clinicmgr.staff.records import CredentialStatus, Standing
from clinicmgr.staff.records.days import day_text
from clinicmgr.staff.service import Staff

_FIRST = (CredentialStatus.EXPIRED, CredentialStatus.MISSING)
_ORDER = (*_FIRST, CredentialStatus.EXPIRING, CredentialStatus.VALID)


@dataclass(frozen=True, slots=True)
class ExpiryOptions:
    """Which credentials: those that stand badly `on` a day or expire within `days` after it.

    `all_valid` lists every other one as well; with positions only those of their people.
    """

    on: date
    days: int = 90
    all_valid: bool = False
    position_ids: tuple[int, ...] = ()


def build_expiries(
    staff: Staff, settings: ClinicSettings, imprint: Imprint, options: ExpiryOptions
) -> Document:
    """Return the list as a document, the most pressing first."""
    wanted = set(options.position_ids)
    shown = {
        each.id
        for each in staff.members()
        if not wanted or not wanted.isdisjoint(each.position_ids)
    }
    listed = sorted(
        (
            each
            for each in staff.standings(options.on)
            if each.member_id in shown and _is_listed(each, options)
        ),
        key=_urgency,
    )
    counts = Counter(each.status for each in listed)
    summary = ", ".join(
        f"{counts[status]} {status.label.lower()}" for status in _ORDER if counts[status]
    )
    until = options.on + timedelta(days=options.days)
    return Document(
        title=_("Credential expiry list"),
        subtitle=_("{first} to {last}").format(first=day_text(options.on), last=day_text(until)),
        items=(
            Text(summary or _("Every credential is in order."), "lead"),
            _table(staff, listed, options.on),
        ),
        imprint=imprint,
        page=Page(settings.paper),
        language=settings.locale,
    )


def _is_listed(standing: Standing, options: ExpiryOptions) -> bool:
    if standing.credential is None:
        return standing.required
    left = (standing.credential.expires - options.on).days
    return options.all_valid or left <= options.days


def _urgency(standing: Standing) -> tuple[bool, bool, date]:
    held = standing.credential
    return (
        standing.status not in _FIRST,
        not standing.required,
        date.min if held is None else held.expires,
    )


def _table(staff: Staff, listed: list[Standing], on: date) -> Table:
    names = {each.id: each.name for each in staff.members()}
    kinds = {each.id: each.name for each in staff.credential_kinds()}
    numbered = any(each.credential and each.credential.number for each in listed)
    columns = (
        Column(_("Staff member")),
        Column(_("Credential")),
        *((Column(_("Number")),) if numbered else ()),
        Column(_("Expires"), "day"),
        Column(_("Status")),
        Column(_("What that means")),
    )
    rows = []
    for each in listed:
        held = each.credential
        cells = (
            names[each.member_id],
            kinds[each.kind_id],
            *((held.number if held else "",) if numbered else ()),
            held.expires if held else None,
            Cell(each.status.label, strong=not each.status.allows_work),
            _meaning(each, on),
        )
        rows.append(Row(cells))
    return Table(columns, tuple(rows), empty=_("Nothing expires in this time."))


def _meaning(standing: Standing, on: date) -> str:
    if not standing.status.allows_work:
        return _("May not work as the position requires") if standing.required else ""
    if standing.credential is None:
        return ""
    left = (standing.credential.expires - on).days
    return ngettext("{left} day left", "{left} days left", left).format(left=left)
