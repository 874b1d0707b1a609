"""The columns of the asset list and of the list of what is due."""

from clinicmgr.equipment.gui.lines import (
    DUE_ICONS,
    DUE_TONES,
    STATUS_ICONS,
    STATUS_TONES,
    AssetLine,
    DueLine,
)
from clinicmgr.equipment.records import DueKind
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day
from clinicmgr.qtkit.column import Column

LESS_WHEN_NARROW = ("category", "machine", "serial", "next")
"""What is left out while the record stands beside the list."""


def asset_columns(locale: str) -> tuple[Column[AssetLine], ...]:
    """Return the columns, with days as people there write them."""
    return (
        Column("tag", _("Tag"), lambda line: line.asset.tag, 76),
        Column("name", _("Asset"), lambda line: line.asset.name, 170, strong=True, stretch=True),
        Column("room", _("Room"), lambda line: line.room, 120),
        Column("category", _("Category"), lambda line: line.asset.category, 120),
        Column("machine", _("Make and model"), lambda line: line.asset.machine, 170),
        Column("serial", _("Serial number"), lambda line: line.asset.serial, 110, hidden=True),
        Column(
            "next", _("Next due"), lambda line: _day(line, locale), 100, "right",
            sort=lambda line: line.next_due,
        ),
        Column(
            "due", _("Attention"), _attention, 140, pill=True, tone=_attention_tone,
            icon=_attention_icon, sort=_by_pressing,
        ),
        Column(
            "status", _("Status"), lambda line: line.status.label, 152, pill=True,
            tone=lambda line: STATUS_TONES[line.status],
            icon=lambda line: STATUS_ICONS[line.status],
        ),
    )  # fmt: skip


def due_columns(locale: str) -> tuple[Column[DueLine], ...]:
    """Return the columns of what is due; the sentence says it all."""
    order = {kind: place for place, kind in enumerate(DueKind)}
    return (
        Column(
            "kind", _("Why"), lambda line: line.item.kind.label, 156, pill=True,
            tone=lambda line: DUE_TONES[line.item.kind],
            icon=lambda line: DUE_ICONS[line.item.kind],
            sort=lambda line: (order[line.item.kind], line.item.day),
        ),
        Column("what", _("What"), lambda line: line.item.sentence, 420, stretch=True),
        Column(
            "day", _("Day"), lambda line: format_day(line.item.day, "short", locale), 100, "right",
            sort=lambda line: line.item.day,
        ),
    )  # fmt: skip


def _day(line: AssetLine, locale: str) -> str:
    return "" if line.next_due is None else format_day(line.next_due, "short", locale)


def _attention(line: AssetLine) -> str:
    return "" if line.pressing is None else line.pressing.kind.label


def _attention_tone(line: AssetLine) -> str:
    return "" if line.pressing is None else DUE_TONES[line.pressing.kind]


def _attention_icon(line: AssetLine) -> str:
    return "" if line.pressing is None else DUE_ICONS[line.pressing.kind]


def _by_pressing(line: AssetLine) -> tuple[int, str] | None:
    if line.pressing is None:
        return None
    return list(DueKind).index(line.pressing.kind), line.pressing.day.isoformat()
