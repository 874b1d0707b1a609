"""Hundreds of random changes to every table: undo to the start, redo to the end, nothing lost."""

import random
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Integer
from sqlalchemy.exc import IntegrityError
from sqlalchemy.types import TypeDecorator

import clinicmgr.clinic  # noqa: F401 - so that the tables of every domain are known
from clinicmgr.kernel.access import Right
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.news import Kind
from clinicmgr.kernel.tables import Day, Flag, Row

# The lines of published files are covered by a journalled row's sum instead; see test_reference.py.
_COVERED = {table.name for table in Row.metadata.sorted_tables if table.info.get("reference")}
_COVERING = {
    table.info["reference"].covered_by
    for table in Row.metadata.sorted_tables
    if table.info.get("reference")
}
TABLES = [table for table in Row.metadata.sorted_tables if table.name not in _COVERED | _COVERING]
ANY = Right("test.any", "Do anything")


def contents(journal: Journal) -> dict[str, list[Any]]:
    """Every row of every journalled table."""
    with journal.read() as db:
        return {
            table.name: list(db.execute(table.select().order_by(table.c.id))) for table in TABLES
        }


def _in_order(link: Any) -> tuple[int, list[str]]:
    """Links of several columns last: they must have the last word on the columns they share."""
    return len(link.elements), list(link.column_keys)


class RandomChanges:
    """Adds, edits and removes rows of any table, as the foreign keys allow."""

    def __init__(self, journal: Journal, seed: int) -> None:
        self.journal = journal
        self.random = random.Random(seed)
        self.tables = TABLES
        self.untouched = {table.name for table in TABLES}

    def step(self, number: int) -> None:
        # Some rows fit only to few others: tables that have none yet are tried more often.
        rare = [table for table in self.tables if table.name in self.untouched]
        table = self.random.choice(rare if rare and number % 3 == 0 else self.tables)
        verb = self.random.choice(("insert", "insert", "insert", "update", "delete"))
        try:
            with self.journal.change(f"Step {number}: {verb} {table.name}", ANY) as db:
                ids = list(db.scalars(table.select().with_only_columns(table.c.id)))
                if ids:
                    self.untouched.discard(table.name)
                if verb == "insert" or not ids:
                    for _row in range(self.random.choice((1, 1, 5))):
                        db.execute(table.insert().values(self._values(db, table)))
                elif verb == "update":
                    chosen = self.random.choice(ids)
                    values = self._values(db, table)
                    part = dict(self.random.sample(sorted(values.items()), k=1))
                    db.execute(table.update().where(table.c.id == chosen).values(part))
                else:
                    db.execute(table.delete().where(table.c.id == self.random.choice(ids)))
        except IntegrityError:  # a unique name met twice, or a row that others still need
            pass

    def _values(self, db: Any, table: Any) -> dict[str, Any]:
        """A row as the table's references allow; parents that are missing are added."""
        values = {
            column.name: self._plain(column) for column in table.columns if not column.primary_key
        }
        for link in sorted(table.foreign_key_constraints, key=_in_order):
            parent = link.referred_table
            keys = [element.column.name for element in link.elements]
            whole = [
                row
                for row in db.execute(parent.select()).mappings().all()
                if all(row[key] is not None for key in keys)
            ]
            optional = all(column.nullable for column in link.columns)
            if not whole and not optional:
                added = parent.insert().values(self._values(db, parent)).returning(parent)
                whole = db.execute(added).mappings().all()
            chosen = self.random.choice(whole) if whole else dict.fromkeys(keys)
            values |= {
                column.name: chosen[key] for column, key in zip(link.columns, keys, strict=True)
            }
        return values

    def _plain(self, column: Any) -> Any:
        if column.nullable and self.random.random() < 0.5:
            return None
        if isinstance(column.type, Day):
            return date(2026, 1, 1) + timedelta(days=self.random.randrange(900))
        if isinstance(column.type, Flag):
            return self.random.random() < 0.5
        if isinstance(column.type, TypeDecorator):
            return Decimal(self.random.randrange(10**6)) / 10_000
        if isinstance(column.type, Integer):
            return self.random.randrange(1_000_000)
        return self.random.choice(("O'Neil", "Übel", "", "名前", '"q"', "x")) + str(
            self.random.randrange(10**9)
        )


@pytest.mark.parametrize("seed", range(2))
def test_hundreds_of_random_changes_undo_to_the_start_and_redo_to_the_end(
    journal: Journal, seed: int
) -> None:
    changes = RandomChanges(journal, seed)
    states = [contents(journal)]
    for number in range(10 * len(TABLES)):
        before = journal.undo_title
        changes.step(number)
        if journal.undo_title != before:
            states.append(contents(journal))
    steps = len(states) - 1
    assert steps > 150
    filled = {name for state in states for name, rows in state.items() if rows}
    assert filled == {table.name for table in TABLES}

    for expected in reversed(states[:-1]):
        assert journal.undo() is not None
        assert contents(journal) == expected
    assert journal.undo() is None
    for expected in states[1:]:
        assert journal.redo() is not None
        assert contents(journal) == expected
    assert journal.redo() is None

    trail = journal.history(limit=10_000)
    assert len([entry for entry in trail if entry.kind is Kind.DO]) == steps
    assert len([entry for entry in trail if entry.kind is Kind.UNDO]) == steps
    assert len([entry for entry in trail if entry.kind is Kind.REDO]) == steps
    assert journal.verify() == []
