"""The problem list beside the grid: opens it, solves what is selected, keeps both together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.form import Form
from clinicmgr.schedule.gui.problem_list import ProblemPanel
from clinicmgr.schedule.gui.problem_list_detail import ProblemDetail, ProblemOffers
from clinicmgr.schedule.gui.problem_list_fixes import fixes
from clinicmgr.schedule.gui.problem_list_lines import grouped
from clinicmgr.schedule.gui.problem_list_trial import Fix
from clinicmgr.schedule.gui.roster_hands import RosterHands
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_side import RosterSide
from clinicmgr.schedule.records import Violation
from clinicmgr.schedule.rules.approvals import matter_of
from clinicmgr.schedule.service import Schedule

Visit = Callable[[Violation], object]


class ProblemList:
    """Each way to solve a problem is one named change; an approval is one too."""

    def __init__(
        self,
        schedule: Schedule,
        desk: Desk,
        side: RosterSide,
        hands: RosterHands,
        material: Callable[[], RosterMaterial],
        visit: Visit,
    ) -> None:
        """`visit` shows in the grid where a problem is."""
        self._schedule = schedule
        self._desk = desk
        self._side = side
        self._hands = hands
        self._material = material
        self._visit = visit
        self._leading = False
        self._later = QTimer(side)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._renew_ways)

    @property
    def panel(self) -> ProblemPanel | None:
        """The list, if it is shown."""
        content = self._side.panel.content
        return content if self._side.is_open and isinstance(content, ProblemPanel) else None

    def open(self) -> None:
        """Show the list; a shift that is half typed stays, and says so."""
        if self.panel is None:
            if self._side.cell is not None and not self._side.close_panel():
                return
            panel = ProblemPanel()
            self._side.open_panel(_("Problems"), panel, note=self._note())
            panel.selected.connect(self._show)
            panel.show_groups(grouped(self._material()))
        if self.panel is not None:
            self.panel.list.setFocus()

    def renew(self) -> None:
        """Show what has changed."""
        panel = self.panel
        if panel is not None:
            self._side.panel.set_title(_("Problems"), self._note())
            self._leading = True  # the grid stays where it is
            panel.show_groups(grouped(self._material()))
            self._leading = False

    def follow(self, sentence: str) -> None:
        """F8 went to a problem: select it in the list."""
        panel = self.panel
        if panel is not None:
            self._leading = True
            panel.select(sentence)
            self._leading = False

    # The selected problem

    def _show(self, problem: Violation | None) -> None:
        panel = self.panel
        if panel is None:
            return
        if problem is None:
            panel.show_detail(None)
        elif self._leading and panel.detail is not None and panel.detail.problem == problem:
            self._later.start()  # the ways may be others now; the edit does not wait for them
        else:
            self._show_ways(panel, problem)

    def _renew_ways(self) -> None:
        panel = self.panel
        if panel is not None and panel.problem is not None:
            self._leading = True
            self._show_ways(panel, panel.problem)
            self._leading = False

    def _show_ways(self, panel: ProblemPanel, problem: Violation) -> None:
        material, refusal = self._material(), self._hands.refusal()
        ways = () if refusal or problem.approved else fixes(material, problem)
        offers = ProblemOffers(self.solve, self.approve, self.withdraw)
        panel.show_detail(ProblemDetail(material, problem, ways, offers, refusal, panel))
        if not self._leading:
            self._visit(problem)
            panel.list.setFocus()

    def solve(self, way: Fix) -> None:
        """Do what a button says, as one change; undo takes it back."""
        if self._desk.attempt(lambda: self._keep(way)):
            self._desk.toast(way.words, undo=True)
            self._focus()

    def _keep(self, way: Fix) -> None:
        self._schedule.edit(
            remove=way.remove, add=way.add, change=way.change, title=way.title or None
        )

    def approve(self, problem: Violation, reason: str, form: Form) -> None:
        """Accept a problem as it is; without a reason the form asks for one."""
        if self._desk.attempt(
            lambda: self._schedule.rulebook.approve(problem, reason), refused=form.show_error
        ):
            self._desk.toast(_("Approved: {reason}").format(reason=reason.strip()), undo=True)
            self._focus()

    def withdraw(self, problem: Violation) -> None:
        """Take the approval of a problem back."""
        shifts = {one.id: one for one in self._material().shifts}
        matter = matter_of(problem, shifts)
        found = [
            one.id
            for one in self._schedule.rulebook.approvals(problem.day, problem.day)
            if (one.rule, one.member_ids, one.matter) == (problem.rule, problem.member_ids, matter)
        ]

        def take_back() -> None:
            for one in found:
                self._schedule.rulebook.withdraw(one)

        if self._desk.attempt(take_back):
            self._focus()

    def _focus(self) -> None:
        if self.panel is not None:
            self.panel.list.setFocus()

    def _note(self) -> str:
        checker = self._material().checker
        count, approved = len(checker.violations), len(checker.approved)
        note = ngettext("{count} open", "{count} open", count).format(count=count)
        if approved:
            words = ngettext("{count} approved", "{count} approved", approved)
            note = f"{note}, {words.format(count=approved)}"
        return note
