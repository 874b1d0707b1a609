"""The band above the grid: what is missing to begin with, what is wrong, or that all is well."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit.banner import Banner
from clinicmgr.schedule.gui.problem_walk import ProblemWalk
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_view import RosterView

Press = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Offers:
    """What the buttons of the band do."""

    review: Press
    set_up: Press
    copy_last: Press


class StateBanner(Banner):
    """Always there, so that nothing below it moves when the last problem is solved."""

    def __init__(self, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__("danger", parent)
        self._offers = offers

    def say_state(
        self, material: RosterMaterial, view: RosterView, walk: ProblemWalk, *, week: bool
    ) -> None:
        """Say the one thing that matters most about a period."""
        if not material.facts.people:
            self.clear()
        elif not material.facts.demand:
            self.say(
                _("What does each day need?"),
                _("Say how many people of each position; coverage is then checked as you type."),
                tone="info",
                action=_("Set up demand"),
                on_press=self._offers.set_up,
            )
        elif week and not view.shift_count:
            self.say(
                _("This week is empty."),
                _("Copy last week, type shifts into the cells, or let the week be filled."),
                tone="info",
                action=_("Copy last week"),
                on_press=self._offers.copy_last,
            )
        else:
            tone, count, words = walk.summary(material)
            action = _("Review (F8)") if view.problems else ""
            self.say(count, words, tone=tone, action=action, on_press=self._offers.review)
