"""Hundreds of random changes to every table: undo to the start, redo to the end, nothing lost."""

import random
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Integer
from sqlalchemy.exc import IntegrityError

import clinicmgr.clinic  # noqa: F401 - so that the tables of every domain are known
from clinicmgr.kernel.access import Right
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.news import Kind
from clinicmgr.kernel.tables import Day, Flag, Row

ANY = Right("test.any", "Do anything")


def contents(journal: Journal) -> dict[str, list[Any]]:
    """Every row of every journalled table."""
    with journal.read() as db:
        return {
            table.name: list(db.execute(table.select().order_by(table.c.id)))
            for table in Row.metadata.sorted_tables
        }


class RandomChanges:
    """Adds, edits and removes rows of any table, as the foreign keys allow."""

    def __init__(self, journal: Journal, seed: int) -> None:
        self.journal = journal
        self.random = random.Random(seed)
        self.tables = list(Row.metadata.sorted_tables)

    def step(self, number: int) -> None:
        table = self.random.choice(self.tables)
        verb = self.random.choice(("insert", "insert", "insert", "update", "delete"))
        try:
            with self.journal.change(f"Step {number}: {verb} {table.name}", ANY) as db:
                ids = list(db.scalars(table.select().with_only_columns(table.c.id)))
                if verb == "insert" or not ids:
                    for _row in range(self.random.choice((1, 1, 5))):
                        db.execute(table.insert().values(self._values(db, table, {})))
                elif verb == "update":
                    chosen = self.random.choice(ids)
                    values = self._values(db, table, {})
                    part = dict(self.random.sample(sorted(values.items()), k=1))
                    db.execute(table.update().where(table.c.id == chosen).values(part))
                else:
                    db.execute(table.delete().where(table.c.id == self.random.choice(ids)))
        except IntegrityError:  # a unique name met twice, or a row that others still need
            pass

    def _values(self, db: Any, table: Any, values: dict[str, Any]) -> dict[str, Any]:
        for column in table.columns:
            if column.primary_key:
                continue
            if column.foreign_keys:
                (key,) = column.foreign_keys
                ids = list(db.scalars(key.column.table.select().with_only_columns(key.column)))
                if not ids and not column.nullable:
                    target = key.column.table
                    row = self._values(db, target, {})
                    ids = [
                        db.execute(target.insert().values(row).returning(target.c.id)).scalar_one()
                    ]
                values[column.name] = self.random.choice(ids) if ids else None
            else:
                values[column.name] = self._plain(column)
        return values

    def _plain(self, column: Any) -> Any:
        if isinstance(column.type, Day):
            return date(2026, 1, 1) + timedelta(days=self.random.randrange(900))
        if isinstance(column.type, Flag):
            return self.random.random() < 0.5
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
    for number in range(300):
        before = journal.undo_title
        changes.step(number)
        if journal.undo_title != before:
            states.append(contents(journal))
    steps = len(states) - 1
    assert steps > 150
    assert {name for name, rows in states[-1].items() if rows} == set(Row.metadata.tables)

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
