"""Walking through what is wrong, one problem after the other, and saying it in one line."""

from __future__ import annotations

from collections.abc import Sequence

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_problems import Findings
from clinicmgr.schedule.gui.roster_view import Mark, Problem

_BRIEFS = 3


class ProblemWalk:
    """Where F8 is: the problems in order, and the one that was shown last."""

    def __init__(self) -> None:
        self._problems: tuple[Problem, ...] = ()
        self._last: Problem | None = None
        self._at = -1

    def take(self, problems: Sequence[Problem]) -> None:
        """Take the problems of a fresh view; where the walk stood, it goes on."""
        self._problems = tuple(problems)
        if self._last in self._problems:
            self._at = self._problems.index(self._last)
        else:
            self._at = min(self._at, len(self._problems)) - 1 if self._last else -1
            self._last = None

    def go(self, step: int) -> Problem | None:
        """The next problem, or the one before; after the last comes the first. None: no problem."""
        if not self._problems:
            return None
        start = self._at if self._at >= 0 or step > 0 else 0
        self._at = (start + step) % len(self._problems)
        self._last = self._problems[self._at]
        return self._last

    def stand_at(self, sentence: str) -> Problem | None:
        """Go on from the problem that says this; None: it is not among those that are shown."""
        for at, one in enumerate(self._problems):
            if one.sentence == sentence:
                self._at, self._last = at, one
                return one
        return None

    def summary(self, material: RosterMaterial) -> tuple[str, str, str]:
        """Tone, count and first sentences: ("danger", "2 problems, 3 warnings", "Ann …")."""
        problems = sum(one.mark is Mark.PROBLEM for one in self._problems)
        warnings = len(self._problems) - problems
        if not self._problems:
            return "success", _("All good"), _("Every rule is kept and every minimum is covered.")
        counts = []
        if problems:
            words = ngettext("{count} problem", "{count} problems", problems)
            counts.append(words.format(count=problems))
        if warnings:
            words = ngettext("{count} warning", "{count} warnings", warnings)
            counts.append(words.format(count=warnings))
        shown = {one.sentence for one in self._problems}
        briefs = Findings(material).briefs(_BRIEFS, shown)
        return "danger" if problems else "warning", ", ".join(counts), "  ".join(briefs)
