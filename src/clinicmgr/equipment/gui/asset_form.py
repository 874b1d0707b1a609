"""The form of an asset."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from clinicmgr.equipment.records import ASSET_FIELDS, Asset, AssetDraft
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
        self._equipment = equipment

    def offer(self) -> None:
        """Offer the rooms as they are now."""
        self.set_choices("room_id", list(self._equipment.room_labels().items()))

    def show_asset(self, asset: Asset, *, keep_typed: bool) -> None:
        """Show an asset; with `keep_typed` what is half typed stays."""
        values = {field.name: getattr(asset, field.name) for field in ASSET_FIELDS}
        self.renew_values(values) if keep_typed else self.set_values(values)

    def draft(self) -> AssetDraft:
        """Return the asset as typed; UserError with the first wrong field, after all are marked."""
        values: dict[str, Any] = self.values()
        return AssetDraft(**values)
