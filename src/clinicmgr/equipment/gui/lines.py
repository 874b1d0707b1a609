"""One line of the asset list: an asset with all that is said of it today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clinicmgr.equipment import rules
from clinicmgr.equipment.records import Asset, AssetStatus, DueItem, DueKind
from clinicmgr.equipment.service import Equipment

STATUS_TONES = {
    AssetStatus.IN_SERVICE: "success",
    AssetStatus.OUT_OF_SERVICE: "danger",
    AssetStatus.RETIRED: "secondary",
}
STATUS_ICONS = {
    AssetStatus.IN_SERVICE: "check-circle",
    AssetStatus.OUT_OF_SERVICE: "error",
    AssetStatus.RETIRED: "minus",
}
DUE_TONES = {
    DueKind.OUT_OF_LIMITS: "danger",
    DueKind.OUT_OF_SERVICE: "danger",
    DueKind.OVERDUE: "danger",
    DueKind.MISSING_READING: "warning",
    DueKind.FAULT: "warning",
    DueKind.DUE_SOON: "accent",
    DueKind.WARRANTY: "accent",
}
DUE_ICONS = {
    DueKind.OUT_OF_LIMITS: "warning",
    DueKind.OUT_OF_SERVICE: "error",
    DueKind.OVERDUE: "error",
    DueKind.MISSING_READING: "clock",
    DueKind.FAULT: "edit",
    DueKind.DUE_SOON: "clock",
    DueKind.WARRANTY: "calendar",
}
DUE_TABS = {
    DueKind.OUT_OF_LIMITS: "work",
    DueKind.OUT_OF_SERVICE: "work",
    DueKind.OVERDUE: "plans",
    DueKind.MISSING_READING: "readings",
    DueKind.FAULT: "work",
    DueKind.DUE_SOON: "plans",
    DueKind.WARRANTY: "asset",
}


@dataclass(frozen=True, slots=True)
class AssetLine:
    """An asset with its room, status, the next due day and the most pressing of what is due."""

    asset: Asset
    room: str
    status: AssetStatus
    next_due: date | None
    pressing: DueItem | None

    @property
    def id(self) -> int:
        """The id of the asset."""
        return self.asset.id

    @property
    def is_used(self) -> bool:
        """Whether it is not retired."""
        return self.status is not AssetStatus.RETIRED


def asset_lines(equipment: Equipment, due: Sequence[DueItem], today: date) -> list[AssetLine]:
    """Return all assets by tag, with a handful of questions however many they are."""
    rooms, outages = equipment.room_labels(), equipment.outages()
    pressing: dict[int, DueItem] = {}
    for item in due:
        if item.kind is not DueKind.OUT_OF_SERVICE:  # the status says it
            pressing.setdefault(item.asset_id, item)
    days = equipment.next_days()
    next_due: dict[int, date] = {}
    for plan in equipment.plans():
        if plan.id in days:
            day = days[plan.id]
            next_due[plan.asset_id] = min(day, next_due.get(plan.asset_id, day))
    lines = []
    for asset in equipment.assets():
        status = rules.status_on(asset, outages, today)
        is_used = status is not AssetStatus.RETIRED
        lines.append(
            AssetLine(
                asset,
                rooms.get(asset.room_id or 0, ""),
                status,
                next_due.get(asset.id) if is_used else None,
                pressing.get(asset.id),
            )
        )
    return lines


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing that is due, with the asset it is about."""

    item: DueItem
    asset: Asset

    @property
    def id(self) -> object:
        """What tells it from the other lines."""
        return self.item.id
