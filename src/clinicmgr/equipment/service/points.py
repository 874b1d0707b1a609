"""Keeping the points at which readings are taken."""

from sqlalchemy import select

from clinicmgr.equipment import rules
from clinicmgr.equipment.records import EDIT_EQUIPMENT, Asset, Point, PointDraft
from clinicmgr.equipment.service.assets import Assets
from clinicmgr.equipment.tables import PointRow
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import added, existing, overwrite, unless_used
from clinicmgr.staff.rules.words import unique


class Points:
    """Where values are read, against which limits, and when."""

    def __init__(self, journal: Journal, assets: Assets) -> None:
        self._journal = journal
        self._assets = assets

    def all(self, asset_id: int | None = None) -> list[Point]:
        """Return all points, or those of one asset, in the order they were made."""
        wanted = select(PointRow).order_by(PointRow.id)
        if asset_id is not None:
            wanted = wanted.where(PointRow.asset_id == asset_id)
        with self._journal.read() as db:
            return [_record(row) for row in db.scalars(wanted)]

    def one(self, point_id: int) -> Point:
        """Return one point; UserError where there is none."""
        with self._journal.read() as db:
            return _record(existing(db, PointRow, point_id))

    def add(self, draft: PointDraft) -> int:
        """Add a point; return its id."""
        tidy, asset = self._checked(draft, None)
        title = _("Add reading “{name}” of {asset}").format(name=tidy.name, asset=asset.title)
        with self._journal.change(title, EDIT_EQUIPMENT) as db:
            return added(db, PointRow(**_columns(tidy)))

    def change(self, point_id: int, draft: PointDraft) -> None:
        """Give a point other limits, times or words; its decimals stay, for they scale values."""
        known = self.one(point_id)
        if (known.decimals, known.asset_id) != (draft.decimals, draft.asset_id):
            raise UserError(
                _("The decimals stay as they are; end this one and add another."),
                field="decimals",
            )
        tidy, asset = self._checked(draft, point_id)
        title = _("Change reading “{name}” of {asset}").format(name=tidy.name, asset=asset.title)
        with self._journal.change(title, EDIT_EQUIPMENT) as db:
            overwrite(existing(db, PointRow, point_id), _columns(tidy))

    def remove(self, point_id: int) -> None:
        """Remove a point that has no readings yet."""
        point = self.one(point_id)
        sentence = _("“{name}” has readings on record; end it instead of removing it.")
        title = _("Remove reading “{name}”").format(name=point.name)
        with (
            unless_used(sentence.format(name=point.name)),
            self._journal.change(title, EDIT_EQUIPMENT) as db,
        ):
            db.delete(existing(db, PointRow, point_id))

    def _checked(self, draft: PointDraft, own_id: int | None) -> tuple[PointDraft, Asset]:
        asset = self._assets.one(draft.asset_id)
        tidy = rules.tidy_point(draft, asset)
        unique(
            tidy.name,
            (each.name for each in self.all(asset.id) if each.id != own_id),
            sentence=_("This asset has a reading called {text} already."),
            field="name",
        )
        return tidy, asset


def _record(row: PointRow) -> Point:
    return Point(
        id=row.id,
        asset_id=row.asset_id,
        name=row.name,
        from_day=row.from_day,
        unit=row.unit,
        decimals=row.decimals,
        low=row.low,
        high=row.high,
        times=_numbers(row.times),
        weekdays=_numbers(row.weekdays),
        ended=row.ended,
    )


def _columns(draft: PointDraft) -> dict[str, object]:
    return {
        "asset_id": draft.asset_id,
        "name": draft.name,
        "from_day": draft.from_day,
        "unit": draft.unit,
        "decimals": draft.decimals,
        "low": draft.low,
        "high": draft.high,
        "times": ",".join(map(str, draft.times)),
        "weekdays": ",".join(map(str, sorted(draft.weekdays))),
        "ended": draft.ended,
    }


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(",") if part)
