"""One asset's record beside the list: the asset, its plans, its work, its readings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from clinicmgr.equipment.gui.asset_form import AssetForm
from clinicmgr.equipment.gui.plans_tab import PlansTab
from clinicmgr.equipment.gui.readings_tab import ReadingsTab
from clinicmgr.equipment.gui.work_tab import WorkTab
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.desk import Desk

TABS = ("asset", "plans", "work", "readings")


class AssetPanel(QWidget):
    """Reads and changes one asset. `dirty_changed` follows the form of the asset itself."""

    dirty_changed = Signal(bool)
    turned = Signal()

    def __init__(
        self,
        equipment: Equipment,
        desk: Desk,
        settings: ClinicSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._equipment, self._desk = equipment, desk
        self.asset_id = 0
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName(_("Parts of the record"))
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for title in (_("Asset"), _("Plans"), _("Work"), _("Readings")):
            self.tabs.addTab(title)
        self.form = AssetForm(equipment, settings, self, is_new=False)
        self.plans = PlansTab(equipment, desk, settings, self)
        self.work = WorkTab(equipment, desk, settings, self)
        self.readings = ReadingsTab(equipment, desk, settings, self)
        self._stack = QStackedWidget(self)
        self._parts = (self.form, self.plans, self.work, self.readings)
        for part in self._parts:
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 0, 18, 12)
        column.setSpacing(14)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self._fit()
        self.tabs.currentChanged.connect(self._turn)
        self.form.dirty_changed.connect(self.dirty_changed)
        self.plans.log_wanted.connect(self._log_plan)

    @property
    def tab(self) -> str:
        """Which part is shown: one of `TABS`."""
        return TABS[self.tabs.currentIndex()]

    @property
    def is_dirty(self) -> bool:
        """Whether something is half typed anywhere."""
        return any(part.is_dirty for part in (self.form, self.plans, self.work, self.readings))

    def turn_to(self, tab: str) -> None:
        """Show one of `TABS`."""
        self.tabs.setCurrentIndex(TABS.index(tab))

    def show_asset(self, asset_id: int) -> None:
        """Show an asset; if it is the one already shown, what is half typed stays."""
        asset = self._equipment.asset(asset_id)
        same, self.asset_id = asset_id == self.asset_id, asset_id
        self.form.offer()
        self.form.show_asset(asset, keep_typed=same)
        self._read_tab()

    def save(self) -> bool:
        """Keep the asset as typed, in one change; errors stand beside their fields."""
        try:
            draft = self.form.draft()
        except UserError:
            return False  # the form has marked it
        asset_id = self.asset_id
        kept = self._desk.attempt(
            lambda: self._equipment.change_asset(asset_id, draft), refused=self.form.show_error
        )
        if kept:
            asset = self._equipment.asset(asset_id)
            self.form.show_asset(asset, keep_typed=False)
            self._desk.toast(_("Saved {name}").format(name=asset.title), undo=True)
        return kept

    def revert(self) -> None:
        """Let go of what is half typed."""
        asset_id, self.asset_id = self.asset_id, 0
        self.plans.section.close_form()
        self.work.let_go()
        self.readings.let_go()
        self.show_asset(asset_id)

    def _log_plan(self, plan_id: int) -> None:
        self.turn_to("work")
        self.work.ask_complete(plan_id)

    def _turn(self) -> None:
        self._stack.setCurrentIndex(self.tabs.currentIndex())
        self._fit()
        self._read_tab()
        self.turned.emit()

    def _fit(self) -> None:
        """Let only the part that is shown decide how long the record is."""
        for at, part in enumerate(self._parts):
            shown = at == self._stack.currentIndex()
            policy = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
            part.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
            part.updateGeometry()

    def _read_tab(self) -> None:
        """Read the part that is shown; the others are read when they are turned to."""
        part = self._stack.currentWidget()
        if isinstance(part, PlansTab | WorkTab | ReadingsTab) and self.asset_id:
            part.show_asset(self.asset_id)
