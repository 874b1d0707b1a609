"""A backup is proven to open; a restore is whole or does not happen."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.backup import (
    Backup,
    automatic,
    back_up,
    backups_of,
    faults_in,
    restore,
    thin_out,
)
from clinicmgr.kernel.clock import Clock, FixedClock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.practice import open_practice
from clinicmgr.kernel.settings import ClinicSettings


def test_a_backup_of_the_open_practice_is_a_practice(
    practice_file: Path, tmp_path: Path, clock: Clock, actor: Actor
) -> None:
    practice = open_practice(practice_file, clock, actor)
    practice.settings.change(ClinicSettings("Before"))
    copy = tmp_path / "stick" / "copy.clinic"
    back_up(practice, copy)
    practice.settings.change(ClinicSettings("After"))
    practice.close()
    assert faults_in(copy) == []
    assert list(copy.parent.iterdir()) == [copy]
    opened = open_practice(copy, clock, actor)
    assert opened.settings.current().name == "Before"
    opened.close()


def test_a_restore_brings_the_old_state_and_keeps_the_new_one_aside(
    practice_file: Path, tmp_path: Path, clock: Clock, actor: Actor
) -> None:
    practice = open_practice(practice_file, clock, actor)
    practice.settings.change(ClinicSettings("Before"))
    back_up(practice, tmp_path / "copy.clinic")
    practice.settings.change(ClinicSettings("After"))
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for path in practice_file.parent.glob(f"{practice_file.name}*"):
        shutil.copy(path, crashed)  # with its write-ahead log, as after a crash
    practice.close()
    live = crashed / practice_file.name
    live.with_name(live.name + ".lock").unlink()
    kept = restore(tmp_path / "copy.clinic", live, clock)
    assert kept is not None
    names = []
    for path in (live, kept):
        opened = open_practice(path, clock, actor)
        names.append(opened.settings.current().name)
        opened.close()
    assert names == ["Before", "After"]


def test_a_damaged_backup_is_refused_and_the_practice_untouched(
    practice_file: Path, tmp_path: Path, clock: Clock
) -> None:
    whole = practice_file.read_bytes()
    damaged = tmp_path / "damaged.clinic"
    damaged.write_bytes(whole[:4096] + bytes(4096) + whole[8192:])
    with pytest.raises(UserError, match="is not a sound backup"):
        restore(damaged, practice_file, clock)
    assert practice_file.read_bytes() == whole


def test_a_backup_into_a_folder_that_cannot_be_is_a_sentence(
    practice_file: Path, tmp_path: Path, clock: Clock, actor: Actor
) -> None:
    practice = open_practice(practice_file, clock, actor)
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(UserError, match="could not be written"):
        back_up(practice, tmp_path / "file" / "copy.clinic")
    practice.close()


def test_automatic_backups_are_listed_newest_first_and_thinned_out(
    practice_file: Path, tmp_path: Path, actor: Actor
) -> None:
    start = datetime(2026, 1, 1, 18)
    practice = open_practice(practice_file, FixedClock(start), actor)
    for day in range(40):
        automatic(practice, tmp_path, FixedClock(start + timedelta(days=day)))
    found = backups_of(practice_file, tmp_path)
    practice.close()
    assert found[0].at == start + timedelta(days=39)
    assert found == sorted(found, key=lambda backup: backup.at, reverse=True)
    assert 12 <= len(found) <= 20
    (found[0].path.parent / "my notes.clinic").write_text("")
    assert backups_of(practice_file, tmp_path) == found


@given(hours=st.sets(st.integers(0, 24 * 400), min_size=1, max_size=60))
def test_thinning_out_never_takes_the_newest_and_never_two_days_of_work(hours: set[int]) -> None:
    start = datetime(2026, 1, 1)
    backups = [Backup(Path(f"{hour}"), start + timedelta(hours=hour)) for hour in hours]
    gone = thin_out(backups)
    newest = max(backup.at for backup in backups)
    assert all(newest - backup.at >= timedelta(days=2) for backup in gone)
    kept = [backup for backup in backups if backup not in gone]
    assert thin_out(kept) == []
