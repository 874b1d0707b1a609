"""The practice's positions and skills."""

from sqlalchemy import select

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import added, existing, overwrite, unless_used
from clinicmgr.staff import rules
from clinicmgr.staff.records import EDIT_STAFF, Position, PositionDraft, Skill, SkillDraft
from clinicmgr.staff.tables import PositionRow, SkillRow


class Lists:
    """Job titles and skills, each with its own name."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def positions(self) -> list[Position]:
        """Return all positions by rank and name."""
        with self._journal.read() as db:
            rows = db.scalars(select(PositionRow).order_by(PositionRow.rank, PositionRow.name))
            return [Position(row.id, row.name, row.code, row.color, row.rank) for row in rows]

    def add_position(self, draft: PositionDraft) -> int:
        """Add a position; return its id."""
        tidy = rules.tidy_position(draft, self.positions())
        title = _("Add position {name}").format(name=tidy.name)
        with self._journal.change(title, EDIT_STAFF) as db:
            return added(
                db,
                PositionRow(name=tidy.name, code=tidy.code, color=tidy.color, rank=tidy.rank),
            )

    def change_position(self, position_id: int, draft: PositionDraft) -> None:
        """Give a position another name, code, color or rank."""
        others = [each for each in self.positions() if each.id != position_id]
        tidy = rules.tidy_position(draft, others)
        title = _("Change position {name}").format(name=tidy.name)
        with self._journal.change(title, EDIT_STAFF) as db:
            row = existing(db, PositionRow, position_id)
            overwrite(
                row,
                {"name": tidy.name, "code": tidy.code, "color": tidy.color, "rank": tidy.rank},
            )

    def remove_position(self, position_id: int) -> None:
        """Remove a position that nobody holds and nothing asks for."""
        with self._journal.read() as db:
            name = existing(db, PositionRow, position_id).name
        sentence = _("{name} is still in use, by people, shifts or demand; change those first.")
        title = _("Remove position {name}").format(name=name)
        with (
            unless_used(sentence.format(name=name)),
            self._journal.change(title, EDIT_STAFF) as db,
        ):
            db.delete(existing(db, PositionRow, position_id))

    def skills(self) -> list[Skill]:
        """Return all skills by name."""
        with self._journal.read() as db:
            rows = db.scalars(select(SkillRow).order_by(SkillRow.name))
            return [Skill(row.id, row.name) for row in rows]

    def add_skill(self, draft: SkillDraft) -> int:
        """Add a skill; return its id."""
        tidy = rules.tidy_skill(draft, self.skills())
        title = _("Add skill {name}").format(name=tidy.name)
        with self._journal.change(title, EDIT_STAFF) as db:
            return added(db, SkillRow(name=tidy.name))

    def change_skill(self, skill_id: int, draft: SkillDraft) -> None:
        """Give a skill another name."""
        others = [each for each in self.skills() if each.id != skill_id]
        tidy = rules.tidy_skill(draft, others)
        title = _("Change skill {name}").format(name=tidy.name)
        with self._journal.change(title, EDIT_STAFF) as db:
            overwrite(existing(db, SkillRow, skill_id), {"name": tidy.name})

    def remove_skill(self, skill_id: int) -> None:
        """Remove a skill that nobody has and nothing asks for."""
        with self._journal.read() as db:
            name = existing(db, SkillRow, skill_id).name
        sentence = _("{name} is still in use, by people or demand; change those first.")
        title = _("Remove skill {name}").format(name=name)
        with (
            unless_used(sentence.format(name=name)),
            self._journal.change(title, EDIT_STAFF) as db,
        ):
            db.delete(existing(db, SkillRow, skill_id))
