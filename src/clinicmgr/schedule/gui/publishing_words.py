"""How the page speaks of publishing: the state in the header, and what the panel shows."""

from __future__ import annotations

from dataclasses import dataclass

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_problems import Findings
from clinicmgr.schedule.records.publishing import Concerns, Publication, RecentChanges, Standing
from clinicmgr.schedule.rules.changes import by_person
from clinicmgr.schedule.rules.unpublished import concerns_of

MOST_TOLD = 5
MOST_PEOPLE = 40


@dataclass(frozen=True, slots=True)
class PublishView:
    """What the panel shows: the state, what speaks against it, and the news of each person."""

    state: str
    concerns: tuple[str, ...]
    lead: str
    people: tuple[tuple[str, tuple[str, ...]], ...]
    more: str = ""
    is_current: bool = False


def version_words(one: Publication, locale: str) -> str:
    """Say a version: "version 3 of Thu, Nov 12"."""
    day = format_day(one.at.date(), "weekday", locale)
    return _("version {number} of {day}").format(number=one.number, day=day)


def state_words(standing: Standing | None, locale: str) -> str:
    """Say in a line whether the period is a draft; nothing where there is nothing to say."""
    if standing is None:
        return ""
    if standing.latest is None:
        return _("Draft – not published yet") if standing.unpublished else ""
    version = version_words(standing.latest, locale)
    if standing.is_current:
        return _("Published – {version}").format(version=version)
    parts = []
    if standing.changed:
        changes = ngettext("{count} change", "{count} changes", standing.changed)
        parts.append(
            _("{changes} since {version}").format(
                changes=changes.format(count=standing.changed), version=version
            )
        )
    if standing.unpublished:
        count = len(standing.unpublished)
        days = ngettext("{count} day not published", "{count} days not published", count)
        parts.append(days.format(count=count))
    return _("Draft – {what}").format(what=", ".join(parts))


def publish_view(material: RosterMaterial, recent: RecentChanges) -> PublishView:
    """Return what the panel shows of a period."""
    groups = by_person(recent.changes, material.facts)
    left = len(groups) - MOST_PEOPLE
    more = ngettext(
        "{count} more person; print the changes to see all.",
        "{count} more people; print the changes to see all.",
        left,
    )
    people = [
        (name, tuple(one.sentence for one in changes)) for name, changes in groups[:MOST_PEOPLE]
    ]
    return PublishView(
        state_words(material.standing, material.settings.locale),
        _concern_words(material),
        _lead(material, recent),
        tuple(people),
        more.format(count=left) if left > 0 else "",
        material.standing is not None and material.standing.is_current,
    )


def concerns_ahead(material: RosterMaterial) -> Concerns:
    """What speaks against publishing, without what is over already."""
    first, last = material.first, material.last
    ahead = max(first, material.today) if material.today <= last else first
    return concerns_of(material.checker.violations, material.shifts, ahead, last)


def count_words(concerns: Concerns) -> str:
    """Count what speaks against it: "2 gaps, 1 problem"; empty for nothing."""
    gaps, problems = len(concerns.gaps), len(concerns.problems)
    parts = []
    if problems:
        parts.append(ngettext("{count} problem", "{count} problems", problems))
        parts[-1] = parts[-1].format(count=problems)
    if gaps:
        parts.append(ngettext("{count} gap", "{count} gaps", gaps).format(count=gaps))
    return ", ".join(parts)


def _concern_words(material: RosterMaterial) -> tuple[str, ...]:
    concerns = concerns_ahead(material)
    told = {one.sentence for one in (*concerns.problems, *concerns.gaps)}
    words = Findings(material).briefs(MOST_TOLD + 1, told)
    if len(words) > MOST_TOLD:
        words = [*words[: MOST_TOLD - 1], _("There are more; F8 walks through them.")]
    if concerns.open_shifts:
        waiting = ngettext(
            "{count} shift is open: nobody has it.",
            "{count} shifts are open: nobody has them.",
            concerns.open_shifts,
        )
        words.append(waiting.format(count=concerns.open_shifts))
    return tuple(words)


def _lead(material: RosterMaterial, recent: RecentChanges) -> str:
    standing, locale = material.standing, material.settings.locale
    if standing is None:
        return ""
    lines = []
    if recent.since is not None and recent.changes:
        shifts = ngettext("{count} shift changed", "{count} shifts changed", recent.count)
        lines.append(
            _("{shifts} since {version}:").format(
                shifts=shifts.format(count=recent.count),
                version=version_words(recent.since, locale),
            )
        )
    elif standing.latest is not None:
        version = version_words(standing.latest, locale)
        lines.append(_("Nothing has changed since {version}.").format(version=version))
    if standing.unpublished:
        days = set(standing.unpublished)
        count = sum(one.day in days for one in material.shifts)
        first_time = ngettext(
            "{count} shift is published for the first time.",
            "{count} shifts are published for the first time.",
            count,
        )
        lines.insert(0, first_time.format(count=count))
    return "\n".join(lines) or _("There are no shifts to publish.")
