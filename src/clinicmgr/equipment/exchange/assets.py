"""Assets from and to files; an asset that is on record by its tag gets the values of the file."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from clinicmgr.equipment import rules
from clinicmgr.equipment.records import ASSET_FIELDS, AssetDraft
from clinicmgr.equipment.service import Equipment
from clinicmgr.exchange import ImportPlan, PlannedRow, carry_out, plan_file, write_rows
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import ngettext
from clinicmgr.staff.rules.words import same_word


def asset_fields(equipment: Equipment) -> tuple[Field, ...]:
    """Return the columns of an asset file, with the practice's rooms by name and by code."""
    labels = equipment.room_labels()
    names = {same_word(label) for label in labels.values()}
    codes: list[tuple[object, str]] = [
        (room.id, room.code) for room in equipment.rooms() if same_word(room.code) not in names
    ]
    rooms = [*codes, *labels.items()]  # the name, which is shown, comes last
    return tuple(
        field.choosing(rooms) if field.name == "room_id" else field for field in ASSET_FIELDS
    )


class AssetImporter:
    """Adds and changes the assets of a file, all of it or none."""

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment
        self._fields = asset_fields(equipment)
        self._known = {each.id: each for each in equipment.assets()}
        self._by_tag = {same_word(each.tag): each.id for each in self._known.values()}
        self._rooms = {room.id for room in equipment.rooms()}

    @property
    def fields(self) -> Sequence[Field]:
        """The columns of an asset file."""
        return self._fields

    def draft(self, **values: Any) -> AssetDraft:
        """Return the asset with those values."""
        return AssetDraft(**values)

    def key(self, draft: AssetDraft) -> Hashable:
        """Return the tag: in one file each occurs once."""
        return same_word(draft.tag)

    def match(self, draft: AssetDraft) -> int | None:
        """Return the asset on record with this tag."""
        return self._by_tag.get(same_word(draft.tag))

    def current(self, record_id: int) -> AssetDraft:
        """Return an asset on record as a draft."""
        return self._known[record_id].draft()

    def check(self, draft: AssetDraft) -> Iterable[UserError]:
        """Yield what is wrong with one asset."""
        own = self.match(draft)
        others = (each for each in self._known.values() if each.id != own)
        try:
            rules.check_asset(draft, others, self._rooms)
        except UserError as error:
            yield error

    def check_all(self, rows: Sequence[PlannedRow[AssetDraft]]) -> Iterable[tuple[int, UserError]]:
        """Yield nothing: each asset is judged by itself."""
        return ()

    def apply(self, new: Sequence[AssetDraft], changed: Sequence[tuple[int, AssetDraft]]) -> None:
        """Add and change the assets in one named change."""
        count = len(new) + len(changed)
        title = ngettext("Import {count} asset", "Import {count} assets", count)
        self._equipment.keep_assets(new, dict(changed), title.format(count=count))


def plan_assets(equipment: Equipment, path: Path, locale: str = "en_US") -> ImportPlan[AssetDraft]:
    """Return what importing the file would do, with every error in it; writes nothing.

    UserError where the file cannot be read or lacks a required column.
    """
    return plan_file(path, AssetImporter(equipment), locale)


def import_assets(
    equipment: Equipment, path: Path, locale: str = "en_US", *, dry_run: bool = False
) -> ImportPlan[AssetDraft]:
    """Keep the assets of a file, all in one change, and return what was done.

    UserError where a line has an error; `plan_assets` lists them all. Then nothing is written.
    """
    planned = plan_assets(equipment, path, locale)
    return carry_out(planned, AssetImporter(equipment), dry_run=dry_run)


def export_assets(equipment: Equipment, path: Path, locale: str = "en_US") -> int:
    """Write all assets to a file that an import reads back; return how many."""
    assets = equipment.assets()
    rows: list[Mapping[str, object]] = [
        {field.name: getattr(each, field.name) for field in ASSET_FIELDS} for each in assets
    ]
    write_rows(path, asset_fields(equipment), rows, locale)
    return len(rows)
