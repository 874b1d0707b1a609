"""The life of a proposal: asked for, searched, shown, accepted or dropped."""

from __future__ import annotations

from collections.abc import Callable, Collection

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.qtkit.desk import Desk
from clinicmgr.schedule.gui.proposal import Proposal, narrowed, propose, search
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.service import Schedule
from clinicmgr.schedule.solver.answer import Solution
from clinicmgr.schedule.solver.problem import Problem


class WeekFilling:
    """Keeps the one proposal there is. A change of the roster makes it worthless: `drop` it."""

    def __init__(self, schedule: Schedule, desk: Desk, show: Callable[[], object]) -> None:
        self._schedule = schedule
        self._desk = desk
        self._show = show
        self._job: int | None = None
        self._asked = 0
        self.proposal: Proposal | None = None

    @property
    def searching(self) -> bool:
        """Whether a search is running."""
        return self._job is not None

    def start(self, material: RosterMaterial, positions: Collection[int]) -> None:
        """Search beside the window; the status line shows how far it is and can stop it."""
        if self.searching:
            self._desk.toast(_("The search is still running; the status line can stop it."))
            return
        problem = narrowed(self._schedule.fill_problem(material.first, material.last), positions)
        if not problem.needs:
            self._desk.warn(
                _("Nothing is needed on these days. Say in the practice setup what each day needs.")
            )
            return
        self.proposal = None
        self._asked = asked = self._asked + 1

        def done(solution: Solution) -> None:
            if asked == self._asked:  # else the roster has changed meanwhile
                self.take(material, problem, solution, positions)

        self._job = self._desk.jobs.run(
            lambda progress: search(problem, progress), done, self._failed, _("Filling the roster")
        )

    def take(
        self,
        material: RosterMaterial,
        problem: Problem,
        solution: Solution,
        positions: Collection[int] = (),
    ) -> None:
        """Show a solution as a proposal, or say why there is nothing to propose."""
        self._job = None
        made = propose(material, problem, solution, positions)
        if made.count:
            self.proposal = made
            self._show()
        elif made.gaps:
            self._desk.warn(
                _("Nobody can close a gap of this week. Click a short position to see why.")
            )
        else:
            self._desk.toast(_("Nothing to fill: every minimum is covered."))

    def accept(self) -> None:
        """Put the proposal into the roster, and say how many shifts; refused, it stays."""
        proposal, self.proposal = self.proposal, None
        if proposal is None:
            return
        if not self._desk.attempt(
            lambda: self._schedule.accept(proposal.problem, proposal.solution)
        ):
            self.proposal = proposal
            return
        words = ngettext("Added {count} shift", "Added {count} shifts", proposal.count)
        self._desk.toast(words.format(count=proposal.count), undo=True)

    def drop(self) -> bool:
        """Forget the proposal and whatever is being searched; True if there was something."""
        had = self.searching or self.proposal is not None
        if self._job is not None:
            self._desk.jobs.cancel(self._job)
        self._asked += 1
        self._job = self.proposal = None
        return had

    def _failed(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, UserError):
            self._desk.warn(error.sentence)
