"""One asset's record beside the list: the asset, its plans, its work, its readings."""

from __future__ import annotations

from clinicmgr.equipment.gui.asset_form import AssetForm
from clinicmgr.equipment.gui.plans_tab import PlansTab
from clinicmgr.equipment.gui.readings_tab import ReadingsTab
from clinicmgr.equipment.gui.work_tab import WorkTab
from clinicmgr.equipment.records import AssetDraft
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.record_panel import RecordPanel


class AssetPanel(RecordPanel):
    """Reads and changes one asset."""

    def __init__(self, equipment: Equipment, desk: Desk, settings: ClinicSettings) -> None:
        super().__init__(desk)
        self._equipment = equipment
        form = AssetForm(equipment, settings, self, is_new=False)
        self.plans = PlansTab(equipment, desk, settings, self)
        self.work = WorkTab(equipment, desk, settings, self)
        self.readings = ReadingsTab(equipment, desk, settings, self)
        self.set_parts(
            form,
            ("asset", _("Asset"), form),
            ("plans", _("Plans"), self.plans),
            ("work", _("Work"), self.work),
            ("readings", _("Readings"), self.readings),
        )
        self.plans.log_wanted.connect(self._log_plan)

    def change(self, record_id: int, draft: AssetDraft) -> str:
        """Keep what is typed of the asset."""
        self._equipment.change_asset(record_id, draft)
        return self._equipment.asset(record_id).title

    def _log_plan(self, plan_id: int) -> None:
        self.turn_to("work")
        self.work.ask_complete(plan_id)
