"""The asset register: what there is, where it stands, what it cost, and how it stands."""

from dataclasses import dataclass
from datetime import date

from clinicmgr.equipment import rules
from clinicmgr.equipment.records import Asset, AssetStatus
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Cell, Column, Document, Imprint, Page, Row, Table, Text
from clinicmgr.staff.records.days import day_text


@dataclass(frozen=True, slots=True)
class RegisterOptions:
    """Which assets: those in use `on` a day, or also the `retired` ones; in groups by room."""

    on: date
    retired: bool = False
    by_room: bool = True


def build_register(
    equipment: Equipment, settings: ClinicSettings, imprint: Imprint, options: RegisterOptions
) -> Document:
    """Return the register as a document."""
    assets = [
        each for each in equipment.assets() if options.retired or not each.is_retired(options.on)
    ]
    count = ngettext("{count} asset", "{count} assets", len(assets)).format(count=len(assets))
    return Document(
        title=_("Asset register"),
        subtitle=_("As of {day}").format(day=day_text(options.on)),
        items=(_table(equipment, assets, options), Text(count, "small")),
        imprint=imprint,
        page=Page(settings.paper, landscape=True),
        language=settings.locale,
    )


def _table(equipment: Equipment, assets: list[Asset], options: RegisterOptions) -> Table:
    columns = (
        Column(_("Tag"), width=0.07),
        Column(_("Asset")),
        Column(_("Category")),
        Column(_("Make and model")),
        Column(_("Serial number")),
        Column(_("Purchased"), "day"),
        Column(_("Cost"), "money"),
        Column(_("Warranty until"), "day"),
        Column(_("Next due"), "day"),
        Column(_("Status"), width=0.11),
    )
    outages, due = equipment.outages(), _next_due(equipment)

    def row(asset: Asset) -> Row:
        status = rules.status_on(asset, outages, options.on)
        return Row(
            (
                asset.tag,
                asset.name,
                asset.category,
                asset.machine,
                asset.serial,
                asset.purchased,
                asset.cost_cents,
                asset.warranty_until,
                due.get(asset.id) if status is not AssetStatus.RETIRED else None,
                Cell(status.label, strong=status is AssetStatus.OUT_OF_SERVICE),
            )
        )

    if not options.by_room:
        rows = [row(asset) for asset in assets]
    else:
        rows = []
        for room_id, label in (*equipment.room_labels().items(), (None, _("Without a room"))):
            group = [asset for asset in assets if asset.room_id == room_id]
            if group:
                rows += [Row((label,), kind="group"), *map(row, group)]
    if assets:
        total = sum(asset.cost_cents or 0 for asset in assets)
        rows.append(Row((_("Total"), *[None] * 5, total, None, None, None), kind="total"))
    return Table(columns, tuple(rows), empty=_("Nothing is on record on that day."))


def _next_due(equipment: Equipment) -> dict[int, date]:
    """Return the day on which something is due next, by asset."""
    days = equipment.next_days()
    first: dict[int, date] = {}
    for plan in equipment.plans():
        day = days.get(plan.id)
        if day is not None:
            first[plan.asset_id] = min(day, first.get(plan.asset_id, day))
    return first
