"""A file is written completely or not at all, and no cell becomes a formula."""

import errno
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.files import atomic_write, inert, uninert


def test_a_file_appears_when_it_is_complete(tmp_path):
    path = tmp_path / "staff.csv"
    with atomic_write(path) as file:
        file.write(b"Ana")
        assert not path.exists()
    assert path.read_bytes() == b"Ana"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_file_that_was_there(tmp_path):
    path = tmp_path / "staff.csv"
    path.write_bytes(b"before")
    with pytest.raises(ZeroDivisionError), atomic_write(path) as file:
        file.write(b"%d" % (1 // 0))
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_said_and_leaves_the_file_that_was_there(tmp_path):
    path = tmp_path / "staff.csv"
    path.write_bytes(b"before")
    with pytest.raises(UserError, match="The disk is full"), atomic_write(path):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert path.read_bytes() == b"before"


def test_a_folder_that_is_missing_or_meant_is_named(tmp_path):
    with pytest.raises(UserError, match="There is no folder"), atomic_write(tmp_path / "x" / "y"):
        pass
    with pytest.raises(UserError, match="is a folder"), atomic_write(tmp_path):
        pass


def test_a_folder_that_is_read_only_is_named(tmp_path):
    tmp_path.chmod(0o500)
    if os.access(tmp_path, os.W_OK):
        pytest.skip("an administrator may write everywhere")
    with pytest.raises(UserError, match="read-only"), atomic_write(tmp_path / "x"):
        pass
    tmp_path.chmod(0o700)


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_keeps_pointing_at_the_file(tmp_path):
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"before")
    link.symlink_to(target)
    with atomic_write(link) as file:
        file.write(b"after")
    assert link.is_symlink()
    assert target.read_bytes() == b"after"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1 555", "-5", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1", "'=1"]
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Ana", "'tis", "O'Hara", "1+1"])
def test_other_text_stays_as_it_is(text):
    assert inert(text) == text


@given(st.text(alphabet="'=+-@\t\r\nab1") | st.text())
def test_an_apostrophe_that_was_added_is_taken_away_again(text):
    assert uninert(inert(text)) == text
    assert inert(text)[:1] not in set("=+-@\t\r")
