"""What makes a count acceptable, and counts as people type them: "12", "12/1", "12/1/2"."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from clinicmgr.activity.records import Count
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day
from clinicmgr.staff.records import StaffMember

MOST_A_DAY = 500
"""More than this in one cell is a slip of the keyboard: one a minute for a working day."""
_TYPED = re.compile(r"(\d{1,6})(?:\s*/\s*(\d{1,6}))?(?:\s*/\s*(\d{1,6}))?")


@dataclass(frozen=True, slots=True)
class Known:
    """What a count may be about: people, lines, classes, and up to which day."""

    members: Mapping[int, StaffMember]
    line_ids: frozenset[int]
    class_ids: frozenset[int]
    today: date
    locale: str

    @property
    def beginning(self) -> date:
        """The day the practice's records of people begin."""
        return min((each.started for each in self.members.values()), default=self.today)


def check_count(count: Count, known: Known) -> None:
    """Raise a UserError with the field unless the count can be."""
    member = known.members.get(count.member_id)
    if member is None:
        raise UserError(_("This provider is no longer there."), field="member_id")
    if count.line_id not in known.line_ids:
        raise UserError(_("This service line is no longer there."), field="line_id")
    if count.payer_class_id is not None and count.payer_class_id not in known.class_ids:
        raise UserError(_("This payer class is no longer there."), field="payer_class_id")
    if count.is_nothing:
        return  # takes away what should not be there, on whatever day
    _check_day(count.day, member, known)
    for field in ("done", "cancelled", "no_shows"):
        number = getattr(count, field)
        if not 0 <= number <= MOST_A_DAY:
            raise UserError(
                _("{number} for {name} on {day} cannot be; at most {most} fit in a day.").format(
                    number=number,
                    name=member.name,
                    day=_day(count.day, known),
                    most=MOST_A_DAY,
                ),
                field=field,
            )


def _check_day(day: date, member: StaffMember, known: Known) -> None:
    if day > known.today:
        sentence = _("{day} is still to come; only what was done can be counted.")
    elif day < known.beginning:
        sentence = _("The practice did not exist on {day}; its records begin on {start}.")
    elif day < member.started:
        sentence = _("{name} began on {begin}; there is nothing to count on {day}.")
    elif not member.works_on(day):
        sentence = _("{name} left on {end}; there is nothing to count on {day}.")
    else:
        return
    raise UserError(
        sentence.format(
            name=member.name,
            day=_day(day, known),
            start=format_day(known.beginning, "short", known.locale),
            begin=format_day(member.started, "short", known.locale),
            end="" if member.ended is None else format_day(member.ended, "short", known.locale),
        ),
        field="day",
    )


def _day(day: date, known: Known) -> str:
    """Return the day, with its year where that is another one."""
    style = "weekday" if day.year == known.today.year else "short"
    return format_day(day, style, known.locale)  # type: ignore[arg-type]


def parse_count(text: str) -> tuple[int, int, int]:
    """Return (done, no-shows, cancelled) from "12", "12/1" or "12/1/2"; nothing typed is none."""
    tidy = text.strip()
    if tidy in {"", "-", "–"}:
        return 0, 0, 0
    match = _TYPED.fullmatch(tidy)
    if match is None:
        raise UserError(
            _(
                "“{text}” is no count; write 12, or 12/1 with one no-show, or 12/1/2 with two "
                "cancelled as well."
            ).format(text=tidy[:20])
        )
    done, no_shows, cancelled = (int(part or 0) for part in match.groups())
    return done, no_shows, cancelled


def format_count(done: int, no_shows: int = 0, cancelled: int = 0) -> str:
    """Return the text that `parse_count` reads back; "" for nothing."""
    if not (done or no_shows or cancelled):
        return ""
    parts = [done, no_shows, cancelled]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return "/".join(map(str, parts))


def summed(counts: Iterable[Count]) -> tuple[int, int, int]:
    """Return (done, no-shows, cancelled) of all of them."""
    done = no_shows = cancelled = 0
    for each in counts:
        done += each.done
        no_shows += each.no_shows
        cancelled += each.cancelled
    return done, no_shows, cancelled
