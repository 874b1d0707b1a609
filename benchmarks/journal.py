"""What the journal costs: changes that can be undone and audited, against plain SQLite."""

import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from _measure import Line, Run, in_turn, show, timed
from _practice import MONDAY, practice
from sqlalchemy.schema import CreateIndex, CreateTable

from clinicmgr.clinic import Clinic
from clinicmgr.kernel import sqlite
from clinicmgr.kernel.tables import Row
from clinicmgr.schedule.records import ShiftDraft

MANY = 10_000


def plain_table(path: Path) -> Any:
    """Open a file with the program's own settings, the same table and indexes, and no trigger."""
    connection = sqlite.connect(path)
    connection.execute("PRAGMA foreign_keys=OFF")  # the tables it points to are not here
    table = Row.metadata.tables["schedule_shift"]
    connection.execute(str(CreateTable(table)))
    for index in sorted(table.indexes, key=lambda each: str(each.name)):
        connection.execute(str(CreateIndex(index)))
    return connection


def plain_runs(connection: Any, drafts: list[ShiftDraft]) -> tuple[Run, Run, Run]:
    """Return: change a row, insert many, delete them again; each in a transaction."""
    names = tuple(ShiftDraft.__slots__)
    places = ", ".join("?" * len(names))
    columns = ", ".join(f'"{name}"' for name in names)
    insert = f"INSERT INTO schedule_shift ({columns}) VALUES ({places})"  # noqa: S608
    rows = [_row(draft, names) for draft in drafts]
    times = iter(range(10**6))

    def within(work: Callable[[], object]) -> None:
        connection.execute("BEGIN IMMEDIATE")
        work()
        connection.execute("COMMIT")

    within(lambda: connection.execute(insert, rows[0]))
    (kept,) = connection.execute("SELECT max(id) FROM schedule_shift").fetchone()
    change = 'UPDATE schedule_shift SET "end" = ? WHERE id = ?'
    delete = "DELETE FROM schedule_shift WHERE id = ?"

    def remove() -> None:
        ids = connection.execute("SELECT id FROM schedule_shift WHERE id > ?", (kept,)).fetchall()
        connection.executemany(delete, ids)

    return (
        timed(lambda: within(lambda: connection.execute(change, (600 + next(times) % 9, kept)))),
        timed(lambda: within(lambda: connection.executemany(insert, rows))),
        timed(lambda: within(remove)),
    )


def _row(draft: ShiftDraft, names: tuple[str, ...]) -> tuple[object, ...]:
    values = {name: getattr(draft, name) for name in names}
    return tuple((values | {"day": draft.day.isoformat(), "locked": 0}).values())


def own_runs(clinic: Clinic, drafts: list[ShiftDraft]) -> tuple[Run, Run, Run]:
    """Return the same through the service, the last one as undo."""
    schedule = clinic.schedule
    (kept,) = schedule.edit(add=drafts[:1])
    times = iter(range(10**6))

    def change() -> None:
        schedule.change_shift(kept, replace(drafts[0], end=600 + next(times) % 9))

    return timed(change), timed(lambda: schedule.edit(add=drafts)), timed(clinic.journal.undo)


def main() -> None:
    """Measure and print."""
    with practice() as clinic, tempfile.TemporaryDirectory() as folder:
        members, rooms = clinic.staff.members(), clinic.places.rooms()
        drafts = [
            ShiftDraft(
                members[number % len(members)].id, MONDAY, 480, 960 + number % 60,
                members[number % len(members)].position_ids[0], rooms[0].id, None, 30,
            )
            for number in range(MANY)
        ]  # fmt: skip
        with closing(plain_table(Path(folder) / "plain.sqlite")) as connection:
            one, many, undo = own_runs(clinic, drafts)
            plain_one, plain_many, plain_delete = plain_runs(connection, drafts)
            single = in_turn({"own": one, "plain": plain_one}, rounds=31)
            bulk = in_turn({"own": many, "undo": undo, "plain": plain_many, "delete": plain_delete})
    plain = "plain SQLite"
    show(
        "Journal",
        [
            Line("change one shift", single["own"], plain, single["plain"], "<= 12 ms"),
            Line(f"add {MANY:,} shifts", bulk["own"], plain, bulk["plain"], "<= 8 x"),
            Line(
                f"undo {MANY:,} shifts", bulk["undo"], f"{plain} delete", bulk["delete"], "<= 8 x"
            ),
        ],
    )


if __name__ == "__main__":
    main()
