"""Readings from and to files, such as those of a data logger."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from clinicmgr.equipment import rules
from clinicmgr.equipment.records import READING_FIELDS, Asset, Point, Reading, ReadingDraft
from clinicmgr.equipment.service import Equipment
from clinicmgr.exchange import ImportPlan, PlannedRow, carry_out, plan_file, write_rows
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field, closest
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.staff.rules.words import same_word


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One line of a file of readings; the value is as it is written there."""

    tag: str
    name: str
    day: date
    time: int
    value: str
    by: str = ""
    note: str = ""


class ReadingImporter:
    """Keeps the readings of a file, all of it or none; one on record gets the file's value."""

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment
        self._assets = {same_word(each.tag): each for each in equipment.assets()}
        self._points: dict[int, list[Point]] = {}
        for point in equipment.points():
            self._points.setdefault(point.asset_id, []).append(point)
        self._lines: dict[int, ReadingLine] = {}

    @cached_property
    def _known(self) -> dict[Hashable, Reading]:
        found = self._equipment.readings(date.min, date.max)
        return {(each.point_id, each.day, each.time): each for each in found}

    @property
    def fields(self) -> Sequence[Field]:
        """The columns of a file of readings."""
        return READING_FIELDS

    def draft(self, **values: Any) -> ReadingLine:
        """Return the line with those values."""
        return ReadingLine(**values)

    def key(self, draft: ReadingLine) -> Hashable:
        """Return what is read when; the same twice in a file is a mistake."""
        return same_word(draft.tag), same_word(draft.name), draft.day, draft.time

    def match(self, draft: ReadingLine) -> int | None:
        """Return the reading on record at this very time."""
        try:
            reading = self._reading(draft)
        except UserError:
            return None  # `check` says it
        known = self._known.get((reading.point_id, reading.day, reading.time))
        if known is None:
            return None
        self._lines[known.id] = draft if known.draft() == reading else self._line(known, draft)
        return known.id

    def current(self, record_id: int) -> ReadingLine:
        """Return a reading on record as the line that says the same."""
        return self._lines[record_id]

    def check(self, draft: ReadingLine) -> Iterable[UserError]:
        """Yield what is wrong with one line."""
        try:
            asset, _point = self._about(draft)
            self._reading(draft)
            rules.check_moment(draft.day, draft.time, asset, self._equipment.clock.now())
        except UserError as error:
            yield error

    def check_all(self, rows: Sequence[PlannedRow[ReadingLine]]) -> Iterable[tuple[int, UserError]]:
        """Yield nothing: each reading is judged by itself."""
        return ()

    def apply(self, new: Sequence[ReadingLine], changed: Sequence[tuple[int, ReadingLine]]) -> None:
        """Keep the readings in one named change."""
        count = len(new) + len(changed)
        title = ngettext("Import {count} reading", "Import {count} readings", count)
        self._equipment.keep_readings(
            [self._reading(line) for line in new],
            {reading_id: self._reading(line) for reading_id, line in changed},
            title.format(count=count),
        )

    def _about(self, line: ReadingLine) -> tuple[Asset, Point]:
        """Return the asset and the point a line is about; UserError where it names none."""
        asset = self._assets.get(same_word(line.tag))
        if asset is None:
            meant = closest(line.tag, (each.tag for each in self._assets.values()))
            hint = " " + _("Did you mean {tag}?").format(tag=meant) if meant else ""
            raise UserError(
                _("No asset has the tag {tag}.").format(tag=line.tag) + hint, field="tag"
            )
        points = self._points.get(asset.id, [])
        named = [each for each in points if same_word(each.name) == same_word(line.name)]
        found = named or (points if not line.name and len(points) == 1 else [])
        if not found:
            names = ", ".join(each.name for each in points) or _("nothing yet")
            raise UserError(
                _("Say what is read. {asset} has: {names}.").format(asset=asset.title, names=names),
                field="name",
            )
        return asset, found[0]

    def _reading(self, line: ReadingLine) -> ReadingDraft:
        _asset, point = self._about(line)
        value = rules.parse_value(line.value, point)
        return ReadingDraft(point.id, line.day, line.time, value, line.by, line.note)

    def _line(self, known: Reading, like: ReadingLine) -> ReadingLine:
        _asset, point = self._about(like)
        value = rules.show_value(known.value, point, unit=False)
        same_value = known.value == rules.parse_value(like.value, point)
        return ReadingLine(
            like.tag,
            like.name,
            known.day,
            known.time,
            like.value if same_value else value,
            known.by,
            known.note,
        )


def plan_readings(
    equipment: Equipment, path: Path, locale: str = "en_US"
) -> ImportPlan[ReadingLine]:
    """Return what importing the file would do, with every error in it; writes nothing.

    UserError where the file cannot be read or lacks a required column.
    """
    return plan_file(path, ReadingImporter(equipment), locale)


def import_readings(
    equipment: Equipment, path: Path, locale: str = "en_US", *, dry_run: bool = False
) -> ImportPlan[ReadingLine]:
    """Keep the readings of a file, all in one change, and return what was done.

    UserError where a line has an error; `plan_readings` lists them all. Then nothing is written.
    """
    planned = plan_readings(equipment, path, locale)
    return carry_out(planned, ReadingImporter(equipment), dry_run=dry_run)


def export_readings(
    equipment: Equipment, path: Path, first: date, last: date, locale: str = "en_US"
) -> int:
    """Write the readings of a period to a file that an import reads back; return how many."""
    tags = {each.id: each.tag for each in equipment.assets()}
    points = {each.id: each for each in equipment.points()}
    rows: list[Mapping[str, object]] = []
    for each in equipment.readings(first, last):
        point = points[each.point_id]
        rows.append(
            {
                "tag": tags[point.asset_id],
                "name": point.name,
                "day": each.day,
                "time": each.time,
                "value": rules.show_value(each.value, point, unit=False).replace("−", "-"),
                "by": each.by,
                "note": each.note,
            }
        )
    write_rows(path, READING_FIELDS, rows, locale)
    return len(rows)
