"""Going from the roster to one person's month, and back to where one was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import QObject

from clinicmgr import __version__
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import Settings
from clinicmgr.paper import Imprint
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.page import Page
from clinicmgr.schedule.gui.any_card import RosterCards
from clinicmgr.schedule.gui.period import Span
from clinicmgr.schedule.gui.person_month import person_month
from clinicmgr.schedule.gui.person_view import PersonView
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_view import RosterView, member_key
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.service import Staff


class _Turns(Protocol):
    def show_span(self, span: str) -> None: ...
    def reload(self) -> None: ...


class PersonOpening(QObject):
    """Keeps who is shown; None: the roster is."""

    def __init__(
        self,
        page: Page,
        turns: _Turns,
        cards: RosterCards,
        services: tuple[Schedule, Staff, Settings],
        desk: Desk,
        material: Callable[[], RosterMaterial],
    ) -> None:
        super().__init__(page)
        self._turns = turns
        self._cards = cards
        self._schedule, self._staff, self._settings = services
        self._desk = desk
        self._material = material
        self._from: Span = "week"
        self.member_id: int | None = None
        self.view = PersonView(self.back, self.print_slip)
        self.view.calendar.opened.connect(self._open_day)
        cards.stack.addWidget(self.view)
        page.add_action(
            _("One person's month"), self.open_current, shortcut="Ctrl+4", place="palette"
        )

    def open_current(self) -> None:
        """Show the month of the person of the current row or shift."""
        card = self._cards.card
        place, cell = card.grid.current_place(), card.grid.current_cell()
        if place is None:
            return
        member_id = card.grid.view.rows[card.grid.view.row_of(place[0])].member_id
        if member_id is None and cell is not None and cell.shift_ids:
            shift = self._material().shift(cell.shift_ids[0])
            member_id = shift.member_id if shift is not None else None
        if member_id is None:
            self._desk.warn(_("Choose a person's row or shift first."))
        else:
            self.open(member_id)

    def open(self, member_id: int) -> None:
        """Show the month of a person."""
        self._from = self._cards.span
        self.member_id = member_id
        self._turn("month")
        self.view.calendar.setFocus()

    def back(self) -> None:
        """Show the roster again as it was, with the person's row in sight."""
        member_id, day = self.member_id, self.view.calendar.day
        self.member_id = None
        self._turn(self._from)
        if member_id is not None and day is not None:
            self._cards.card.grid.select_place(member_key(member_id), day)

    def _turn(self, span: Span) -> None:
        if span == self._cards.span:
            self._turns.reload()
        else:
            self._turns.show_span(span)

    def show(self, view: RosterView) -> bool:
        """Show the person in place of the roster; False if the roster is to be shown."""
        material = self._material()
        person = material.facts.people.get(self.member_id or 0)
        if person is None or self._cards.span != "month":
            self.member_id = None
            return False
        made = person_month(material, person, hour12=view.hour12)
        self.view.show_month(made, material.today)
        self._cards.stack.setCurrentWidget(self.view)
        return True

    def print_slip(self) -> None:
        """Open the paper that the person takes along."""
        from clinicmgr.schedule.documents import RosterSlipOptions, build_roster_slips

        if self.member_id is None:
            return
        material, now = self._material(), self._desk.clock.now()
        settings = self._settings.current()
        options = RosterSlipOptions(material.first, material.last, self.member_id)
        imprint = Imprint(settings.name, now, __version__)
        self._desk.show_paper(
            build_roster_slips(self._schedule, self._staff, settings, imprint, options)
        )

    def _open_day(self, day: date) -> None:
        member_id = self.member_id
        self.member_id = None
        if member_id is not None:
            self._cards.card.grid.select_place(member_key(member_id), day)
        self._turns.show_span("week")
