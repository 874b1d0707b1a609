"""What is said about somebody who could stand in, and about somebody who cannot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.money import format_money
from clinicmgr.kernel.periods import format_time
from clinicmgr.schedule.records import Facts, Person, Shift, ShiftDraft
from clinicmgr.schedule.rules.moments import begin, finish
from clinicmgr.schedule.rules.words import hours_text, position_name, times_text

ADJACENT = 60
"""Minutes between two shifts of a day that are waited through, not gone home for."""
_MOST = 2
_ABOUT_HOURS = frozenset({"overtime", "contract_hours"})

Told = Sequence[tuple[str, str]]
"""Rules and reasons."""


def against(told: Told) -> tuple[str, ...]:
    """Why somebody cannot: the weightiest reasons."""
    return tuple(reason for _rule, reason in told[:_MOST])


@dataclass(frozen=True, slots=True)
class Favor:
    """What speaks for somebody before any figure: free or not, the position."""

    said: tuple[str, ...]

    def reasons(
        self, told: Told, figures: Mapping[str, int | None], stood_in: int
    ) -> tuple[str, ...]:
        """What is in the way first, then what speaks for the person, hours and fairness."""
        parts = [reason for _rule, reason in told]
        parts += self.said
        if not _ABOUT_HOURS.intersection(rule for rule, _reason in told):
            parts.append(_hours(figures["after"] or 0, figures["agreed"]))
        overtime = figures["overtime"]
        if overtime:
            parts.append(_("{hours} overtime").format(hours=hours_text(overtime)))
        if stood_in:
            words = ngettext(
                "stood in {count} time in a year", "stood in {count} times in a year", stood_in
            )
            parts.append(words.format(count=stood_in))
        return tuple(parts)


def cost_text(cents: int | None, currency: str, locale: str) -> str:
    """Say what the work costs more; nothing where it is not known or costs nothing."""
    if cents is None or cents <= 0:
        return ""
    return _("costs {amount} more").format(amount=format_money(cents, currency, locale))


def in_favor(
    person: Person, own: Sequence[Shift], draft: ShiftDraft, gives_up: Shift | None, facts: Facts
) -> Favor:
    """Say how somebody comes to be there: free, there anyway, or taken from elsewhere."""
    said = [_presence(own, draft, gives_up, facts)]
    if draft.position_id not in person.position_ids[:1]:
        words = _("also works as {position}")
        said.append(words.format(position=position_name(draft.position_id, facts)))
    return Favor(tuple(said))


def _presence(own: Sequence[Shift], draft: ShiftDraft, gives_up: Shift | None, facts: Facts) -> str:
    if gives_up is not None:
        return _("from {position}, {times}, which can be spared").format(
            position=position_name(gives_up.position_id, facts),
            times=times_text(gives_up.start, gives_up.end, facts),
        )
    for one in own:
        if 0 <= begin(draft) - finish(one) <= ADJACENT:
            until = format_time(one.end % (24 * 60), facts.locale)
            return _("there anyway until {time}").format(time=until)
        if 0 <= begin(one) - finish(draft) <= ADJACENT:
            since = format_time(one.start, facts.locale)
            return _("there anyway from {time}").format(time=since)
    return _("free")


def _hours(after: int, agreed: int | None) -> str:
    if agreed is None:
        return _("would reach {hours}").format(hours=hours_text(after))
    return _("would reach {hours} of {agreed}").format(
        hours=hours_text(after).removesuffix(" h"), agreed=hours_text(agreed)
    )
