"""When an asset was out of service, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from clinicmgr.equipment.records import OUTAGE_FIELDS, Outage, OutageDraft
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.entry_list import Entry, Verb
from clinicmgr.qtkit.entry_section import EntrySection

_FEW = 4


class OutageSection(EntrySection):
    """The outages of one asset, the latest first; the schedule shows the running one."""

    def __init__(
        self, equipment: Equipment, desk: Desk, settings: ClinicSettings, parent: QWidget
    ) -> None:
        super().__init__(
            _("Out of service"),
            _("Take out of service"),
            OUTAGE_FIELDS,
            self._take_out,
            settings,
            parent,
        )
        self._equipment, self._desk, self._locale = equipment, desk, settings.locale
        self._asset_id = 0

    def show_asset(self, asset_id: int) -> None:
        """Show the outages of this asset."""
        self._asset_id = asset_id
        latest = self._equipment.outages(asset_id)[::-1][:_FEW]
        self.show_entries([self._entry(each) for each in latest], _("Never so far."))

    def _entry(self, outage: Outage) -> Entry:
        is_running = outage.covers(self._desk.clock.today())
        first = format_day(outage.first, "short", self._locale)
        verbs = [
            Verb("edit", _("Change"), lambda: self._open(outage)),
            Verb("trash", _("Remove"), lambda: self._remove(outage)),
        ]
        if is_running:
            verbs.insert(0, Verb("check", _("Back in service today"), self._bring_back))
        back = "" if outage.back is None else format_day(outage.back, "short", self._locale)
        text = _("{first}, back {back}").format(first=first, back=back) if back else first
        pill = (_("Now"), "danger") if is_running else ("", "")
        return Entry(text, outage.reason, pill, tuple(verbs), faint=not is_running)

    def _take_out(self, values: Mapping[str, Any]) -> None:
        self._equipment.take_out(OutageDraft(self._asset_id, **values))
        self._desk.toast(_("Out of service; the schedule shows it"), undo=True)

    def open_new(self, values: Mapping[str, object] | None = None) -> None:
        """Open the form for an outage that begins today."""
        super().open_new({"first": self._desk.clock.today(), **(values or {})})

    def _open(self, outage: Outage) -> None:
        values = {field.name: getattr(outage, field.name) for field in OUTAGE_FIELDS}
        self.open_form(_("Change"), values, lambda typed: self._change(outage.id, typed))

    def _change(self, outage_id: int, values: Mapping[str, Any]) -> None:
        self._equipment.change_outage(outage_id, OutageDraft(self._asset_id, **values))
        self._desk.toast(_("Changed"), undo=True)

    def _bring_back(self) -> None:
        today = self._desk.clock.today()
        if self._desk.attempt(lambda: self._equipment.bring_back(self._asset_id, today)):
            self._desk.toast(_("Back in service"), undo=True)

    def _remove(self, outage: Outage) -> None:
        if self._desk.attempt(lambda: self._equipment.remove_outage(outage.id)):
            self._desk.toast(_("Removed"), undo=True)
