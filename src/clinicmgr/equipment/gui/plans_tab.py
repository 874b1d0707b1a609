"""The maintenance plans of an asset: when each is due next, and logging it as done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clinicmgr.equipment.records import PLAN_FIELDS, Basis, Plan, PlanDraft, Unit, WorkKind
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.entry_list import Entry, Verb
from clinicmgr.qtkit.entry_section import EntrySection


class PlansTab(QWidget):
    """What is due on the asset, the soonest first. `log_wanted` asks to log a plan as done."""

    log_wanted = Signal(int)

    def __init__(
        self, equipment: Equipment, desk: Desk, settings: ClinicSettings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._equipment, self._desk, self._locale = equipment, desk, settings.locale
        self._asset_id = 0
        self.section = EntrySection(
            _("Maintenance plans"), _("Add plan"), self._fields(), self._add, settings, self
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)
        column.addStretch()

    def _fields(self) -> list[Field]:
        return [
            field.choosing(self._members) if field.name == "member_id" else field
            for field in PLAN_FIELDS
        ]

    def _members(self) -> list[tuple[object, str]]:
        return [(each.id, each.name) for each in self._equipment.members()]

    @property
    def is_dirty(self) -> bool:
        """Whether a plan is half typed."""
        return self.section.is_dirty

    def let_go(self) -> None:
        """Close the form; what was typed is let go."""
        self.section.close_form()

    def show_record(self, asset_id: int) -> None:
        """Show the plans of this asset; a half-typed entry of the same asset stays."""
        if asset_id != self._asset_id:
            self._asset_id = asset_id
            self.let_go()
        self.section.form.set_choices("member_id", self._members())
        days = self._equipment.next_days(asset_id)
        plans = self._equipment.plans(asset_id)
        plans.sort(key=lambda plan: (days.get(plan.id, date.max), plan.id))
        self.section.show_entries(
            [self._entry(plan, days.get(plan.id)) for plan in plans],
            _("Nothing is planned. Add what the maker asks for, such as a yearly calibration."),
        )

    def _entry(self, plan: Plan, due: date | None) -> Entry:
        names = dict(self._members())
        who = names.get(plan.member_id, "") or plan.vendor.partition(",")[0]
        steps = len(plan.checklist)
        parts = [plan.rhythm, who]
        if steps:
            parts.append(ngettext("{count} step", "{count} steps", steps).format(count=steps))
        verbs: tuple[Verb, ...] = (
            Verb("edit", _("Change"), lambda: self._open(plan)),
            Verb("trash", _("Remove"), lambda: self._remove(plan)),
        )
        if due is not None:
            verbs = (Verb("check", _("Log as done"), lambda: self.log_wanted.emit(plan.id)), *verbs)
        return Entry(
            plan.title,
            ", ".join(part for part in parts if part),
            self._pill(plan, due),
            verbs,
            faint=due is None,
        )

    def _pill(self, plan: Plan, due: date | None) -> tuple[str, str]:
        if due is None:
            return _("Ended"), "secondary"
        left = (due - self._desk.clock.today()).days
        shown = format_day(due, "short", self._locale)
        if left < 0:
            return _("Overdue {day}").format(day=shown), "danger"
        return shown, "warning" if left <= plan.lead_days else ""

    # Verbs

    def _add(self, values: Mapping[str, Any]) -> None:
        self._equipment.add_plan(self._draft(values))
        self._desk.toast(_("Plan added"), undo=True)

    def _open(self, plan: Plan) -> None:
        values: dict[str, object] = {field.name: getattr(plan, field.name) for field in PLAN_FIELDS}
        values["checklist"] = "\n".join(plan.checklist)
        self.section.open_form(_("Change plan"), values, lambda typed: self._change(plan.id, typed))

    def _change(self, plan_id: int, values: Mapping[str, Any]) -> None:
        self._equipment.change_plan(plan_id, self._draft(values))
        self._desk.toast(_("Plan changed"), undo=True)

    def _remove(self, plan: Plan) -> None:
        if self._desk.attempt(lambda: self._equipment.remove_plan(plan.id)):
            self._desk.toast(_("Plan removed"), undo=True)

    def _draft(self, values: Mapping[str, Any]) -> PlanDraft:
        kept = dict(values)
        return PlanDraft(
            asset_id=self._asset_id,
            unit=Unit(kept.pop("unit")),
            basis=Basis(kept.pop("basis")),
            kind=WorkKind(kept.pop("kind")),
            checklist=tuple(kept.pop("checklist").splitlines()),
            **kept,
        )
