"""One problem with its people, its rule, the ways to solve it, and the reason to accept it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.form import Form
from clinicmgr.schedule.gui.candidate_list import capital
from clinicmgr.schedule.gui.problem_list_lines import people_of, rule_of
from clinicmgr.schedule.gui.problem_list_trial import Fix
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.records import Violation

_REASON = Field("reason", N_("Reason"), "text", help=N_("It stays with the roster."))
_MOST_TOLD = 2


@dataclass(frozen=True, slots=True)
class ProblemOffers:
    """What the buttons do; the answer says whether it was done."""

    solve: Callable[[Fix], object]
    approve: Callable[[Violation, str, Form], object]
    withdraw: Callable[[Violation], object]


class ProblemDetail(QWidget):
    """What can be done about the problem that is selected in the list."""

    def __init__(
        self,
        material: RosterMaterial,
        problem: Violation,
        ways: Sequence[Fix],
        offers: ProblemOffers,
        refusal: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`refusal` says why nothing can be changed at the moment; it stands for the buttons."""
        super().__init__(parent)
        self.problem = problem
        self._offers = offers
        self.ways: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        sentence = labels.strong(problem.sentence, self)
        sentence.setWordWrap(True)
        self._column.addWidget(sentence)
        people = people_of(material, problem)
        said = [_("Rule: {rule}").format(rule=rule_of(material, problem))]
        if people:
            said.insert(0, _("Who: {names}").format(names=people))
        for words in said:
            self._quiet(words)
        if refusal:
            self._quiet(refusal)
        elif problem.approved:
            self._add_approved(problem)
        else:
            self._add_ways(ways)
            self._add_approval(problem)
        self._column.addStretch(1)

    def _add_ways(self, ways: Sequence[Fix]) -> None:
        self._column.addSpacing(6)
        self._column.addWidget(labels.section(_("Ways to solve it"), self))
        if not ways:
            self._quiet(_("No single change solves this. Change the shifts by hand."))
        for way in ways:
            button = buttons.quiet(way.words, partial(self._offers.solve, way), parent=self)
            note = _note(way)
            button.setAccessibleName(f"{way.words}. {note}")
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.ways.append(button)
            self._quiet(note)

    def _add_approval(self, problem: Violation) -> None:
        self._column.addSpacing(6)
        rule = QFrame(self)
        rule.setFixedHeight(1)
        rule.setProperty("kind", "line")
        self._column.addWidget(rule)
        self._column.addWidget(labels.section(_("Accept it as it is"), self))
        form = self.form = Form((_REASON,), parent=self)
        self._column.addWidget(form)

        def approve() -> None:
            self._offers.approve(problem, str(form.raw_values()["reason"]), form)

        form.submitted.connect(approve)
        self.approve_button = buttons.quiet(_("Approve"), approve, icon="check", parent=self)
        self._column.addWidget(self.approve_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_approved(self, problem: Violation) -> None:
        self._quiet(_("Approved: {reason}").format(reason=problem.approved))
        self.withdraw_button = buttons.quiet(
            _("Withdraw the approval"), lambda: self._offers.withdraw(problem), parent=self
        )
        self._column.addWidget(self.withdraw_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _quiet(self, words: str) -> None:
        made = labels.secondary(words, self)
        made.setWordWrap(True)
        self._column.addWidget(made)


def _note(way: Fix) -> str:
    """What is said below the button: the person, and what else would be broken."""
    parts = [capital(way.note) + "."] if way.note else []
    if way.breaks:
        fresh = [one for one in way.breaks if not one.reason or one.reason not in way.note]
        if not fresh:
            return "▲ " + parts[0]
        told = " ".join(one.sentence for one in fresh[:_MOST_TOLD])
        parts.append(_("▲ Then: {sentences}").format(sentences=told))
    else:
        parts.append(_("Breaks nothing else."))
    return " ".join(parts)
