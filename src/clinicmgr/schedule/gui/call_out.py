"""Calling out from the page: opens the panel, keeps what was chosen, prints the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from clinicmgr import __version__
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.settings import Settings
from clinicmgr.paper import Imprint
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.desk import Desk
from clinicmgr.schedule.gui.call_out_done import CallOutDone
from clinicmgr.schedule.gui.call_out_panel import CallOutPanel
from clinicmgr.schedule.gui.roster_side import Place, RosterSide
from clinicmgr.schedule.records import Facts, Shift
from clinicmgr.schedule.records.replacements import CallOut
from clinicmgr.schedule.rules.changes import place_text
from clinicmgr.schedule.rules.words import position_name
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.service import Staff

CALL_OUT = "call-out"
"""The first word of a reference to this panel: ("call-out", a member's id or None, a day)."""


def asked_for(ref: object) -> tuple[int | None, date] | None:
    """The person and the day of a reference to this panel; None for other references."""
    if isinstance(ref, tuple) and len(ref) == 3 and ref[0] == CALL_OUT:
        _kind, member_id, day = ref
        if isinstance(day, date) and (member_id is None or isinstance(member_id, int)):
            return member_id, day
    return None


class RosterCallOut:
    """Somebody is out: asked in the panel beside the grid, kept as one change."""

    def __init__(
        self, schedule: Schedule, staff: Staff, settings: Settings, desk: Desk, side: RosterSide
    ) -> None:
        self._schedule = schedule
        self._staff = staff
        self._settings = settings
        self._desk = desk
        self._side = side
        self._facts: Facts | None = None
        self._keeping = False

    @property
    def panel(self) -> CallOutPanel | None:
        """The question, if it is shown."""
        content = self._side.panel.content
        return content if self._side.is_open and isinstance(content, CallOutPanel) else None

    @property
    def done(self) -> CallOutDone | None:
        """What was kept, if it is shown."""
        content = self._side.panel.content
        return content if self._side.is_open and isinstance(content, CallOutDone) else None

    def open_here(self, place: Place | None) -> None:
        """Ask who is out: to begin with, the person and the day of the current cell."""
        self.open(*(place or (None, self._schedule.clock.today())))

    def open(self, member_id: int | None, day: date) -> None:
        """Ask who is out from a day on; a shift that is half typed stays, and says so."""
        if self._side.cell is not None and not self._side.close_panel():
            return
        self._facts = None
        people = self._staff.members(on=day)
        panel = CallOutPanel(people, self._settings.current(), self._ask, self._describe)
        self.keep_button = buttons.primary(_("Enter"), self.keep, parent=panel)
        self.sheet_button = buttons.quiet(_("Print call list"), self.print_sheet, icon="print",
                                          parent=panel)  # fmt: skip
        panel.told.connect(lambda: self._name_button(panel))
        panel.form.submitted.connect(self.keep)
        foot = (self.sheet_button, self.keep_button)
        self._side.open_panel(_("Someone is out"), panel, foot=foot)
        panel.begin(member_id, day)

    def renew(self) -> None:
        """The roster has changed elsewhere; after the own change the panel shows what was kept."""
        panel = self.panel
        if panel is not None and not self._keeping:
            self._facts = None
            panel.renew()

    # Asking

    def _ask(
        self, member_id: int, first: date, last: date, chosen: Mapping[int, int | None]
    ) -> CallOut:
        return self._schedule.replacements.ask(member_id, first, last, chosen)

    def _describe(self, shift: Shift) -> str:
        if self._facts is None:
            self._facts = self._schedule.facts(shift.day, shift.day)
        position = position_name(shift.position_id, self._facts)
        place = place_text(shift, self._facts)
        return place if place.startswith(position) else ", ".join(filter(None, (position, place)))

    def _name_button(self, panel: CallOutPanel) -> None:
        given = sum(who is not None for who in panel.cover.values())
        words = ngettext("Cover {count} shift", "Cover {count} shifts", given)
        name = words.format(count=given) if given else _("Enter as out")
        self.keep_button.setText(name)
        self.keep_button.setEnabled(panel.found is not None)
        self.sheet_button.setEnabled(panel.found is not None)

    # Keeping

    def keep(self) -> None:
        """Enter the days off and give the shifts away, as one change."""
        panel = self.panel
        if panel is None:
            return
        try:
            panel.form.values()
        except UserError:
            return  # the form says what is missing, beside the field
        if panel.found is None:
            panel.form.show_error(UserError(_("The last day lies before the first."), field="last"))
            return
        found, cover, gives_up = panel.found, panel.cover, panel.gives_up

        def verb() -> None:
            self._schedule.replacements.call_out(
                found.member_id, found.first, found.last, panel.kind(), cover, gives_up
            )

        self._keeping = True
        try:
            kept = self._desk.attempt(verb, refused=panel.form.show_error)
        finally:
            self._keeping = False
        if kept:
            self._show_done(found)

    def _show_done(self, found: CallOut) -> None:
        there = self._schedule.replacements.stood_in(found.first, found.last)
        shifts = [one.shift for one in there if one.out_id == found.member_id]
        people = {one.id: one for one in self._staff.members()}
        panel = CallOutDone(shifts, people, self._settings.current().locale)
        print_it = buttons.primary(
            _("Print the sheet"), lambda: self._print(found), icon="print", parent=panel
        )
        title = _("{name} is out").format(name=found.name)
        self._side.open_panel(title, panel, foot=(print_it,))
        print_it.setFocus()
        self._desk.toast(title, undo=True)

    # Printing

    def print_sheet(self) -> None:
        """Open the sheet with whom to phone."""
        panel = self.panel
        if panel is not None and panel.found is not None:
            self._print(panel.found)

    def _print(self, found: CallOut) -> None:
        from clinicmgr.schedule.documents.call_out import CallOutOptions, build_call_out

        settings = self._settings.current()
        imprint = Imprint(settings.name, self._desk.clock.now(), __version__)
        options = CallOutOptions(found.first, found.last, found.member_id)
        self._desk.show_paper(
            build_call_out(self._schedule, self._staff, settings, imprint, options)
        )
