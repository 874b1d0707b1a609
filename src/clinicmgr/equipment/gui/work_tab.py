"""The work on an asset: what is open, closing it, the log with its amendments, and outages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clinicmgr.equipment.gui.closing_form import ClosingForm
from clinicmgr.equipment.gui.outage_section import OutageSection
from clinicmgr.equipment.records import (
    AMENDMENT_FIELDS,
    WORK_FIELDS,
    AmendmentDraft,
    CheckResult,
    Stage,
    Work,
    WorkDraft,
    WorkKind,
)
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.money import format_money
from clinicmgr.kernel.periods import format_day, format_hours
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.entry_list import Entry, Verb
from clinicmgr.qtkit.entry_section import EntrySection

_FEW = 8


class WorkTab(QWidget):
    """Open work first, then the log; closed work can only be amended."""

    def __init__(
        self, equipment: Equipment, desk: Desk, settings: ClinicSettings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._equipment, self._desk, self._settings = equipment, desk, settings
        self._asset_id = 0
        self._shows_all = False
        self.open_work = EntrySection(
            _("Open work"), _("Add work"), self._fields(), self._add, settings, self
        )
        self.closing = ClosingForm(settings, self)
        self.outages = OutageSection(equipment, desk, settings, self)
        self.log = EntrySection(
            _("Log"), "", AMENDMENT_FIELDS, lambda _values: None, settings, self
        )
        self.log.add_button.setVisible(False)
        self.more_button = buttons.plain("", self._show_more, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.open_work, self.closing, self.outages, self.log, self.more_button):
            column.addWidget(part)
        column.addStretch()

    def _fields(self) -> list[Field]:
        return [
            field.choosing(self._members) if field.name == "member_id" else field
            for field in WORK_FIELDS
        ]

    def _members(self) -> list[tuple[object, str]]:
        return [(each.id, each.name) for each in self._equipment.members()]

    @property
    def is_dirty(self) -> bool:
        """Whether something is half typed."""
        parts = (self.open_work, self.closing, self.outages, self.log)
        return any(part.is_dirty for part in parts)

    def let_go(self) -> None:
        """Close all forms; what was typed is let go."""
        self.closing.leave()
        for section in (self.open_work, self.outages, self.log):
            section.close_form()
        self.log.add_button.hide()

    def show_record(self, asset_id: int) -> None:
        """Show the work on this asset; a half-typed entry of the same asset stays."""
        if asset_id != self._asset_id:
            self._asset_id, self._shows_all = asset_id, False
            self.let_go()
        self.open_work.form.set_choices("member_id", self._members())
        self.open_work.show_entries(
            [self._open_entry(work) for work in self._equipment.open_work(asset_id)],
            _("Nothing is open."),
        )
        self.outages.show_asset(asset_id)
        log = self._equipment.log(asset_id)[::-1]
        shown = log if self._shows_all else log[:_FEW]
        self.log.show_entries([self._log_entry(work) for work in shown], _("Nothing was done yet."))
        self.log.add_button.hide()
        rest = len(log) - len(shown)
        words = ngettext("Show {count} earlier", "Show {count} earlier", rest)
        self.more_button.setText(words.format(count=rest))
        self.more_button.setVisible(rest > 0)

    def ask_complete(self, plan_id: int) -> None:
        """Ask what is to be written into the log for what a plan asks for next."""
        plan = next(each for each in self._equipment.plans(self._asset_id) if each.id == plan_id)
        who = dict(self._members()).get(plan.member_id, "") or plan.vendor.partition(",")[0]
        self.closing.ask(
            _("Log as done: {title}").format(title=plan.title),
            plan.checklist,
            lambda closing: self._closed(self._equipment.complete(plan_id, closing)),
            today=self._desk.clock.today(),
            done_by=who,
            is_out=self._is_out(),
        )

    # Entries

    def _open_entry(self, work: Work) -> Entry:
        tone = "accent" if work.stage is Stage.IN_PROGRESS else "warning"
        verbs = [
            Verb("check", _("Close"), lambda: self._ask_close(work)),
            Verb("edit", _("Change"), lambda: self._open(work)),
            Verb("trash", _("Remove"), lambda: self._remove(work)),
        ]
        if work.stage is Stage.OPEN:
            verbs.insert(0, Verb("play", _("Start"), lambda: self._start(work)))
        since = _("reported {day}").format(day=self._day_text(work.reported))
        who = dict(self._members()).get(work.member_id, "") or work.vendor
        note = ", ".join(part for part in (work.number, since, who) if part)
        return Entry(work.title, note, (work.stage.label, tone), tuple(verbs))

    def _log_entry(self, work: Work) -> Entry:
        closing = work.closing
        if closing is None:
            return Entry(work.title)
        parts = [work.number, self._day_text(closing.day), closing.done_by]
        if work.labor_minutes:
            parts.append(_("{time} h of labor").format(time=format_hours(work.labor_minutes)))
        if work.downtime_minutes:
            parts.append(_("{time} h down").format(time=format_hours(work.downtime_minutes)))
        if work.cost_cents:
            settings = self._settings
            parts.append(format_money(work.cost_cents, settings.currency, settings.locale))
        bad = [check.step for check in closing.checks if check.result is CheckResult.NOT_OK]
        lines = [", ".join(part for part in parts if part), closing.notes]
        lines += [_("Amended {day} by {who}: {note}").format(
            day=self._day_text(each.day), who=each.who, note=each.note) for each in work.amendments
        ]  # fmt: skip
        pill = (_("Not OK"), "danger") if bad else ("", "")
        amend = Verb("edit", _("Amend"), lambda: self._open_amendment(work))
        return Entry(work.title, "\n".join(line for line in lines if line), pill, (amend,))

    def _day_text(self, day: Any) -> str:
        return format_day(day, "short", self._settings.locale)

    def _is_out(self) -> bool:
        today = self._desk.clock.today()
        return any(each.covers(today) for each in self._equipment.outages(self._asset_id))

    # Verbs

    def _add(self, values: Mapping[str, Any]) -> None:
        self._equipment.plan_work(self._asset_id, _draft(values))
        self._desk.toast(_("Work opened"), undo=True)

    def _open(self, work: Work) -> None:
        values = {field.name: getattr(work, field.name) for field in WORK_FIELDS}
        self.open_work.open_form(
            _("Change {number}").format(number=work.number),
            values,
            lambda typed: self._change(work.id, typed),
        )

    def _change(self, work_id: int, values: Mapping[str, Any]) -> None:
        self._equipment.change_work(work_id, _draft(values))
        self._desk.toast(_("Work changed"), undo=True)

    def _start(self, work: Work) -> None:
        if self._desk.attempt(lambda: self._equipment.start_work(work.id)):
            self._desk.toast(_("Started {number}").format(number=work.number), undo=True)

    def _remove(self, work: Work) -> None:
        if self._desk.attempt(lambda: self._equipment.remove_work(work.id)):
            self._desk.toast(_("Removed {number}").format(number=work.number), undo=True)

    def _ask_close(self, work: Work) -> None:
        plans = {each.id: each for each in self._equipment.plans(self._asset_id)}
        plan = plans.get(work.plan_id or 0)
        self.closing.ask(
            _("Close {number}: {title}").format(number=work.number, title=work.title),
            plan.checklist if plan is not None else (),
            lambda closing: self._closed(
                work.id, repair=self._equipment.close_work(work.id, closing)
            ),
            today=self._desk.clock.today(),
            done_by=str(dict(self._members()).get(work.member_id, "")),
            is_out=self._is_out(),
        )

    def _closed(self, work_id: int, *, repair: int | None = None) -> None:
        number = self._equipment.work(work_id).number
        if repair is None:
            self._desk.toast(_("{number} is in the log").format(number=number), undo=True)
        else:
            words = _("{number} is in the log; WO {repair} was opened for what was not OK")
            self._desk.toast(words.format(number=number, repair=repair), undo=True)

    def _open_amendment(self, work: Work) -> None:
        self.log.open_form(
            _("Amend {number}: {title}").format(number=work.number, title=work.title),
            {},
            lambda typed: self._amend(work.id, typed),
        )

    def _amend(self, work_id: int, values: Mapping[str, Any]) -> None:
        self._equipment.amend(work_id, AmendmentDraft(**values))
        self._desk.toast(_("Amended; what was written stays"), undo=True)

    def _show_more(self) -> None:
        self._shows_all = True
        self.show_record(self._asset_id)


def _draft(values: Mapping[str, Any]) -> WorkDraft:
    return WorkDraft(**{**values, "kind": WorkKind(values["kind"])})
