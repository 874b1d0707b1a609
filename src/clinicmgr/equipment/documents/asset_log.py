"""The log of each asset, as an inspector asks for it: what was done, when, by whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from clinicmgr.equipment.records import Asset, Check, CheckResult, Outage, Plan, Work
from clinicmgr.equipment.service import Equipment
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
    PageBreak,
    Row,
    SignatureStrip,
    Table,
    Text,
)
from clinicmgr.staff.records.days import day_text


@dataclass(frozen=True, slots=True)
class AssetLogOptions:
    """Which days, and which assets (none: all with something to tell)."""

    first: date
    last: date
    asset_ids: tuple[int, ...] = ()
    signature: bool = True


def build_asset_log(
    equipment: Equipment, settings: ClinicSettings, imprint: Imprint, options: AssetLogOptions
) -> Document:
    """Return the log, each asset on a page of its own."""
    items: list[Item] = []
    for asset in _chosen(equipment, options):
        if items:
            items.append(PageBreak())
        items += _asset_items(equipment, settings, asset, options)
    if not items:
        items.append(Text(_("Nothing was done in this time.")))
    return Document(
        title=_("Maintenance log"),
        subtitle=_("{first} to {last}").format(
            first=day_text(options.first), last=day_text(options.last)
        ),
        items=tuple(items),
        imprint=imprint,
        page=Page(settings.paper),
        language=settings.locale,
    )


def _chosen(equipment: Equipment, options: AssetLogOptions) -> list[Asset]:
    if options.asset_ids:
        return [each for each in equipment.assets() if each.id in options.asset_ids]
    told = {each.asset_id for each in equipment.log(None, options.first, options.last)}
    told |= {each.asset.id for each in equipment.out_of_service(options.first, options.last)}
    return [each for each in equipment.assets() if each.id in told]


def _asset_items(
    equipment: Equipment, settings: ClinicSettings, asset: Asset, options: AssetLogOptions
) -> Iterator[Item]:
    yield Heading(asset.title)
    yield _facts(equipment, settings, asset)
    log = equipment.log(asset.id, options.first, options.last)
    yield _log_table(log, settings)
    outages = [
        each for each in equipment.outages(asset.id) if each.meets(options.first, options.last)
    ]
    if outages:
        yield _outage_table(outages)
    if options.signature:
        yield SignatureStrip((_("Reviewed by"),))


def _facts(equipment: Equipment, settings: ClinicSettings, asset: Asset) -> Table:
    days = equipment.next_days(asset.id)
    plans = "; ".join(_plan_text(plan, days.get(plan.id)) for plan in equipment.plans(asset.id))
    bought = format_day(asset.purchased, "short", settings.locale) if asset.purchased else ""
    known = (
        (_("Make and model"), asset.machine),
        (_("Serial number"), asset.serial),
        (_("Room"), equipment.room_labels().get(asset.room_id or 0, "")),
        (_("Purchased"), bought),
        (_("Service by"), asset.vendor),
        (_("Plans"), plans),
    )
    rows = tuple(Row((label, value)) for label, value in known if value)
    return Table((Column(_("What"), width=0.2), Column(_("Value"))), rows, headless=True)


def _plan_text(plan: Plan, due: date | None) -> str:
    text = f"{plan.title} {plan.rhythm}"
    return f"{text} ({_('next {day}').format(day=day_text(due))})" if due else text


def _log_table(log: Sequence[Work], settings: ClinicSettings) -> Table:
    columns = (
        Column(_("Done on"), "day"),
        Column(_("Number")),
        Column(_("Work"), width=0.28),
        Column(_("Due"), "day", width=0.15),
        Column(_("Done by")),
        Column(_("Labor"), "hours"),
        Column(_("Down"), "hours"),
        Column(_("Cost"), "money"),
    )
    rows = [
        Row(
            (
                each.closing.day,
                each.number,
                each.title,
                _due_cell(each, settings),
                each.closing.done_by,
                each.labor_minutes or None,
                each.downtime_minutes or None,
                each.cost_cents or None,
            ),
            note=_remarks(each),
        )
        for each in log
        if each.closing is not None
    ]
    if rows:
        totals = (
            sum(each.labor_minutes for each in log),
            sum(each.downtime_minutes for each in log),
            sum(each.cost_cents for each in log),
        )
        rows.append(Row((_("Total"), None, None, None, None, *totals), kind="total"))
    return Table(columns, tuple(rows), empty=_("No work was closed in this time."))


def _due_cell(work: Work, settings: ClinicSettings) -> Cell | None:
    if work.due is None or work.closing is None:
        return None
    text = format_day(work.due, "short", settings.locale)
    late = work.closing.day > work.due
    return Cell(work.due, _("{day} late").format(day=text) if late else text, strong=late)


def _remarks(work: Work) -> str:
    """Return notes, the checklist and the amendments as one line under the entry."""
    parts = []
    if work.closing is not None:
        if work.closing.notes:
            parts.append(work.closing.notes)
        parts.append(_checklist(work.closing.checks))
    for each in work.amendments:
        words = _("Amended {day} by {who}: {note}").format(
            day=day_text(each.day), who=each.who, note=each.note
        )
        parts.append(words)
    return " — ".join(part for part in parts if part)


def _checklist(checks: Sequence[Check]) -> str:
    """Name the steps that were not simply in order; count them if all were."""
    special = [each for each in checks if each.note or each.result is not CheckResult.OK]
    if not special:
        words = ngettext("{count} step OK", "{count} steps OK", len(checks))
        return words.format(count=len(checks)) if checks else ""
    return "; ".join(
        f"{each.step}: {each.result.label}" + (f" ({each.note})" if each.note else "")
        for each in special
    )


def _outage_table(outages: Sequence[Outage]) -> Table:
    rows = [
        Row((each.first, each.back or Cell(None, _("not yet"), strong=True), each.reason))
        for each in outages
    ]
    columns = (
        Column(_("Out of service since"), "day", width=0.2),
        Column(_("Back in service"), "day", width=0.2),
        Column(_("Reason")),
    )
    return Table(columns, tuple(rows), title=_("Out of service"))
