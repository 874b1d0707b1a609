"""Nothing is lost, everything can be undone, and tampering shows."""

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, text, update
from sqlalchemy.exc import IntegrityError

from clinicmgr.kernel.access import Actor, Right
from clinicmgr.kernel.clock import Clock, FixedClock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.news import Changed, Kind
from clinicmgr.kernel.practice import open_practice
from clinicmgr.kernel.tables import Row
from clinicmgr.places.records import SiteDraft
from clinicmgr.places.service import Places

ANY = Right("test.any", "Do anything")
SITES = Row.metadata.tables["places_site"]


def site(name: str, code: str) -> dict[str, str]:
    return {"name": name, "code": code, "address": ""}


def add_site(journal: Journal, name: str, code: str) -> int:
    with journal.change(f"Add {name}", ANY) as db:
        return db.execute(insert(SITES).values(site(name, code)).returning(SITES.c.id)).scalar_one()


def names(journal: Journal) -> list[str]:
    with journal.read() as db:
        return list(db.scalars(text("SELECT name FROM places_site ORDER BY id")))


def test_a_change_is_undone_and_redone_by_its_name(journal: Journal) -> None:
    add_site(journal, "Main St", "MA")
    assert journal.undo_title == "Add Main St"
    assert journal.undo() == "Add Main St"
    assert names(journal) == []
    assert journal.redo() == "Add Main St"
    assert names(journal) == ["Main St"]


def test_there_is_nothing_to_undo_before_the_practice_began(journal: Journal) -> None:
    assert journal.undo_title is None
    assert journal.undo() is None
    assert journal.redo() is None


def test_undo_still_works_after_the_program_was_restarted(
    practice_file: Path, clock: Clock, actor: Actor
) -> None:
    practice = open_practice(practice_file, clock, actor)
    add_site(practice.journal, "Main St", "MA")
    add_site(practice.journal, "Lake", "LA")
    practice.journal.undo()
    practice.close()
    practice = open_practice(practice_file, clock, actor)
    assert practice.journal.redo_title == "Add Lake"
    practice.journal.undo()
    assert names(practice.journal) == []
    practice.close()


def test_a_new_change_ends_what_could_be_redone(journal: Journal) -> None:
    add_site(journal, "Main St", "MA")
    journal.undo()
    add_site(journal, "Lake", "LA")
    assert journal.redo_title is None


def test_a_change_that_fails_leaves_nothing(journal: Journal) -> None:
    def add_and_fail() -> None:
        with journal.change("Add two", ANY) as db:
            db.execute(insert(SITES).values(site("Main St", "MA")))
            raise UserError("no")

    with pytest.raises(UserError, match="no"):
        add_and_fail()
    assert names(journal) == []
    assert journal.undo_title is None


def test_a_change_within_a_change_is_one_step(journal: Journal) -> None:
    with journal.change("Add both", ANY):
        add_site(journal, "Main St", "MA")
        add_site(journal, "Lake", "LA")
    assert journal.undo() == "Add both"
    assert names(journal) == []


def test_a_failed_inner_change_takes_only_itself_back(journal: Journal) -> None:
    with journal.change("Add what fits", ANY):
        add_site(journal, "Main St", "MA")
        with pytest.raises(IntegrityError):
            add_site(journal, "Double", "MA")
    assert names(journal) == ["Main St"]


def test_a_change_that_changes_nothing_is_no_step(journal: Journal) -> None:
    add_site(journal, "Main St", "MA")
    with journal.change("Rename to the same", ANY) as db:
        db.execute(update(SITES).values(name="Main St"))
    assert journal.undo_title == "Add Main St"


def test_a_write_outside_of_a_change_is_refused_by_the_database(
    practice_file: Path, clock: Clock, actor: Actor
) -> None:
    practice = open_practice(practice_file, clock, actor)
    add_site(practice.journal, "Main St", "MA")
    for sql in (
        "UPDATE places_site SET name = 'Elsewhere'",
        "DELETE FROM places_site",
        "INSERT INTO places_site (name, code, address) VALUES ('X', 'X', '')",
        "INSERT OR REPLACE INTO places_site (id, name, code, address) VALUES (1, 'X', 'X', '')",
        "UPDATE journal_change SET after = '{}'",
        "DELETE FROM journal_entry",
        "UPDATE journal_entry SET title = 'nothing happened'",
    ):
        with pytest.raises(IntegrityError), practice.engine.begin() as connection:
            connection.execute(text(sql))
    assert names(practice.journal) == ["Main St"]
    assert practice.verify() == []
    practice.close()


def test_news_of_a_change_is_sent_once_after_it_is_kept(journal: Journal) -> None:
    heard: list[Changed] = []
    seen: list[list[str]] = []

    def listen(news: Changed) -> None:
        heard.append(news)
        seen.append(names(journal))

    stop = journal.subscribe(listen)
    with journal.change("Add both", ANY):
        add_site(journal, "Main St", "MA")
        add_site(journal, "Lake", "LA")
        assert heard == []
    journal.undo()
    stop()
    journal.redo()
    assert [(news.title, news.kind, set(news.domains)) for news in heard] == [
        ("Add both", Kind.DO, {"places"}),
        ("Add both", Kind.UNDO, {"places"}),
    ]
    assert seen == [["Main St", "Lake"], []]


def test_the_trail_names_who_did_what_and_when(journal: Journal) -> None:
    add_site(journal, "Main St", "MA")
    journal.undo()
    undone, done, started = journal.history()
    assert (done.who, done.title, done.needs, done.changes) == ("Dana", "Add Main St", ANY.id, 1)
    assert (undone.kind, undone.undoes) == (Kind.UNDO, done.id)
    assert (started.kind, started.title) == (Kind.START, "Start Lakeside Family Clinic")
    assert done.at.isoformat() == "2026-11-18T09:00:00"
    (row,) = journal.details(done.id)
    assert row.before is None
    assert row.after is not None
    assert row.after["name"] == "Main St"
    assert [entry.id for entry in journal.history(domain="practice")] == [started.id]


def test_an_older_change_can_be_undone_while_nothing_builds_on_it(journal: Journal) -> None:
    first = add_site(journal, "Main St", "MA")
    add_site(journal, "Lake", "LA")
    entry = next(e.id for e in journal.history() if e.title == "Add Main St")
    journal.undo_entry(entry)
    assert names(journal) == ["Lake"]
    journal.undo()
    assert names(journal) == ["Main St", "Lake"]
    with journal.change("Rename", ANY) as db:
        db.execute(update(SITES).where(SITES.c.id == first).values(name="Other"))
    with pytest.raises(UserError, match="changed again since"):
        journal.undo_entry(entry)
    assert names(journal) == ["Other", "Lake"]


def test_undo_refuses_to_take_along_what_came_to_depend_on_it(journal: Journal) -> None:
    rooms = Row.metadata.tables["places_room"]
    first = add_site(journal, "Main St", "MA")
    entry = journal.history()[0].id
    with journal.change("Add room", ANY) as db:
        db.execute(insert(rooms).values(site_id=first, name="Exam", code="X", capacity=1))
    with pytest.raises(UserError, match="have come to depend on it"):
        journal.undo_entry(entry)
    assert names(journal) == ["Main St"]


def test_without_the_right_nothing_changes(practice_file: Path, clock: Clock) -> None:
    practice = open_practice(practice_file, clock, Actor("Guest", frozenset({"other"})))
    with pytest.raises(UserError, match="Guest may not do this"):
        Places(practice.journal).add_site(SiteDraft("Main St", "MA"))
    with pytest.raises(UserError, match="Do anything"):
        practice.journal.require(ANY)
    assert names(practice.journal) == []
    practice.close()


@pytest.mark.parametrize(
    "tampering, sentence",
    [
        ("UPDATE journal_change SET after = replace(after, 'Lake', 'Pond')", "was edited"),
        ("UPDATE journal_entry SET who = 'Nobody' WHERE id = 2", "entry 2 is not as it was"),
        ("DELETE FROM journal_change WHERE seq = (SELECT max(seq) FROM journal_change)", "edited"),
        ("DELETE FROM journal_entry WHERE id = 2", "2 to 2 are missing"),
        ("DELETE FROM journal_entry WHERE id = 3", "3 to 3 are missing"),
        ("UPDATE places_site SET name = 'Pond' WHERE name = 'Lake'", "changed outside"),
        ("INSERT INTO places_site (name, code, address) VALUES ('P', 'P', '')", "changed outside"),
        ("DELETE FROM places_site", "changed outside"),
    ],
)
def test_verify_notices_who_went_around_the_program(
    practice_file: Path, clock: Clock, actor: Actor, tampering: str, sentence: str
) -> None:
    practice = open_practice(practice_file, clock, actor)
    add_site(practice.journal, "Main St", "MA")
    add_site(practice.journal, "Lake", "LA")
    assert practice.verify() == []
    with practice.engine.begin() as connection:
        triggers = connection.execute(text("SELECT name FROM sqlite_master WHERE type='trigger'"))
        for name in triggers.scalars().all():
            connection.execute(text(f'DROP TRIGGER "{name}"'))
    with practice.engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute(tampering)
        raw.execute("PRAGMA foreign_keys=ON")
    assert any(sentence in fault for fault in practice.verify())
    practice.close()


@settings(max_examples=15)
@given(moves=st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=40))
def test_undo_and_redo_in_any_order_behave_like_a_list_of_states(
    tmp_path_factory: pytest.TempPathFactory, empty_template: Path, moves: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("moves") / "practice"
    shutil.copytree(empty_template, folder)
    (file,) = folder.glob("*.clinic")
    practice = open_practice(file, FixedClock(datetime(2026, 11, 18, 9)), Actor("Dana"))
    states, position = [names(practice.journal)], 0
    for number, move in enumerate(moves):
        if move == "do":
            add_site(practice.journal, f"S{number}", f"{number}")
            states = [*states[: position + 1], names(practice.journal)]
            position += 1
        elif move == "undo":
            practice.journal.undo()
            position = max(0, position - 1)
        else:
            practice.journal.redo()
            position = min(len(states) - 1, position + 1)
        assert names(practice.journal) == states[position]
    practice.close()


def test_a_value_that_can_be_made_again_is_made_once_and_is_no_history(journal: Journal) -> None:
    made: list[str] = []

    def make() -> str:
        made.append("x")
        return "holidays of 2026"

    assert journal.derived("holidays", make) == "holidays of 2026"
    with journal.read():
        assert journal.derived("holidays", make) == "holidays of 2026"
    with journal.change("Add Main St", ANY):
        assert journal.derived("others", make) == "holidays of 2026"
    assert len(made) == 2
    assert [entry.title for entry in journal.history()] == ["Start Lakeside Family Clinic"]
    assert journal.verify() == []
