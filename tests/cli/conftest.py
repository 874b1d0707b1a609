"""The command line as a script meets it: words in, exit code and two streams of text out."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clinicmgr.cli import main
from clinicmgr.clinic import Clinic, opened
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.paths import Paths
from clinicmgr.places.records import RoomDraft, SiteDraft
from clinicmgr.schedule.records import ShiftTypeDraft
from clinicmgr.staff.records import CredentialKindDraft, PositionDraft, SkillDraft, StaffDraft

LONG_AGO = date(2024, 2, 1)


@dataclass(frozen=True)
class Outcome:
    """What a command left behind in the terminal."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on stdout; anything beside it is an error."""
        return json.loads(self.out)

    @property
    def sentence(self) -> str:
        """What a refused command says: one line on stderr, and nothing on stdout."""
        assert (self.code, self.out) == (1, "")
        (line,) = self.err.splitlines()
        return line


Run = Callable[..., Outcome]
Look = Callable[[Path, Callable[[Clinic], Any]], Any]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], clock: Clock, paths: Paths) -> Run:
    """Run one command: `run("info", "--practice", file)`."""

    def command(*words: object) -> Outcome:
        capsys.readouterr()
        code = main([str(word) for word in words], clock=clock, paths=paths)
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return command


@pytest.fixture
def small(practice_file: Path, clock: Clock, actor: Actor) -> Path:
    """A practice with Ana the nurse and Bo the assistant, and the words their lists use."""
    with opened(practice_file, clock, actor) as clinic:
        staff = clinic.staff
        nurse = staff.add_position(PositionDraft("Nurse", "RN", 1, 1))
        assistant = staff.add_position(PositionDraft("Medical assistant", "MA", 2, 2))
        staff.add_skill(SkillDraft("Spanish"))
        staff.add_credential_kind(CredentialKindDraft("CPR card", 60, (nurse,)))
        staff.hire(StaffDraft("Ana", "Ruiz", LONG_AGO, (nurse,), number="1001"))
        staff.hire(StaffDraft("Bo", "Lee", LONG_AGO, (assistant,)))
        site = clinic.places.add_site(SiteDraft("Main Street", "M"))
        clinic.places.add_room(RoomDraft(site, "Exam 1", "EX1"))
        clinic.schedule.add_shift_type(ShiftTypeDraft("Morning", "AM", 480, 720, 0, assistant))
    return practice_file


@pytest.fixture
def look(clock: Clock, actor: Actor) -> Look:
    """Open a practice for one question, as the window would: `look(file, lambda c: ...)`."""

    def question(file: Path, ask: Callable[[Clinic], Any]) -> Any:
        with opened(file, clock, actor) as clinic:
            return ask(clinic)

    return question


@pytest.fixture
def trail(look: Look) -> Callable[[Path], list[str]]:
    """The titles in a practice's history, newest first: nothing changes without one."""

    def titles(file: Path) -> list[str]:
        return look(file, lambda c: [each.title for each in c.journal.history(limit=2000)])

    return titles
