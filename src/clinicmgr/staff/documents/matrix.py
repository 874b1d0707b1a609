"""The credential matrix: everybody by every kind of credential, until when each is valid."""

from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import (
    Cell,
    Column,
    Document,
    Heading,
    Imprint,
    Item,
    Page,
    Row,
    Table,
    Text,
)
from clinicmgr.staff.records import CredentialKind, CredentialStatus, StaffMember, Standing
from clinicmgr.staff.records.days import day_text
from clinicmgr.staff.service import Staff

AT_MOST = 8  # kinds side by side on a sheet in landscape

Standings = dict[tuple[int, int], Standing]
"""How somebody stands with a kind, by (member, kind)."""


@dataclass(frozen=True, slots=True)
class MatrixOptions:
    """How everybody employed `on` a day stands then, or those of some positions only."""

    on: date
    position_ids: tuple[int, ...] = ()


def build_matrix(
    staff: Staff, settings: ClinicSettings, imprint: Imprint, options: MatrixOptions
) -> Document:
    """Return the matrix as a document; many kinds continue in further tables."""
    wanted = set(options.position_ids)
    members = [
        each
        for each in staff.members(options.on)
        if not wanted or not wanted.isdisjoint(each.position_ids)
    ]
    found = {(each.member_id, each.kind_id): each for each in staff.standings(options.on)}
    shown = {each.id for each in members}
    here = [one for (member_id, _kind), one in found.items() if member_id in shown]
    titles = {each.id: each.name for each in staff.positions()}
    used = {one.kind_id for one in here}
    kinds = [each for each in staff.credential_kinds() if each.id in used]
    parts = [kinds[at : at + AT_MOST] for at in range(0, len(kinds), AT_MOST)] or [[]]
    items: list[Item] = [Text(_summary(here), "lead")]
    for number, part in enumerate(parts):
        if len(parts) > 1:
            words = _("Credentials {first} to {last} of {count}")
            first = number * AT_MOST + 1
            items.append(
                Heading(words.format(first=first, last=first + len(part) - 1, count=len(kinds)), 2)
            )
        items.append(_table(members, part, found, titles, settings))
    legend = _(
        "A day is the last one on which it is valid. ✗ expired or missing: may not work as the "
        "position requires. ! expires soon. An empty field: not needed and not on record."
    )
    return Document(
        title=_("Credential matrix"),
        subtitle=_("As of {day}").format(day=day_text(options.on)),
        items=(*items, Text(legend, "small")),
        imprint=imprint,
        page=Page(settings.paper, landscape=True),
        language=settings.locale,
    )


def _summary(found: list[Standing]) -> str:
    wrong = sum(one.required and not one.status.allows_work for one in found)
    soon = sum(one.status is CredentialStatus.EXPIRING for one in found)
    if not wrong and not soon:
        return _("Every credential is in order.")
    lacking = ngettext(
        "{count} required credential is expired or missing",
        "{count} required credentials are expired or missing",
        wrong,
    ).format(count=wrong)
    expiring = ngettext("{count} expires soon", "{count} expire soon", soon).format(count=soon)
    return _("{lacking}, {expiring}.").format(lacking=lacking, expiring=expiring)


def _table(
    members: list[StaffMember],
    kinds: list[CredentialKind],
    found: Standings,
    titles: dict[int, str],
    settings: ClinicSettings,
) -> Table:
    columns = (
        Column(_("Name"), width=0.2),
        Column(_("Position"), width=0.16),
        *(Column(kind.name, "day") for kind in kinds),
    )
    rows = [
        Row(
            (
                each.name,
                ", ".join(titles[one] for one in each.position_ids),
                *(_cell(found.get((each.id, kind.id)), settings.locale) for kind in kinds),
            )
        )
        for each in members
    ]
    return Table(columns, tuple(rows), empty=_("Nobody works here on that day."))


def _cell(standing: Standing | None, locale: str) -> Cell | str:
    if standing is None:
        return ""
    held = standing.credential
    if held is None:
        words = _("✗ missing") if standing.required else ""
        return Cell(words, strong=True)
    day = format_day(held.expires, "short", locale)
    if not standing.status.allows_work:
        return Cell(held.expires, _("✗ {day}").format(day=day), strong=True)
    if standing.status is CredentialStatus.EXPIRING:
        return Cell(held.expires, _("! {day}").format(day=day), strong=True)
    return Cell(held.expires, day)
