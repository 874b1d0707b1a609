"""An older file is brought up on a copy, and comes through whole or not at all."""

import sqlite3
from pathlib import Path

import pytest

import clinicmgr.clinic  # noqa: F401 - so that the tables of every domain are known
from clinicmgr import migrations
from clinicmgr.kernel import sqlite
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.practice import SCHEMA_VERSION, create_practice
from clinicmgr.kernel.settings import ClinicSettings

PARENT_AND_CHILD = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "0001", None
def upgrade():
    op.create_table("staff_a", sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("n", sa.Text))
    op.create_table("staff_b", sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer, sa.ForeignKey("staff_a.id", ondelete="CASCADE")))
"""
REBUILD_THE_PARENT = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "0002", "0001"
def upgrade():
    with op.batch_alter_table("staff_a", recreate="always") as batch:
        batch.add_column(sa.Column("later", sa.Text, server_default="new"))
"""
LOSE_A_ROW = (
    REBUILD_THE_PARENT
    + """
    op.execute("DELETE FROM staff_b WHERE id = 1")
"""
)
FAIL_HALFWAY = (
    REBUILD_THE_PARENT
    + """
    op.execute("SELECT nonsense FROM nowhere")
"""
)


def schema_of(path: Path) -> dict[str, str]:
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') "
        "AND name NOT LIKE 'search_%' AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version'"
    ).fetchall()
    connection.close()
    return {name: _told(sql) for name, sql in rows if sql}


def _told(sql: str) -> str:
    """The same words for the same table: a column that was added later stands at its end."""
    words = " ".join(sql.replace('"', "").split())
    if not words.startswith("CREATE TABLE"):
        return words
    head, _bracket, parts = words.partition("(")
    columns = parts.rstrip(" )").split(", ")
    return f"{head}({', '.join(sorted(column.strip(' )') for column in columns))})"


def write_scripts(folder: Path, *versions: str) -> Path:
    (folder / "versions").mkdir(parents=True)
    (folder / "env.py").write_text((migrations.SCRIPTS / "env.py").read_text())
    for number, text in enumerate(versions, start=1):
        (folder / "versions" / f"{number:04d}_step.py").write_text(text)
    return folder


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    """A practice of schema 1 of a made-up program, with a parent and two children."""
    path = tmp_path / "old.clinic"
    scripts = write_scripts(tmp_path / "one", PARENT_AND_CHILD)
    migrations.create_tables(path, scripts=scripts, version=1)
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO staff_a VALUES (1, 'Ana')")
        connection.execute("INSERT INTO staff_b VALUES (1, 1), (2, 1)")
        connection.execute("CREATE TRIGGER t AFTER DELETE ON staff_a BEGIN SELECT 1; END")
    connection.close()
    return path


def test_the_migrations_build_the_tables_that_the_program_expects(
    tmp_path: Path, clock: Clock, actor: Actor
) -> None:
    create_practice(tmp_path / "new.clinic", ClinicSettings("New"), clock, actor).close()
    migrations.create_tables(tmp_path / "migrated.clinic")
    assert schema_of(tmp_path / "migrated.clinic") == schema_of(tmp_path / "new.clinic")
    assert sqlite.header_of(tmp_path / "migrated.clinic")[1] == SCHEMA_VERSION


def test_a_file_of_today_is_not_touched(practice_file: Path, clock: Clock) -> None:
    before = practice_file.read_bytes()
    assert migrations.upgrade(practice_file, clock) is None
    assert practice_file.read_bytes() == before


def test_rebuilding_a_table_keeps_the_rows_that_refer_to_it(
    old_file: Path, tmp_path: Path, clock: Clock
) -> None:
    scripts = write_scripts(tmp_path / "two", PARENT_AND_CHILD, REBUILD_THE_PARENT)
    kept = migrations.upgrade(old_file, clock, scripts=scripts, version=2)
    connection = sqlite3.connect(old_file)
    assert connection.execute("SELECT * FROM staff_a").fetchall() == [(1, "Ana", "new")]
    assert connection.execute("SELECT count(*) FROM staff_b").fetchone() == (2,)
    connection.close()
    assert sqlite.header_of(old_file) == (sqlite.APPLICATION_ID, 2)
    assert kept is not None
    assert sqlite.header_of(kept)[1] == 1


@pytest.mark.parametrize("step", [LOSE_A_ROW, FAIL_HALFWAY])
def test_a_migration_that_fails_leaves_the_file_as_it_was(
    old_file: Path, tmp_path: Path, clock: Clock, step: str
) -> None:
    scripts = write_scripts(tmp_path / "two", PARENT_AND_CHILD, step)
    connection = sqlite3.connect(old_file)
    before = list(connection.iterdump())
    connection.close()
    with pytest.raises(Exception, match=r"could not be brought|nowhere"):
        migrations.upgrade(old_file, clock, scripts=scripts, version=2)
    connection = sqlite3.connect(old_file)
    assert list(connection.iterdump()) == before
    connection.close()
    assert not list(tmp_path.glob("*.upgrading*"))


def test_a_newer_file_is_not_brought_back(practice_file: Path, clock: Clock) -> None:
    with sqlite3.connect(practice_file) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA user_version=99")
    connection.close()
    with pytest.raises(UserError, match="newer ClinicMgr"):
        migrations.upgrade(practice_file, clock)
