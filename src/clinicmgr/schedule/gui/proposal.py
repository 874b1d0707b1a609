"""Filling the week: the search beside the window, and its answer as a proposal to look at."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QHBoxLayout, QWidget

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_hours
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.banner import Banner
from clinicmgr.qtkit.jobs import Progress as JobProgress
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.records import Gap
from clinicmgr.schedule.rules import day_gaps
from clinicmgr.schedule.service.filling import drafts_of
from clinicmgr.schedule.service.vetting import vetted
from clinicmgr.schedule.solver.answer import Progress, Solution
from clinicmgr.schedule.solver.problem import Problem


@dataclass(frozen=True, slots=True)
class Proposal:
    """A solution over the roster it was made for; `material` holds both, checked together."""

    problem: Problem
    solution: Solution
    material: RosterMaterial
    gaps: tuple[Gap, ...]

    @property
    def count(self) -> int:
        """How many shifts are proposed."""
        return len(self.material.proposed)


def narrowed(problem: Problem, positions: Collection[int]) -> Problem:
    """The part of a problem that concerns these positions (none given: all of it)."""
    if not positions:
        return problem
    patterns = tuple(one for one in problem.patterns if one.position in positions)
    known = {one.id for one in patterns}
    return replace(
        problem,
        patterns=patterns,
        needs=tuple(one for one in problem.needs if one.position in positions),
        choices=tuple(one for one in problem.choices if one.pattern in known),
    )


def search(problem: Problem, progress: JobProgress) -> Solution:
    """The work of the job: search in a process of its own until done or cancelled."""
    from clinicmgr.schedule.solver.process import solve_in_process

    def tell(found: Progress) -> bool:
        progress(found.seconds / (found.seconds + 12), _said(found))
        return not progress.cancelled

    return solve_in_process(problem, on_progress=tell, cancelled=lambda: progress.cancelled)


def propose(
    material: RosterMaterial, problem: Problem, solution: Solution, positions: Collection[int]
) -> Proposal:
    """Lay a solution over the roster, as far as it keeps the rules never to be broken."""
    solution = vetted(problem, solution, material.facts, material.shifts)
    add, change = drafts_of(problem, solution, material.shown())
    both = material.with_proposal(add, change)
    gaps = tuple(
        gap
        for number in range(problem.day_count)
        for gap in day_gaps(both.day_view(problem.day(number)), both.facts)
        if not positions or gap.position_id in positions
    )
    return Proposal(problem, solution, both, gaps)


def _said(found: Progress) -> str:
    if found.missing is None:
        return _("looking for a first roster")
    if found.missing:
        return _("{hours} h uncovered").format(hours=format_hours(found.missing))
    return _("every minimum covered, improving")


class ProposalBar(Banner):
    """What is proposed, and the two answers to it."""

    def __init__(
        self,
        accept: Callable[[], object],
        discard: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("info", parent)
        self.accept_button = buttons.primary(_("Accept"), accept, parent=self)
        self.discard_button = buttons.quiet(_("Discard"), discard, parent=self)
        row = self.layout()
        if isinstance(row, QHBoxLayout):
            row.addWidget(self.discard_button)
            row.addWidget(self.accept_button)

    def show_proposal(self, proposal: Proposal) -> None:
        """Say how many shifts are proposed and what stays open."""
        shifts = ngettext("Proposal: {count} shift", "Proposal: {count} shifts", proposal.count)
        words = shifts.format(count=proposal.count)
        gaps = len(proposal.gaps)
        if gaps:
            left = ngettext("{count} gap left", "{count} gaps left", gaps).format(count=gaps)
            words = _("{shifts}, {gaps}").format(shifts=words, gaps=left)
        self.say(
            words,
            _("Nothing is changed before you accept. Proposed shifts have a dashed outline.")
            if gaps
            else _("Every minimum is covered. Proposed shifts have a dashed outline."),
        )
