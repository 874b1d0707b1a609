"""Keeping assets: adding, changing, retiring and removing them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date

from sqlalchemy import select

from clinicmgr.equipment import rules
from clinicmgr.equipment.records import EDIT_EQUIPMENT, Asset, AssetDraft
from clinicmgr.equipment.tables import AssetRow
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import added, existing, overwrite, unless_used
from clinicmgr.places.service import Places
from clinicmgr.staff.records.days import day_text
from clinicmgr.staff.rules.words import same_word


class Assets:
    """The equipment on record."""

    def __init__(self, journal: Journal, places: Places) -> None:
        self._journal = journal
        self._places = places

    def all(self) -> list[Asset]:
        """Return all assets by tag, the retired ones too."""
        with self._journal.read() as db:
            found = [_record(row) for row in db.scalars(select(AssetRow))]
        return sorted(found, key=lambda each: same_word(each.tag))

    def one(self, asset_id: int, *, field: str | None = None) -> Asset:
        """Return one asset; UserError where there is none."""
        with self._journal.read() as db:
            row = db.get(AssetRow, asset_id)
            if row is None:
                raise UserError(
                    _("This asset is not on record; perhaps it was removed or undone."),
                    field=field,
                )
            return _record(row)

    def keep(
        self,
        new: Sequence[AssetDraft],
        changed: Mapping[int, AssetDraft],
        title: str | None = None,
    ) -> list[int]:
        """Add and change assets in one named change; return the new ids in the same order."""
        rooms = {room.id for room in self._places.rooms()}
        known: dict[object, AssetDraft] = {each.id: each for each in self.all()}
        known.update(changed.items())
        for number, draft in enumerate(new):
            known["new", number] = draft
        judged = [*changed.items(), *((("new", at), draft) for at, draft in enumerate(new))]
        for key, draft in judged:
            others = (other for place, other in known.items() if place != key)
            rules.check_asset(draft, others, rooms)
        with self._journal.change(title or _title(new, changed), EDIT_EQUIPMENT) as db:
            for asset_id, draft in changed.items():
                overwrite(existing(db, AssetRow, asset_id), _columns(draft))
            return [added(db, AssetRow(**_columns(draft))) for draft in new]

    def retire(self, asset_id: int, day: date) -> None:
        """Let `day` be the first one on which the asset is no longer used."""
        asset = self.one(asset_id)
        title = _("Retire {asset} on {day}").format(asset=asset.title, day=day_text(day))
        self.keep((), {asset_id: replace(asset.draft(), retired=day)}, title)

    def remove(self, asset_id: int) -> None:
        """Remove an asset that was entered by mistake and has no history."""
        asset = self.one(asset_id)
        sentence = _("{asset} has plans, work or readings on record; retire it instead.")
        title = _("Remove {asset}").format(asset=asset.title)
        with (
            unless_used(sentence.format(asset=asset.title)),
            self._journal.change(title, EDIT_EQUIPMENT) as db,
        ):
            db.delete(existing(db, AssetRow, asset_id))


def _title(new: Sequence[AssetDraft], changed: Mapping[int, AssetDraft]) -> str:
    drafts = [*new, *changed.values()]
    if len(drafts) != 1:
        return ngettext("Keep {count} asset", "Keep {count} assets", len(drafts)).format(
            count=len(drafts)
        )
    words = _("Add {asset}") if new else _("Change {asset}")
    return words.format(asset=f"{drafts[0].name} ({drafts[0].tag})")


def _record(row: AssetRow) -> Asset:
    return Asset(
        id=row.id,
        tag=row.tag,
        name=row.name,
        category=row.category,
        make=row.make,
        model=row.model,
        serial=row.serial,
        room_id=row.room_id,
        purchased=row.purchased,
        cost_cents=row.cost_cents,
        warranty_until=row.warranty_until,
        vendor=row.vendor,
        retired=row.retired,
        note=row.note,
    )


def _columns(draft: AssetDraft) -> dict[str, object]:
    values = asdict(draft)
    values.pop("id", None)
    return {
        name: " ".join(value.split()) if isinstance(value, str) and name != "note" else value
        for name, value in values.items()
    }
