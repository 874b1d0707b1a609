"""The page of the schedule: a week or a month, typed like a spreadsheet, always checked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import ClassVar, cast

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import Settings
from clinicmgr.places.service import Places
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.page import Page
from clinicmgr.schedule.gui.action_bar import ActionBar
from clinicmgr.schedule.gui.any_card import AnyCard, RosterCards
from clinicmgr.schedule.gui.attention import Attention
from clinicmgr.schedule.gui.bulk_opening import BulkOpening
from clinicmgr.schedule.gui.call_out import RosterCallOut, asked_for
from clinicmgr.schedule.gui.grid_commands import GridCommands
from clinicmgr.schedule.gui.grid_notes import places_of, with_notes
from clinicmgr.schedule.gui.legend_line import LegendLine
from clinicmgr.schedule.gui.nobody_yet import nobody_yet
from clinicmgr.schedule.gui.page_actions import DAY_HINTS, HINTS, KEYS, PageActions
from clinicmgr.schedule.gui.period import Period, Span
from clinicmgr.schedule.gui.person_opening import PersonOpening
from clinicmgr.schedule.gui.problem_list_opening import ProblemList
from clinicmgr.schedule.gui.proposal import Proposal, ProposalBar
from clinicmgr.schedule.gui.publishing import RosterPublishing, weigh
from clinicmgr.schedule.gui.roster_cost import Budget
from clinicmgr.schedule.gui.roster_grid import RosterGrid
from clinicmgr.schedule.gui.roster_hands import RosterHands
from clinicmgr.schedule.gui.roster_material import RosterMaterial, read_material
from clinicmgr.schedule.gui.roster_side import RosterSide
from clinicmgr.schedule.gui.roster_view import RosterView, member_key
from clinicmgr.schedule.gui.state_banner import Offers, StateBanner
from clinicmgr.schedule.gui.timeline import Timeline
from clinicmgr.schedule.gui.views import RosterViews
from clinicmgr.schedule.gui.week_copying import copy_week
from clinicmgr.schedule.gui.week_filling import WeekFilling
from clinicmgr.schedule.gui.week_plans import RosterPlans
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.service import Staff

_WEEK = timedelta(days=7)


class SchedulePage(Page):
    """Where the office manager spends her day. It hears of every change, also of its own."""

    # Equipment that is out of service is said on the roster.
    watches: ClassVar[frozenset[str]] = frozenset(
        {"schedule", "staff", "places", "equipment", "practice"}
    )

    def __init__(
        self,
        schedule: Schedule,
        staff: Staff,
        places: Places,
        settings: Settings,
        desk: Desk,
        labor_budget: Budget | None = None,
    ) -> None:
        """`labor_budget` answers with the cents budgeted for a month's labor, None for none."""
        super().__init__(_("Schedule"))
        self._schedule = schedule
        self._staff = staff
        self._settings = settings
        self._desk = desk
        self.period = Period(schedule.clock.today(), "week", settings.current().week_start)
        self.material: RosterMaterial = None  # type: ignore[assignment]  # read when first shown
        self.view = RosterView()
        self.views = RosterViews(self, settings, desk, staff, labor_budget)
        self._make_parts()
        self._arrange()
        self._connect()

    def _make_parts(self) -> None:
        desk = self._desk
        self.hands = RosterHands(
            self._schedule, lambda: self.material, lambda: self.view, self._only_position
        )
        self.cards = RosterCards(self.hands, desk, lambda: self.period.span)
        self.stack = self.cards.stack
        self.legend = LegendLine(self)
        self.empty = nobody_yet(desk)
        self._main = QWidget(self)
        self.side = RosterSide(self._main, self.hands, lambda: self.material, desk)
        self.attention = Attention(lambda: self.card, self.side, self.legend, self.hands, desk)
        self.filling = WeekFilling(self._schedule, desk, self._show_proposal)
        self.publishing = RosterPublishing(
            self._schedule, desk, self.side, lambda: self.material, self.print_roster
        )
        self.problem_list = ProblemList(
            self._schedule, desk, self.side, self.hands, lambda: self.material, self.attention.visit
        )
        self.attention.walked = self.problem_list.follow
        self.calling = RosterCallOut(self._schedule, self._staff, self._settings, desk, self.side)
        services = (self._schedule, self._staff, self._settings)
        self.person = PersonOpening(self, self, self.cards, services, desk, lambda: self.material)
        self.commands = GridCommands(lambda: self.cards.cells, self.hands, desk)
        grids = self.cards.grids
        self.bulk = BulkOpening(lambda: self.cards.cells, grids, self.hands, self.side, desk)
        self.acts = PageActions(self, self, grids, self.attention, self.commands, self.bulk)
        self.plans = RosterPlans(self, self._schedule, desk, self.side)
        self.acts.copies += self.plans.actions()
        self.action_bar = ActionBar(self.acts.fill, self.acts.copies, self.acts.prints, self)
        self.banner = StateBanner(
            Offers(
                review=self.problem_list.open,
                set_up=lambda: desk.go_to("setup"),
                copy_last=lambda: self.copy_week(-1, here=True),
            ),
            self,
        )
        self.proposal_bar = ProposalBar(self.accept, self.discard, self)

    def _arrange(self) -> None:
        self.header.insertWidget(1, self.views.strip)
        self.header.addWidget(self.publishing.strip)
        self.bar.addWidget(self.action_bar, 1)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.stack, 1)
        column.addWidget(self.legend)
        self.body.setSpacing(10)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.proposal_bar)
        self.body.addWidget(self.side, 1)

    def _connect(self) -> None:
        bar = self.action_bar
        bar.stepper.previous.connect(lambda: self.step(-1))
        bar.stepper.following.connect(lambda: self.step(1))
        bar.stepper.today.connect(self.go_today)
        bar.spans.chosen.connect(self.show_span)
        bar.positions.changed.connect(self.reload)
        self.views.changed.connect(self.reload)
        self.cards.wire(self.attention, self._escape)
        for grid in self.cards.grids:
            grid.menu_wanted.connect(self.acts.show_menu)
        self.cards.month.grid.double_clicked.connect(lambda: self.show_span("week"))
        self.side.closed.connect(self._focus_grid)

    # Reading

    @property
    def card(self) -> AnyCard:
        """The card in use: day, week or month."""
        return self.cards.card

    @property
    def grid(self) -> RosterGrid | Timeline:
        """The grid or timeline in use."""
        return self.card.grid

    @property
    def proposal(self) -> Proposal | None:
        """What is proposed for the period that is shown."""
        made = self.filling.proposal
        mine = made is not None and (made.material.first, made.material.last) == (
            self.period.first,
            self.period.last,
        )
        return made if mine else None

    def mark_stale(self, domains: frozenset[str]) -> None:
        if self.watches & domains and self.filling.drop():
            self._desk.toast(_("The roster has changed; fill it again for a fresh proposal."))
        super().mark_stale(domains)

    def reload(self) -> None:
        """Read the period once and show it; a proposal is shown in its place."""
        proposal = self.proposal
        self.material = self._read() if proposal is None else proposal.material
        self.hands.read_only = (
            _("A proposal is shown. Accept or discard it first.") if proposal is not None else ""
        )
        chosen = self.action_bar.positions.chosen
        notes = places_of(self._schedule.notes.between(self.period.first, self.period.last))
        self.view = with_notes(self.views.build(self.material, chosen, self.period), notes)
        self.cards.cells.noted = frozenset(notes)
        self._show()

    def _read(self) -> RosterMaterial:
        settings = self._settings.current()
        first, last, known = self.period.first, self.period.last, self.material
        return read_material(self._schedule, settings, first, last, known)

    def _show(self) -> None:
        facts, bar = self.material.facts, self.action_bar
        bar.positions.offer(facts.positions.values())
        bar.show_period(self.period, self.material.settings.locale)
        self.acts.offer(self.period.span)
        self.acts.fill.setEnabled(bool(facts.people) and self.proposal is None)
        if not self.person.show(self.view):
            self.stack.setCurrentWidget(self.card if facts.people else self.empty)
        self.legend.setVisible(bool(facts.people))
        self.card.show_roster(self.view)
        self.grid.begin(self.material.today)
        self.grid.offer_codes([(one.code, one.name) for one in self.material.types])
        hints = tuple(map(_, DAY_HINTS if self.period.span == "day" else HINTS))
        self.legend.swatches.show_legend(self.view.legend, hints, drafts=self.view.drafts)
        self.attention.walker.take(self.view.problems)
        self._say_state()
        self.side.renew()
        self.publishing.renew()
        self.plans.renew()
        self.calling.renew()
        self.problem_list.renew()
        weigh(bar.fill_button, "wand", main=not self.publishing.is_main, action=self.acts.fill)
        self.attention.look_again()

    def _say_state(self) -> None:
        proposal = self.proposal
        self.proposal_bar.setVisible(proposal is not None)
        if proposal is not None:
            self.proposal_bar.show_proposal(proposal)
            self.banner.clear()
        else:
            week = self.period.span == "week"
            self.banner.say_state(self.material, self.view, self.attention.walker, week=week)

    # The period

    def step(self, count: int) -> None:
        """Show the next period, or one further away."""
        self._turn(self.period.step(count))

    def go_today(self) -> None:
        """Show the period of today, and there today's cell of the current row."""
        place, today = self.grid.current_place(), self._schedule.clock.today()
        self._turn(Period(today, self.period.span, self.period.week_start))
        self.grid.select_place(place[0] if place else member_key(None), today)

    def show_span(self, span: str) -> None:
        """Show the week or the month around the current day."""
        place = self.grid.current_place()
        day = place[1] if place and self.period.holds(place[1]) else self.period.day
        self._turn(Period(day, cast("Span", span), self.period.week_start))
        if place:
            self.grid.select_place(place[0], day)
        self.grid.setFocus()

    def go_to(self, ref: object) -> None:
        """Show a shift by its id, or a day, or ask who stands in: ("call-out", member, day)."""
        asked = asked_for(ref)
        if asked is not None:
            self._turn(Period(asked[1], self.period.span, self.period.week_start))
            self.calling.open(*asked)
        elif isinstance(ref, date):
            self._turn(Period(ref, self.period.span, self.period.week_start))
        elif isinstance(ref, int):
            self._desk.attempt(lambda: self._go_to_shift(ref))

    def _go_to_shift(self, shift_id: int) -> None:
        shift = self._schedule.shift(shift_id)
        self._turn(Period(shift.day, "week", self.period.week_start))
        row = self.view.row_with(shift_id) or member_key(shift.member_id)
        self.grid.select_place(row, shift.day)
        self.grid.setFocus()

    def _turn(self, period: Period) -> None:
        if period != self.period or self.is_stale:
            self.period = period
            self.reload()

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of the grid that are no actions."""
        return [(_(keys), _(words)) for keys, words in KEYS]

    def _escape(self) -> None:
        if self.proposal is not None:
            self.discard()
        elif self.side.is_open:
            self.side.close_panel()

    # Filling, copying, printing

    def fill(self) -> None:
        """Search for shifts that close the gaps; the answer is a proposal."""
        self.filling.start(self.material, self.action_bar.positions.chosen)

    def accept(self) -> None:
        """Put the proposal into the roster, as one change."""
        self.side.close_panel()
        self.filling.accept()

    def discard(self) -> None:
        """Show the roster as it is."""
        if self.filling.drop():
            self.side.close_panel()
            self.reload()

    def _show_proposal(self) -> None:
        proposal = self.proposal
        if proposal is None:  # another week is shown meanwhile: nothing moves by itself
            self._desk.toast(_("The proposal is ready. Go back to its week to see it."))
            return
        if not self.side.close_panel():  # something is half typed there
            self.filling.drop()
            return
        self.reload()
        if proposal.gaps:
            self.side.show_proposal(proposal)

    def copy_week(self, weeks: int, *, here: bool, as_open: bool = False) -> None:
        """Copy the week so many weeks away into this one, or this one there."""
        this, other = self.period.first, self.period.first + weeks * _WEEK
        source, target = (other, this) if here else (this, other)
        if copy_week(self._schedule, self._desk, source, target, as_open=as_open):
            self._turn(Period(target, "week", self.period.week_start))

    def print_roster(self) -> None:
        """Open the paper of what is shown: this week or month, these positions."""
        from clinicmgr.schedule.gui.roster_paper import roster_paper  # not before it is asked for

        chosen = self.action_bar.positions.chosen
        clock = self._desk.clock
        self._desk.show_paper(
            roster_paper(self._schedule, self._staff, self._settings, clock, self.period, chosen)
        )

    def publish(self) -> None:
        """Open the panel in which the period is published."""
        self.publishing.open()

    def fold_coverage(self) -> None:
        """Show the coverage in one line, or by position."""
        self.card.coverage.toggle.click()

    def _focus_grid(self) -> None:
        self.grid.setFocus()

    def _only_position(self) -> int | None:
        chosen = self.action_bar.positions.chosen
        return next(iter(chosen)) if len(chosen) == 1 else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.grid.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.action_bar.fit()
