"""new, info, verify, backup, restore: what a scheduled task does with the practice file."""

import sqlite3
from contextlib import closing
from pathlib import Path

from clinicmgr.kernel.practice import SCHEMA_VERSION


def test_a_new_practice_is_a_file_that_info_can_read(run, tmp_path):
    file = tmp_path / "Harbor.clinic"
    started = run("new", file, "--name", "Harbor Dental")
    assert (started.code, started.err) == (0, "")
    assert "Harbor Dental" in started.out
    told = run("info", "--practice", file)
    assert told.code == 0
    assert told.out.startswith("Harbor Dental\n")
    assert "0 staff members, 0 sites, 0 rooms" in told.out
    assert sorted(each.name for each in tmp_path.glob("Harbor*")) == ["Harbor.clinic"]


def test_a_new_practice_never_takes_the_place_of_a_file(run, tmp_path):
    file = tmp_path / "Harbor.clinic"
    file.write_text("my shopping list")
    assert "is there already" in run("new", file, "--name", "Harbor Dental").sentence
    assert file.read_text() == "my shopping list"


def test_a_new_practice_needs_a_folder_and_a_name(run, tmp_path):
    assert "There is no folder" in run("new", tmp_path / "no" / "a.clinic", "--name", "A").sentence
    assert "needs a name" in run("new", tmp_path / "b.clinic", "--name", " ").sentence
    assert list(tmp_path.glob("**/*.clinic*")) == []


def test_info_counts_what_the_practice_holds(run, demo_file):
    answer = run("info", "--practice", demo_file, "--json").json
    assert (answer["name"], answer["practice"]) == ("Lakeside Family Practice", str(demo_file))
    counted = {key: answer[key] for key in ("staff", "sites", "rooms", "shift_types")}
    assert counted == {"staff": 24, "sites": 2, "rooms": 9, "shift_types": 15}
    assert answer["bytes"] == demo_file.stat().st_size
    assert answer["last_change"]["title"] == "Start Lakeside Family Practice"
    assert answer["last_change"]["at"] == "2026-11-18T08:00:00"


def test_a_sound_practice_passes_the_check(run, demo_file):
    checked = run("verify", "--practice", demo_file, "--json")
    assert (checked.code, checked.json) == (0, {"faults": []})
    assert run("verify", "--practice", demo_file).out.count("\n") == 1


def test_a_change_around_the_program_is_found(run, small):
    with closing(sqlite3.connect(small)) as file:
        names = file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in names:
            file.execute(f'DROP TRIGGER "{name}"')
        file.execute("UPDATE staff_member SET last_name = 'Ruin' WHERE last_name = 'Ruiz'")
        file.commit()
    checked = run("verify", "--practice", small, "--json")
    assert checked.code == 1
    assert len(checked.json["faults"]) == 1
    assert "fault found:" in run("verify", "--practice", small).out


def test_a_backup_is_a_practice_of_its_own(run, small, tmp_path):
    copy = tmp_path / "stick" / "copy.clinic"
    made = run("backup", copy, "--practice", small, "--json")
    assert (made.code, made.json["file"]) == (0, str(copy))
    assert made.json["practice"] == str(small)
    assert run("verify", "--practice", copy).code == 0
    assert run("info", "--practice", copy, "--json").json["staff"] == 2
    assert [each.name for each in copy.parent.iterdir()] == ["copy.clinic"]


def test_a_backup_never_takes_the_place_of_the_practice(run, small):
    before = small.read_bytes()
    assert "is the practice itself" in run("backup", small, "--practice", small).sentence
    assert "is the practice itself" in run("restore", small, "--practice", small).sentence
    assert small.read_bytes() == before
    assert [each.name for each in small.parent.iterdir()] == [small.name]


def test_a_backup_that_cannot_be_written_leaves_nothing(run, small, tmp_path):
    (tmp_path / "file").write_text("in the way")
    refused = run("backup", tmp_path / "file" / "copy.clinic", "--practice", small)
    assert "could not be written" in refused.sentence
    assert (tmp_path / "file").read_text() == "in the way"


def test_restore_brings_back_the_day_of_the_backup_and_keeps_what_was_there(
    run, small, tmp_path, look
):
    copy = tmp_path / "copy.clinic"
    run("backup", copy, "--practice", small)
    look(small, lambda clinic: clinic.staff.remove(clinic.staff.members()[0].id))
    assert run("info", "--practice", small, "--json").json["staff"] == 1
    restored = run("restore", copy, "--practice", small, "--json")
    assert restored.code == 0
    assert run("info", "--practice", small, "--json").json["staff"] == 2
    assert run("verify", "--practice", small).code == 0
    kept = Path(restored.json["kept"])
    assert kept.name == "test before restore 2026-11-18 090000.clinic"
    assert run("info", "--practice", kept, "--json").json["staff"] == 1


def test_restore_also_works_where_the_practice_was_lost(run, small, tmp_path):
    copy = tmp_path / "copy.clinic"
    run("backup", copy, "--practice", small)
    small.unlink()
    restored = run("restore", copy, "--practice", small)
    assert (restored.code, restored.err) == (0, "")
    assert run("info", "--practice", small, "--json").json["staff"] == 2


def test_a_damaged_backup_is_refused_and_the_practice_stays(run, small, tmp_path):
    copy = tmp_path / "copy.clinic"
    run("backup", copy, "--practice", small)
    content = copy.read_bytes()
    # The pages behind the first hold the roots of tables; one in the middle may be empty.
    copy.write_bytes(content[:4096] + bytes(20_000) + content[24_096:])
    before = small.read_bytes()
    refused = run("restore", copy, "--practice", small).sentence
    assert "is not a sound backup" in refused
    assert small.read_bytes() == before


def test_a_backup_by_a_newer_program_is_refused(run, small, tmp_path):
    copy = tmp_path / "copy.clinic"
    run("backup", copy, "--practice", small)
    with closing(sqlite3.connect(copy)) as file:
        file.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    assert "newer ClinicMgr" in run("restore", copy, "--practice", small).sentence
