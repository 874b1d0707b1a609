"""From the cells of a line to values by field name, and from a mistake to its place in the file."""

from collections.abc import Callable, Mapping, Sequence

from clinicmgr.exchange.cells import Cell, Line, is_blank
from clinicmgr.exchange.mapping import ColumnMapping
from clinicmgr.exchange.plans import RowError
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field, reader
from clinicmgr.kernel.i18n import _

_Result = tuple[object, str]  # the value, or the sentence that says why there is none


class RowReader:
    """Reads lines of one file; equal cells of a column are parsed once."""

    def __init__(self, fields: Sequence[Field], mapping: ColumnMapping, locale: str) -> None:
        self._fields = {field.name: field for field in fields}
        self._mapping = mapping
        self._columns = [
            (place, self._fields[name], _remembering(reader(self._fields[name], locale)))
            for place, name in enumerate(mapping.fields)
            if name is not None
        ]
        self._lines: dict[int, Line] = {}

    def read(self, line: Line) -> tuple[dict[str, object], tuple[RowError, ...]]:
        """Return (values of the mapped fields, errors); a blank cell with a default is None."""
        self._lines[line.number] = line
        values: dict[str, object] = {}
        errors: list[RowError] = []
        for place, field, parsed in self._columns:
            cell = line.cells[place] if place < len(line.cells) else None
            if is_blank(cell) and field.default is not None:
                values[field.name] = None
                continue
            values[field.name], sentence = parsed(cell)
            if sentence:
                heading = self._mapping.header[place]
                errors.append(RowError(line.number, heading, cell, sentence, field.name))
        return values, (*errors, *self._surplus(line))

    def for_new(self, values: Mapping[str, object]) -> dict[str, object]:
        """Return a value for every field: the one read, the default, or the empty value."""
        return {
            name: field.empty if (value := self._or_default(field, values)) is None else value
            for name, field in self._fields.items()
        }

    def for_existing(self, values: Mapping[str, object]) -> dict[str, object]:
        """Return the values that replace those of an existing record."""
        emptied = {name: self._fields[name] for name, value in values.items() if value is None}
        return dict(values) | {
            name: field.default if field.required else field.empty
            for name, field in emptied.items()
        }

    def error(self, line: Line, fault: UserError) -> RowError:
        """Return the error at the column of the field that `fault` names, or at the line."""
        place = self._mapping.column(fault.field) if fault.field else None
        if place is None:
            return RowError(line.number, "", None, fault.sentence, fault.field)
        cell = line.cells[place] if place < len(line.cells) else None
        heading = self._mapping.header[place]
        return RowError(line.number, heading, cell, fault.sentence, fault.field)

    def error_at(self, number: int, fault: UserError) -> RowError:
        """Return the same for the line with that number."""
        return self.error(self._lines[number], fault)

    def _or_default(self, field: Field, values: Mapping[str, object]) -> object:
        value = values.get(field.name)
        return field.default if value is None else value

    def _surplus(self, line: Line) -> tuple[RowError, ...]:
        """Return an error if there are cells to the right of the headings."""
        width = len(self._mapping.header)
        extra = next((cell for cell in line.cells[width:] if not is_blank(cell)), None)
        if extra is None:
            return ()
        sentence = _(
            "This line has {cells} cells but there are {headings} headings. "
            "Put quotation marks around a text with a separator in it."
        ).format(cells=len(line.cells), headings=width)
        return (RowError(line.number, "", extra, sentence),)


def _remembering(read: Callable[[object], object]) -> Callable[[Cell], _Result]:
    known: dict[tuple[type, Cell], _Result] = {}

    def parsed(cell: Cell) -> _Result:
        place = (type(cell), cell)  # 1.0 and True are equal, but are not the same cell
        if place not in known:
            try:
                known[place] = read(cell), ""
            except UserError as error:
                known[place] = None, error.sentence
        return known[place]

    return parsed
