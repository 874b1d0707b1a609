"""The rules of the roster: how much each matters, its numbers, exceptions, and presets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.places.service import Places
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.record_book import RecordBook
from clinicmgr.qtkit.record_shelf import BookWords
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.qtkit.segmented import Segmented
from clinicmgr.schedule.gui.setup.rules_fields import (
    RULE,
    form_fields,
    key,
    shown_fields,
    values_of,
)
from clinicmgr.schedule.gui.setup.rules_shelf import ListedRule, RuleShelf
from clinicmgr.schedule.records import Preset, RuleChange, RuleLine, Strength
from clinicmgr.schedule.rules.catalog import BY_ID, RULES
from clinicmgr.schedule.rules.inforce import usual_numbers
from clinicmgr.schedule.rules.lines import said
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.service import Staff

PRESETS: Mapping[Preset, str] = {Preset.US: N_("US habits"), Preset.EU: N_("EU working time")}
_OFF = "off"
_TONES = {Strength.NEVER: "danger", Strength.AVOID: "warning", Strength.NICE: "accent", None: ""}
_ICONS = {
    Strength.NEVER: "stop",
    Strength.AVOID: "warning",
    Strength.NICE: "star",
    None: "minus",
}


def strength_text(strength: Strength | None) -> str:
    """The manager's word for a strength."""
    return _("Off") if strength is None else strength.label


class RulesBook(RecordBook):
    """The list of all rules; beside it how much one matters, its numbers and whom it is about."""

    def __init__(
        self,
        schedule: Schedule,
        staff: Staff,
        places: Places,
        desk: Desk,
        settings: ClinicSettings,
    ) -> None:
        self.shelf = RuleShelf(schedule, staff, places, settings)
        self._rulebook = schedule.rulebook
        self.exception_button = buttons.plain(
            _("Add exception"), self.add_exception, icon="user-plus"
        )
        words = BookWords(
            _("Rules"),
            _("Add rule"),
            _("New rule"),
            form_fields(schedule, staff, places),
            less=frozenset(("sentence",)),
        )
        table = RecordTable(_columns(), words.title)
        super().__init__(self.shelf, table, words, desk, settings)
        self.strength = Segmented(
            [(_key(one), strength_text(one)) for one in (*Strength, None)],
            _("How much it matters"),
            self.content,
        )
        self.sentence = labels.paragraph(parent=self.content)
        self.preset_buttons = [self._preset_button(one) for one in Preset]
        self._lay_out_more()
        self.strength.chosen.connect(self._set_strength)
        self.form.edited.connect(self._heard)
        self.shown.connect(self._fit)

    def _lay_out_more(self) -> None:
        above = QVBoxLayout()
        above.setSpacing(10)
        above.addWidget(self.sentence)
        above.addWidget(self.strength)
        inside = self.content.layout()
        if isinstance(inside, QVBoxLayout):
            inside.insertLayout(0, above)
        self.remove_button.setProperty("kind", "quiet")
        self._put_numbers_side_by_side()
        self.top.addWidget(
            labels.secondary(_("The narrower of two rules about the same decides."), self), 1
        )
        self.top.addWidget(labels.secondary(_("Start from:"), self))
        for button in self.preset_buttons:
            self.top.addWidget(button)

    def _put_numbers_side_by_side(self) -> None:
        """Begin each rule's numbers at the left: only those of one rule are shown at a time."""
        grid = self.form.layout()
        if not isinstance(grid, QGridLayout):
            return
        for rule in RULES:
            short = [field.name for field in rule.numbers if field.kind != "choices"]
            rows = [self.form.editor(key(rule.id, name)).parentWidget() for name in short]
            lines = [_line_of(grid, row) for row in rows if row is not None]
            for place, row in enumerate(rows):
                if row is not None:
                    grid.removeWidget(row)
                    grid.addWidget(row, lines[0], place % 2, Qt.AlignmentFlag.AlignTop)

    def _foot(self) -> tuple[QPushButton, ...]:
        return self.exception_button, *super()._foot()

    # Strength

    def _set_strength(self, chosen: str) -> None:
        strength = None if chosen == _OFF else Strength[chosen.upper()]
        record = self.record
        if not isinstance(record, ListedRule):
            self.shelf.strength = strength
            return
        if self._desk.attempt(lambda: self.shelf.set_strength(record, strength)):
            words = _("{rule}: {strength}").format(
                rule=_(record.rule.name), strength=strength_text(strength)
            )
            self._desk.toast(words, undo=True)
            self.reload()
        else:
            self.strength.choose(_key(record.line.strength))

    def ask_remove(self) -> None:
        """Ask before an exception goes; what holds for everybody is reset at once."""
        record = self._current()
        if not isinstance(record, ListedRule) or not record.is_general:
            super().ask_remove()
        elif self._desk.attempt(lambda: self.shelf.remove(record)):
            self._desk.toast(_("Reset {name}").format(name=_(record.rule.name)), undo=True)
            self.reload()

    # A line in the form

    def add_exception(self) -> None:
        """Open the form for a line of the same rule for some people, positions, sites or dates."""
        record = self.record
        if not isinstance(record, ListedRule):
            return
        self.add(values_of(replace(record.line, id=0)))
        if self.is_new:
            self.form.focus_field("member_ids")

    def _heard(self, name: str) -> None:
        if name == RULE.name:
            rule = BY_ID.get(str(self.form.raw_values()[RULE.name]))
            if rule is not None:
                numbers = tuple(sorted(usual_numbers(rule).items()))
                usual = values_of(RuleLine(0, rule.id, rule.strength, numbers))
                kept = {
                    field: value
                    for field, value in self.form.raw_values().items()
                    if field not in usual or "." not in field
                }
                self.form.set_values({**usual, **kept})
            self._fit()

    def _fit(self) -> None:
        """Show what belongs to the rule of the form."""
        record = self.record if isinstance(self.record, ListedRule) else None
        chosen = record.line.rule if record else str(self.form.raw_values()[RULE.name])
        rule = BY_ID.get(chosen)
        general = record is not None and record.is_general
        shown = frozenset((RULE.name,))
        if rule is not None:
            shown = shown_fields(rule, is_new=record is None, is_general=general)
        for field in self.words.fields:
            self.form.show_field(field.name, field.name in shown)
        strength = record.line.strength if record else self.shelf.strength
        self.strength.choose(_key(strength))
        self.sentence.setText(record.sentence if record else _plain_sentence(chosen))
        self.exception_button.setVisible(general)
        self.remove_button.setText(_("Reset") if general else _("Remove"))

    # Presets

    def _preset_button(self, preset: Preset) -> QPushButton:
        text = _("{preset}…").format(preset=_(PRESETS[preset]))
        return buttons.quiet(text, partial(self.ask_preset, preset), parent=self)

    def ask_preset(self, preset: Preset) -> None:
        """Show what a preset would change, and change it if that is wanted."""
        name = _(PRESETS[preset])
        changes = self._rulebook.preset_changes(preset)
        if not changes:
            self._desk.toast(_("The rules are as in “{preset}” already.").format(preset=name))
            return
        text = "\n".join(_told(each) for each in changes)
        self._desk.confirm(
            _("Set the rules to “{preset}”?").format(preset=name),
            _("These change for everybody; exceptions stay:\n{changes}").format(changes=text),
            _("Set {count} rules").format(count=len(changes)),
            lambda: self._take(preset, name),
        )

    def _take(self, preset: Preset, name: str) -> None:
        title = _("Set the rules to {preset}").format(preset=name)
        self._rulebook.apply_preset(preset, title)
        self._desk.toast(title, undo=True)
        self.reload()


def _line_of(grid: QGridLayout, row: QWidget) -> int:
    """The line of the grid in which a row of the form stands."""
    where: Any = grid.getItemPosition(grid.indexOf(row))
    return int(where[0])


def _key(strength: Strength | None) -> str:
    return _OFF if strength is None else strength.name.lower()


def _plain_sentence(rule: str) -> str:
    """The sentence of a rule that is being added, with its usual numbers."""
    found = BY_ID.get(rule)
    if found is None:
        return _("Choose a rule, how much it matters, and whom it is about.")
    numbers = tuple(sorted(usual_numbers(found).items()))
    return said(RuleLine(0, found.id, found.strength, numbers), {}, {})


def _told(change: RuleChange) -> str:
    """A line of a preset's preview: the rule's sentence and how its strength changes."""
    before, after = strength_text(change.before.strength), strength_text(change.after.strength)
    words = _("• {name} ({before} → {after}): {sentence}")
    if before == after:
        words = _("• {name}: {sentence}")
    return words.format(
        name=_(BY_ID[change.after.rule].name),
        sentence=said(change.after, {}, {}),
        before=before,
        after=after,
    )


def _columns() -> Sequence[Column[ListedRule]]:
    return [
        Column("name", _("Rule"), lambda each: each.name, 210, strong=True,
               sort=lambda each: each.place),
        Column("sentence", _("What it says"), lambda each: each.sentence, 330, stretch=True),
        Column("whom", _("For"), lambda each: each.whom, 170, stretch=True),
        Column("strength", _("Strength"), lambda each: strength_text(each.line.strength), 150,
               pill=True, tone=lambda each: _TONES[each.line.strength],
               icon=lambda each: _ICONS[each.line.strength],
               sort=lambda each: 9 if each.line.strength is None else each.line.strength),
    ]  # fmt: skip
