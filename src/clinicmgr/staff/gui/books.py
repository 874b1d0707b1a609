"""The lists of setup that belong to staff: positions, skills, kinds of credentials."""

from __future__ import annotations

from collections.abc import Callable

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.record_book import RecordBook
from clinicmgr.qtkit.record_shelf import BookWords
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.staff.gui.shelves import KindShelf, PositionShelf, SkillShelf
from clinicmgr.staff.gui.swatches import Swatches
from clinicmgr.staff.records import (
    CREDENTIAL_KIND_FIELDS,
    POSITION_FIELDS,
    SKILL_FIELDS,
    CredentialKind,
    Position,
    Skill,
)
from clinicmgr.staff.service import Staff

_HALVES = frozenset(("code", "rank"))


class PositionBook(RecordBook):
    """Positions with their code and color."""

    def __init__(self, staff: Staff, desk: Desk, settings: ClinicSettings) -> None:
        shelf = PositionShelf(staff)
        columns: tuple[Column[Position], ...] = (
            Column("name", _("Name"), lambda each: each.name, 240, strong=True,
                             color=lambda each: each.color, stretch=True),
            Column("code", _("Code"), lambda each: each.code, 90),
            Column("people", _("People"), lambda each: str(shelf.counts[each.id]), 90,
                             "right"),
            Column("rank", _("Order"), lambda each: str(each.rank), 90, "right",
                             sort=lambda each: each.rank),
        )  # fmt: skip
        words = BookWords(
            _("Positions"), _("Add position"), _("New position"), _position_fields(), _HALVES
        )
        table = RecordTable(columns, words.title)
        super().__init__(shelf, table, words, desk, settings)
        self._staff = staff
        self.swatches = Swatches(self.content)
        self.below_form.addWidget(self.swatches)
        self.form.show_field("color", False)
        self.swatches.chosen.connect(self._take_color)
        self.shown.connect(self._show_color)
        self.form.edited.connect(lambda _name: self._show_color())
        table.set_empty(
            _empty(
                self, "user", _("No positions yet"),
                _("A position is a job title such as Nurse, with a short code and a color for the "
                  "schedule. Begin here: people, shifts and demand all name a position."),
            )
        )  # fmt: skip

    def _take_color(self, number: int) -> None:
        editor = self.form.editor("color")
        editor.put(number)  # type: ignore[attr-defined]
        editor.edited.emit()  # type: ignore[attr-defined]

    def _show_color(self) -> None:
        raw = self.form.raw_values()
        color, code = str(raw["color"]), str(raw["code"]).strip()[:3]
        own = getattr(self.record, "id", None)
        users = {each.color: each.name for each in self._staff.positions() if each.id != own}
        self.swatches.show_choice(int(color) if color.isdigit() else -1, code, users)


class SkillBook(RecordBook):
    """Skills with who has them."""

    def __init__(self, staff: Staff, desk: Desk, settings: ClinicSettings) -> None:
        shelf = SkillShelf(staff)
        columns: tuple[Column[Skill], ...] = (
            Column("name", _("Name"), lambda each: each.name, 220, strong=True),
            Column("people", _("Who has it"), shelf.holders, 300, stretch=True),
        )
        words = BookWords(_("Skills"), _("Add skill"), _("New skill"), SKILL_FIELDS)
        table = RecordTable(columns, words.title)
        super().__init__(shelf, table, words, desk, settings)
        table.set_empty(
            _empty(
                self, "star", _("No skills yet"),
                _("A skill is what somebody may do besides the position, such as X-ray or Spanish. "
                  "Demand can ask for a skill. Many practices need none."),
            )
        )  # fmt: skip


class KindBook(RecordBook):
    """Kinds of credentials with the positions that need them."""

    def __init__(self, staff: Staff, desk: Desk, settings: ClinicSettings) -> None:
        shelf = KindShelf(staff)
        columns: tuple[Column[CredentialKind], ...] = (
            Column("name", _("Name"), lambda each: each.name, 220, strong=True),
            Column("warn", _("Warn ahead"), _days, 120, "right",
                                   sort=lambda each: each.warn_days),
            Column("needed", _("Needed by"), shelf.needed_by, 300, stretch=True),
        )  # fmt: skip
        fields = [
            field.choosing(_choices(staff)) if field.name == "position_ids" else field
            for field in CREDENTIAL_KIND_FIELDS
        ]
        new = _("New kind of credential")
        words = BookWords(_("Credentials"), _("Add credential"), new, fields)
        table = RecordTable(columns, words.title)
        super().__init__(shelf, table, words, desk, settings)
        table.set_empty(
            _empty(
                self, "certificate", _("No kinds of credentials yet"),
                _("Name the licenses and cards that people need, such as CPR card or RN license. "
                  "The program then warns before one expires and keeps people without it off "
                  "the schedule."),
            )
        )  # fmt: skip


def _choices(staff: Staff) -> Callable[[], list[tuple[object, str]]]:
    return lambda: [(each.id, each.name) for each in staff.positions()]


def _days(kind: CredentialKind) -> str:
    return ngettext("{count} day", "{count} days", kind.warn_days).format(count=kind.warn_days)


def _empty(book: RecordBook, icon: str, title: str, sentence: str) -> EmptyState:
    return EmptyState(icon, title, sentence, buttons.primary(book.words.add, book.add, icon="add"))


def _position_fields() -> list[Field]:
    """The color comes last: it is hidden, the swatches below the form choose it."""
    return sorted(POSITION_FIELDS, key=lambda field: field.name == "color")
