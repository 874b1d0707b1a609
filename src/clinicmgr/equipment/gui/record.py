"""The record beside the asset list."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from clinicmgr.equipment.gui.asset_form import AssetForm
from clinicmgr.equipment.gui.asset_panel import AssetPanel
from clinicmgr.equipment.gui.columns import LESS_WHEN_NARROW
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.open_record import NewWords, OpenRecord
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.qtkit.side_panel import SplitPanel


class AssetRecord(OpenRecord):
    """The record of an asset, or the empty one of a new asset."""

    def __init__(
        self,
        equipment: Equipment,
        desk: Desk,
        settings: ClinicSettings,
        table: RecordTable,
        split: SplitPanel,
    ) -> None:
        words = NewWords(
            _("New asset"),
            _("Plans and readings follow once the asset is on record."),
            _("Add asset"),
            "add",
            _("Add or cancel the asset that is half typed first."),
        )
        super().__init__(desk, table, split, words, LESS_WHEN_NARROW)
        self._equipment, self._settings = equipment, settings

    def head(self, record_id: int) -> tuple[str, str] | None:
        """Return the title of an asset, what it is and where it stands."""
        asset = next((each for each in self._equipment.assets() if each.id == record_id), None)
        if asset is None:
            return None
        room = self._equipment.room_labels().get(asset.room_id or 0, "")
        return asset.title, ", ".join(part for part in (asset.machine, room) if part)

    def make_panel(self) -> AssetPanel:
        """Return a new panel for assets."""
        return AssetPanel(self._equipment, self._desk, self._settings)

    def make_form(self, parent: QWidget) -> AssetForm:
        """Return an empty form for a new asset."""
        return AssetForm(self._equipment, self._settings, parent, is_new=True)

    def begin(self, form: AssetForm) -> None:
        """Begin with nothing but the name to type."""
        form.set_values({})
        form.focus_field("name")

    def add(self, form: AssetForm) -> tuple[int, str]:
        """Add an asset."""
        draft = form.draft()
        return self._equipment.add_asset(draft), _("Added {name}").format(name=draft.name)

    def ask_remove(self, record_id: int) -> None:
        """Ask whether the record of an asset is to go."""
        asset = self._equipment.asset(record_id)

        def remove() -> None:
            self._equipment.remove_asset(record_id)
            self._desk.toast(_("Removed {name}").format(name=asset.title), undo=True)

        sentence = _(
            "This is meant for records made by mistake. An asset that is no longer used is given "
            "a day in “Retired”, and its log stays. Undo brings it back."
        )
        question = _("Remove {name}?").format(name=asset.title)
        self._desk.confirm(question, sentence, _("Remove record"), remove, danger=True)
