"""The form of an asset."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from clinicmgr.equipment.records import ASSET_FIELDS, AssetDraft
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.form import Form

_HALVES = frozenset(("tag", "category", "make", "model", "serial", "room_id"))
_ORDER = (
    "name", "tag", "category", "make", "model", "serial", "room_id", "purchased", "cost_cents",
    "warranty_until", "retired", "vendor", "note",
)  # fmt: skip


class AssetForm(Form):
    """Reads and changes what is kept of an asset itself."""

    def __init__(
        self,
        equipment: Equipment,
        settings: ClinicSettings,
        parent: QWidget | None,
        *,
        is_new: bool,
    ) -> None:
        fields = {field.name: field for field in ASSET_FIELDS}
        shown = [fields[name] for name in _ORDER if not (is_new and name == "retired")]
        super().__init__(
            shown,
            locale=settings.locale,
            currency=settings.currency,
            halves=_HALVES,
            parent=parent,
        )
        self._equipment, self._asset_id = equipment, 0

    def offer(self) -> None:
        """Offer the rooms as they are now."""
        self.set_choices("room_id", list(self._equipment.room_labels().items()))

    def show_record(self, asset_id: int) -> None:
        """Show an asset; of the one already shown, what is half typed stays."""
        self.offer()
        asset = self._equipment.asset(asset_id)
        values = {field.name: getattr(asset, field.name) for field in ASSET_FIELDS}
        self.renew_values(values) if asset_id == self._asset_id else self.set_values(values)
        self._asset_id = asset_id

    def let_go(self) -> None:
        """Let go of what is half typed."""
        self._asset_id = 0

    def draft(self) -> AssetDraft:
        """Return the asset as typed; UserError with the first wrong field, after all are marked."""
        values: dict[str, Any] = self.values()
        return AssetDraft(**values)
