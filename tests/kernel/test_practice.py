"""A practice file opens only when it is one, is whole, and is nobody else's."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from clinicmgr.kernel import sqlite
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.guard import sqlite_refusal
from clinicmgr.kernel.lock import PracticeLock
from clinicmgr.kernel.practice import create_practice, open_practice
from clinicmgr.kernel.settings import ClinicSettings


def open_sentence(path: Path, clock: Clock, actor: Actor) -> str:
    with pytest.raises(UserError) as refused:
        open_practice(path, clock, actor)
    return refused.value.sentence


def test_a_new_practice_has_its_name_and_nothing_to_complain_about(
    practice_file: Path, clock: Clock, actor: Actor
) -> None:
    practice = open_practice(practice_file, clock, actor)
    assert practice.settings.current().name == "Lakeside Family Clinic"
    assert practice.verify() == []
    practice.close()


def test_a_file_that_is_there_is_never_overwritten(
    practice_file: Path, clock: Clock, actor: Actor
) -> None:
    before = practice_file.read_bytes()
    with pytest.raises(UserError, match="is there already"):
        create_practice(practice_file, ClinicSettings("Other"), clock, actor)
    assert practice_file.read_bytes() == before


def test_a_practice_without_a_name_is_not_begun(tmp_path: Path, clock: Clock, actor: Actor) -> None:
    with pytest.raises(UserError, match="needs a name"):
        create_practice(tmp_path / "new.clinic", ClinicSettings(" "), clock, actor)
    assert list(tmp_path.iterdir()) == []


def test_files_that_are_no_practice_are_said_so(tmp_path: Path, clock: Clock, actor: Actor) -> None:
    missing = tmp_path / "missing.clinic"
    assert "There is no file" in open_sentence(missing, clock, actor)
    assert "is a folder" in open_sentence(tmp_path, clock, actor)
    letter = tmp_path / "letter.clinic"
    letter.write_text("Dear Dana, " * 50)
    assert "is not a practice file" in open_sentence(letter, clock, actor)
    short = tmp_path / "short.clinic"
    short.write_bytes(sqlite.MAGIC)
    assert "is not a practice file" in open_sentence(short, clock, actor)
    other = tmp_path / "other.clinic"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE song (title TEXT)")
    connection.close()
    assert "is not a practice file" in open_sentence(other, clock, actor)
    assert letter.read_text().startswith("Dear Dana")


def test_a_file_of_a_newer_program_is_left_alone(
    practice_file: Path, clock: Clock, actor: Actor
) -> None:
    with sqlite3.connect(practice_file) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA user_version=99")
    connection.close()
    before = practice_file.read_bytes()
    assert "written by a newer ClinicMgr" in open_sentence(practice_file, clock, actor)
    assert practice_file.read_bytes() == before


def test_a_read_only_file_and_a_read_only_folder_are_said_so(
    practice_file: Path, clock: Clock, actor: Actor
) -> None:
    practice_file.chmod(0o444)
    assert "is read-only" in open_sentence(practice_file, clock, actor)
    practice_file.chmod(0o644)
    practice_file.parent.chmod(0o555)
    try:
        assert "is read-only" in open_sentence(practice_file, clock, actor)
    finally:
        practice_file.parent.chmod(0o755)


def test_a_damaged_file_is_said_so_and_kept(
    practice_file: Path, clock: Clock, actor: Actor
) -> None:
    whole = practice_file.read_bytes()
    practice_file.write_bytes(whole[:100] + bytes(8000) + whole[8100:])
    sentence = open_sentence(practice_file, clock, actor)
    assert "cannot be read" in sentence
    assert "Restore a backup" in sentence
    assert practice_file.exists()


def test_a_second_window_is_told_who_has_the_practice(
    practice_file: Path, clock: Clock, actor: Actor
) -> None:
    practice = open_practice(practice_file, clock, actor)
    sentence = open_sentence(practice_file, clock, actor)
    assert "is open in another window" in sentence
    assert "2026-11-18 09:00" in sentence
    practice.close()
    open_practice(practice_file, clock, actor).close()
    assert sorted(path.name for path in practice_file.parent.iterdir()) == [practice_file.name]


def test_the_lock_of_a_killed_program_is_gone_at_once(
    practice_file: Path, clock: Clock, actor: Actor
) -> None:
    program = (
        "import sys, datetime, pathlib\n"
        "from clinicmgr.kernel.lock import PracticeLock\n"
        "lock = PracticeLock(pathlib.Path(sys.argv[1]), datetime.datetime(2026, 11, 18, 8))\n"
        "print('locked', flush=True)\n"
        "sys.stdin.read()\n"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", program, str(practice_file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdin is not None
    assert holder.stdout.readline() == "locked\n"
    assert "is open in another window" in open_sentence(practice_file, clock, actor)
    holder.kill()
    holder.wait()
    holder.stdout.close()
    holder.stdin.close()
    assert practice_file.with_name(practice_file.name + ".lock").exists()
    open_practice(practice_file, clock, actor).close()


def test_a_lock_file_that_was_left_over_locks_nothing(
    practice_file: Path, clock: Clock, actor: Actor
) -> None:
    practice_file.with_name(practice_file.name + ".lock").write_text("{")
    lock = PracticeLock(practice_file, clock.now())
    lock.release()
    open_practice(practice_file, clock, actor).close()


def test_what_was_written_before_a_crash_is_there_after_it(
    practice_file: Path, clock: Clock, actor: Actor
) -> None:
    practice = open_practice(practice_file, clock, actor)
    practice.settings.change(ClinicSettings("Renamed"))
    crashed = practice_file.parent / "crashed"
    crashed.mkdir()
    for path in practice_file.parent.glob(f"{practice_file.name}*"):
        shutil.copy(path, crashed)  # what the disk holds while the program still runs
    practice.close()
    after = open_practice(crashed / practice_file.name, clock, actor)
    assert after.settings.current().name == "Renamed"
    assert after.verify() == []
    after.close()


def test_the_sqlite_in_use_is_sound_and_set_to_lose_nothing(
    practice_file: Path, clock: Clock, actor: Actor
) -> None:
    assert sqlite_refusal() is None
    practice = open_practice(practice_file, clock, actor)
    with practice.engine.connect() as connection:
        answers = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("locking_mode", "journal_mode", "synchronous", "foreign_keys")
        }
    assert answers == {
        "locking_mode": "exclusive",
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
    }
    practice.close()
