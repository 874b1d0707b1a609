"""Staff members, their positions and their skills."""

from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.periods import Window


@dataclass(frozen=True, slots=True)
class PositionDraft:
    """A job title as entered; `color` is an index into the category colors, `rank` sorts."""

    name: str
    code: str
    color: int = 0
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Position:
    """A job title of the practice, such as "Medical assistant", code "MA"."""

    id: int
    name: str
    code: str
    color: int = 0
    rank: int = 0

    def draft(self) -> PositionDraft:
        """The same position as a draft, to change and hand back."""
        return PositionDraft(self.name, self.code, self.color, self.rank)


@dataclass(frozen=True, slots=True)
class SkillDraft:
    """A skill as entered."""

    name: str


@dataclass(frozen=True, slots=True)
class Skill:
    """Something a staff member may do besides the position, such as "X-ray" or "Spanish"."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class StaffDraft:
    """A staff member as entered; the first of `position_ids` is the main position."""

    first_name: str
    last_name: str
    started: date
    position_ids: tuple[int, ...] = ()
    skill_ids: tuple[int, ...] = ()
    email: str = ""
    phone: str = ""
    ended: date | None = None
    note: str = ""
    number: str = ""

    @property
    def name(self) -> str:
        """First and last name: "Ana Ruiz"."""
        return full_name(self.first_name, self.last_name)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A staff member to hire together with the first terms and cards, which begin that day.

    `weekly_minutes` and `windows` None mean that there is no contract, no availability yet;
    `cards` are (credential kind, last valid day).
    """

    draft: StaffDraft
    weekly_minutes: int | None = None
    windows: tuple[Window, ...] | None = None
    cards: tuple[tuple[int, date], ...] = ()


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A person who works or worked at the practice; `ended` is the last day of employment."""

    id: int
    first_name: str
    last_name: str
    position_ids: tuple[int, ...]
    skill_ids: tuple[int, ...]
    email: str
    phone: str
    started: date
    ended: date | None
    note: str
    number: str

    @property
    def name(self) -> str:
        """First and last name: "Ana Ruiz"."""
        return full_name(self.first_name, self.last_name)

    @property
    def short_name(self) -> str:
        """First name and initial, for narrow cells: "Ana R."."""
        initial = self.last_name[:1]
        return f"{self.first_name} {initial}." if initial else self.first_name

    def works_on(self, day: date) -> bool:
        """Whether `day` lies within the employment."""
        return self.started <= day and (self.ended is None or day <= self.ended)

    def draft(self) -> StaffDraft:
        """The same member as a draft, to change with `dataclasses.replace` and hand back."""
        return StaffDraft(
            first_name=self.first_name,
            last_name=self.last_name,
            started=self.started,
            position_ids=self.position_ids,
            skill_ids=self.skill_ids,
            email=self.email,
            phone=self.phone,
            ended=self.ended,
            note=self.note,
            number=self.number,
        )


def full_name(first_name: str, last_name: str) -> str:
    """First and last name with one space between, whichever of them is given."""
    return f"{first_name} {last_name}".strip()
