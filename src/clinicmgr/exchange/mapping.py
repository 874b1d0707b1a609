"""Which column of a file is which field: by heading, by memory, by the person."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from clinicmgr.exchange.cells import Sheet
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field, closest, fold
from clinicmgr.kernel.i18n import _

_TITLE_LINES = 30


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The headings of a file and, for each, the name of its field; None: not imported."""

    header: tuple[str, ...]
    fields: tuple[str | None, ...]

    @property
    def fingerprint(self) -> str:
        """The same for files with the same headings: the key to remember the mapping by."""
        folded = "\n".join(map(fold, self.header))
        return hashlib.sha256(folded.encode()).hexdigest()[:16]

    @property
    def ignored(self) -> tuple[str, ...]:
        """The headings that are not imported."""
        pairs = zip(self.header, self.fields, strict=True)
        return tuple(heading for heading, field in pairs if heading and field is None)

    def column(self, field: str) -> int | None:
        """Return the place of the column with that field."""
        return self.fields.index(field) if field in self.fields else None

    def with_field(self, column: int, field: str | None) -> "ColumnMapping":
        """Return this mapping with one column changed; another column gives up the field."""
        fields = [None if name == field else name for name in self.fields]
        fields[column] = field
        return replace(self, fields=tuple(fields))

    def remembered(self) -> str:
        """Return the mapping as text, to be kept under its fingerprint; see `map_columns`."""
        return json.dumps(list(self.fields))

    def require(self, fields: Iterable[Field]) -> None:
        """Raise UserError naming the required fields without a column and the headings found."""
        missing = [
            field.title
            for field in fields
            if field.required and field.default is None and field.name not in self.fields
        ]
        if missing:
            raise UserError(
                _(
                    "No column gives {missing}. The headings found are: {header}. "
                    "Choose the column or add it to the file."
                ).format(
                    missing=", ".join(f'"{title}"' for title in missing),
                    header=", ".join(heading for heading in self.header if heading),
                )
            )


def map_columns(
    header: Sequence[str], fields: Sequence[Field], remembered: str | None = None
) -> ColumnMapping:
    """Return the mapping by label, field name and aliases; case, accents, punctuation don't count.

    A remembered mapping of the same headings wins where its fields still exist. If two headings
    stand for a field, the one that is its label has it.
    """
    mapping = ColumnMapping(tuple(header), (None,) * len(header))
    known = {field.name for field in fields}
    kept = json.loads(remembered) if remembered else None
    if kept is not None and len(kept) == len(header):
        return replace(mapping, fields=tuple(name if name in known else None for name in kept))
    folded = [fold(heading) for heading in header]
    taken: dict[int, str] = {}
    for names in zip(*map(_three_names, fields), strict=True):  # all labels, all names, all aliases
        for field, wanted in zip(fields, names, strict=True):
            places = [place for place, heading in enumerate(folded) if heading in wanted - {""}]
            free = [place for place in places if place not in taken]
            if free and field.name not in taken.values():
                taken[free[0]] = field.name
    return replace(mapping, fields=tuple(taken.get(place) for place in range(len(header))))


def suggestions(mapping: ColumnMapping, fields: Sequence[Field]) -> dict[int, Field]:
    """Return, by column that is not mapped, the free field that its heading comes close to."""
    free = {
        fold(name): field
        for field in fields
        if field.name not in mapping.fields
        for name in _names(field)
    }
    near: dict[int, Field] = {}
    for column, (heading, field) in enumerate(zip(mapping.header, mapping.fields, strict=True)):
        meant = closest(fold(heading), free) if field is None and fold(heading) else None
        if meant is not None:
            near[column] = free[meant]
    return near


def find_header(sheet: Sheet, fields: Sequence[Field]) -> Sheet:
    """Return the sheet with its headings at the line that names the most fields.

    Lines above, such as a title or "printed on", are passed over; without any known heading
    the first line is taken.
    """
    lines = range(min(_TITLE_LINES, len(sheet.lines)))

    def recognized(place: int) -> int:
        mapping = map_columns(replace(sheet, header_at=place).header, fields)
        return sum(field is not None for field in mapping.fields)

    return replace(sheet, header_at=max(lines, key=recognized))


def _three_names(field: Field) -> tuple[set[str], set[str], set[str]]:
    labels = {fold(field.title), fold(field.label)}
    return labels, {fold(field.name)}, set(map(fold, field.aliases))


def _names(field: Field) -> tuple[str, ...]:
    return field.title, field.label, field.name, *field.aliases
