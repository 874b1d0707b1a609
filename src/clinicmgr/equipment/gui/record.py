"""Opens, keeps and closes the record that stands beside the asset list."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clinicmgr.equipment.gui.asset_form import AssetForm
from clinicmgr.equipment.gui.asset_panel import AssetPanel
from clinicmgr.equipment.records import Asset
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.side_panel import SplitPanel


class AssetRecord(QObject):
    """The record beside the list: of an asset, or the empty one of a new asset.

    Nothing half typed is lost: the record then stays open and says so.
    """

    added = Signal(int)

    def __init__(
        self,
        equipment: Equipment,
        desk: Desk,
        settings: ClinicSettings,
        split: SplitPanel,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._equipment, self._desk, self._settings = equipment, desk, settings
        self.split = split
        self.panel: AssetPanel | None = None
        self.new_form: AssetForm | None = None
        self.save_button = buttons.primary("")
        self.revert_button = buttons.quiet("")
        split.may_close = self._may_leave
        split.closed.connect(self._forget)

    # What is open

    @property
    def is_open(self) -> bool:
        """Whether a record stands beside the list."""
        return self.split.is_open

    @property
    def asset_id(self) -> int:
        """The asset whose record is open, 0 for none or a new one."""
        return self.panel.asset_id if self.panel is not None and self.is_open else 0

    @property
    def is_dirty(self) -> bool:
        """Whether something is half typed."""
        if self.new_form is not None:
            return self.new_form.is_dirty
        return self.panel is not None and self.panel.is_dirty

    # Opening

    def open(self, asset_id: int, tab: str = "") -> None:
        """Show the record of an asset, unless another one is half typed."""
        if self.asset_id != asset_id and not self._may_leave():
            return
        asset = self._equipment.asset(asset_id)
        if self.panel is None:
            self.new_form = None
            panel = AssetPanel(self._equipment, self._desk, self._settings)
            panel.dirty_changed.connect(self._show_dirty)
            panel.turned.connect(self._show_dirty)
            self.panel = panel
            panel.show_asset(asset_id)
            self.revert_button = buttons.quiet(_("Revert"), self._revert)
            self.save_button = buttons.primary(_("Save"), self.save)
            foot = (self.revert_button, self.save_button)
            self.split.open_panel(asset.title, panel, note=self._note(asset), foot=foot)
        else:
            self.panel.show_asset(asset_id)
            self.split.panel.set_title(asset.title, self._note(asset))
        if tab:
            self.panel.turn_to(tab)
        self._show_dirty()

    def open_new(self) -> None:
        """Show an empty record to add an asset."""
        if self.new_form is not None or not self._may_leave():
            return
        self.panel = None
        content = QWidget()
        form = AssetForm(self._equipment, self._settings, content, is_new=True)
        column = QVBoxLayout(content)
        column.setContentsMargins(18, 0, 18, 12)
        column.addWidget(form)
        form.submitted.connect(self.save)
        self.new_form = form
        self.save_button = buttons.primary(_("Add asset"), self.save, icon="add")
        cancel = buttons.quiet(_("Cancel"), self._cancel)
        note = _("Plans and readings follow once the asset is on record.")
        self.split.open_panel(_("New asset"), content, note=note, foot=(cancel, self.save_button))
        form.offer()
        form.set_values({})
        form.focus_field("name")

    def follow(self, asset_id: int) -> bool:
        """Show another asset while the record is open; False if something is half typed."""
        if asset_id == self.asset_id:
            return True
        if not self._may_leave():
            return False
        self.open(asset_id)
        return True

    def reload(self) -> None:
        """Read the record again; it closes if the asset is gone."""
        if self.new_form is not None:
            self.new_form.offer()
        if self.panel is None or not self.is_open:
            return
        known = {each.id: each for each in self._equipment.assets()}
        asset = known.get(self.panel.asset_id)
        if asset is None:
            self.split.may_close = lambda: True
            self.split.close_panel()
            self.split.may_close = self._may_leave
            return
        self.panel.show_asset(asset.id)
        self.split.panel.set_title(asset.title, self._note(asset))
        self._show_dirty()

    # Verbs

    def save(self) -> bool:
        """Keep what is typed: add a new asset, or change the one that is open."""
        if self.new_form is not None:
            return self._add(self.new_form)
        if self.panel is None or not self.is_open or not self.panel.form.is_dirty:
            return False
        return self.panel.save()

    def ask_remove(self, asset_id: int) -> None:
        """Ask whether the record of an asset is to go."""
        asset = self._equipment.asset(asset_id)

        def remove() -> None:
            self._equipment.remove_asset(asset_id)
            self._desk.toast(_("Removed {name}").format(name=asset.title), undo=True)

        sentence = _(
            "This is meant for records made by mistake. An asset that is no longer used is given "
            "a day in “Retired”, and its log stays. Undo brings it back."
        )
        question = _("Remove {name}?").format(name=asset.title)
        self._desk.confirm(question, sentence, _("Remove record"), remove, danger=True)

    def _add(self, form: AssetForm) -> bool:
        try:
            draft = form.draft()
        except UserError:
            return False  # the form has marked it
        ids: list[int] = []
        if not self._desk.attempt(
            lambda: ids.append(self._equipment.add_asset(draft)), refused=form.show_error
        ):
            return False
        form.set_clean()
        self._desk.toast(_("Added {name}").format(name=draft.name), undo=True)
        self.open(ids[0])
        self.added.emit(ids[0])
        return True

    # Inside

    def _show_dirty(self, *_dirty: bool) -> None:
        if self.panel is None or self.new_form is not None:
            return
        on_asset = self.panel.tab == "asset"
        dirty = self.panel.form.is_dirty
        self.save_button.setVisible(on_asset)
        self.save_button.setEnabled(dirty)
        self.revert_button.setVisible(on_asset and dirty)

    def _revert(self) -> None:
        if self.panel is not None:
            self.panel.revert()
            self._show_dirty()

    def _note(self, asset: Asset) -> str:
        room = self._equipment.room_labels().get(asset.room_id or 0, "")
        return ", ".join(part for part in (asset.machine, room) if part)

    def _may_leave(self) -> bool:
        if not self.is_open or not self.is_dirty:
            return True
        self._desk.warn(_("Save or revert what is typed in the open record first."))
        return False

    def _cancel(self) -> None:
        if self.new_form is not None:
            self.new_form.set_clean()
        self.split.close_panel()

    def _forget(self) -> None:
        self.panel = None
        self.new_form = None
