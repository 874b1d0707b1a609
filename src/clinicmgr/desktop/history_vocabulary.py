"""The words of the history: what each domain tells of its tables, columns and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clinicmgr.desktop.settings_fields import setting_fields
from clinicmgr.kernel.domain import Domain, Names, ToldTable
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.news import domain_of

_SETTINGS = ("practice", N_("Settings"))
_SETTING_TABLE = ToldTable(N_("Setting"), setting_fields())


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What areas, tables and columns are called, and what stands behind numbers."""

    areas: Mapping[str, str]
    tables: Mapping[str, ToldTable]
    domains: tuple[Domain, ...] = ()

    @classmethod
    def of(cls, domains: Iterable[Domain]) -> Vocabulary:
        """Ask every domain, and add the settings, which are the window's own."""
        asked = tuple(domains)
        areas, tables = dict((_SETTINGS,)), {"practice_setting": _SETTING_TABLE}
        for told in (domain.told() for domain in asked):
            areas |= dict.fromkeys(map(domain_of, told.tables), told.name)
            tables |= told.tables
        return cls(areas, tables, asked)

    def area(self, domain: str) -> str:
        """Return the word for a part of the practice."""
        return _(self.areas[domain]) if domain in self.areas else plain_words(domain)

    def table(self, table: str) -> str:
        """Return the word for a row of a table; one that nobody tells is spelled out."""
        if table in self.tables:
            return _(self.tables[table].name)
        return plain_words(table.partition("_")[2] or table)

    def fields(self, table: str) -> dict[str, Field]:
        """Return the fields of a table by the names of their columns, in order."""
        told = self.tables.get(table)
        return {field.name: field for field in told.fields} if told else {}

    def label(self, table: str, column: str) -> str:
        """Return the label of a column; one that points elsewhere may be told there."""
        field = self.fields(table).get(column)
        if field is None and column.endswith("_id"):
            everywhere = (field for told in self.tables.values() for field in told.fields)
            field = next((each for each in everywhere if each.name == column), None)
        return field.title if field else plain_words(column)

    def names(self) -> dict[str, Names]:
        """Return by domain what its numbers stand for today: by its own names, then by others'."""
        own = {
            domain_of(next(iter(domain.told().tables))): domain.names() for domain in self.domains
        }
        shared = {column: names for each in own.values() for column, names in each.items()}
        return {domain: {**shared, **names} for domain, names in own.items()}


def plain_words(name: str) -> str:
    """Return a column's name as words: "from_day" is "From day"."""
    words = name.removesuffix("_id").removesuffix("_minutes").replace("_", " ").strip()
    return words[:1].upper() + words[1:]
