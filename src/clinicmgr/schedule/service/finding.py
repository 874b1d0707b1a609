"""Finding shifts by what a person types: a name, a day, or both ("ann thursday", "nov 18")."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import fold
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.periods import parse_day
from clinicmgr.staff.records import StaffMember

MOST_WORDS = 6
_WEEKDAYS = (
    *(N_("monday"), N_("tuesday"), N_("wednesday"), N_("thursday")),
    *(N_("friday"), N_("saturday"), N_("sunday")),
)
_SHORTEST_WEEKDAY = 3


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked for: a day (or any), and people (or everybody)."""

    day: date | None
    member_ids: tuple[int, ...]


def understand(
    text: str, members: Sequence[StaffMember], today: date, locale: str
) -> Question | None:
    """Return what the words ask for; None if a word is neither a name nor a day."""
    words = text.split()[:MOST_WORDS]
    if not words:
        return None
    day, rest = _day_in(words, today, locale)
    if not rest:
        return Question(day, ())
    asked = [fold(word) for word in rest]
    named = tuple(member.id for member in members if _called(member, asked))
    return Question(day, named) if named else None


def _called(member: StaffMember, asked: Sequence[str]) -> bool:
    names = fold(member.name).split()
    return all(any(name.startswith(word) for name in names) for word in asked)


def _day_in(words: Sequence[str], today: date, locale: str) -> tuple[date | None, list[str]]:
    """The day that some neighboring words name, the longest first, and the other words."""
    spans = sorted(combinations(range(len(words) + 1), 2), key=lambda span: span[0] - span[1])
    for begin, end in spans:
        day = _day(" ".join(words[begin:end]), today, locale)
        if day is not None:
            return day, [*words[:begin], *words[end:]]
    return None, list(words)


def _day(text: str, today: date, locale: str) -> date | None:
    word = text.casefold()
    near = {_("today"): 0, _("tomorrow"): 1, _("yesterday"): -1}
    if word in near:
        return today + timedelta(days=near[word])
    if len(word) >= _SHORTEST_WEEKDAY:
        for number, name in enumerate(_WEEKDAYS):
            if _(name).startswith(word):
                return today + timedelta(days=(number - today.weekday()) % 7)
    for typed in (text, f"{text} {today.year}"):
        try:
            return parse_day(typed, locale)
        except UserError:
            continue  # these words are no day; that is an answer, not a fault
    return None
