"""roster generate, roster check, roster explain, roster publish, roster changes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from clinicmgr.cli.answer import Answer
from clinicmgr.cli.context import Context
from clinicmgr.clinic import Clinic
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.schedule.documents.gap_list import gap_title
from clinicmgr.schedule.records import Explanation, Facts, Strength, Violation
from clinicmgr.schedule.records.publishing import Change
from clinicmgr.schedule.rules.changes import by_person, person_name
from clinicmgr.schedule.solver.answer import Progress, Solution
from clinicmgr.schedule.solver.process import solve_in_process


def check(context: Context) -> Answer:
    """List the broken rules; the exit code is 1 unless all of them are only nice to have."""
    with context.clinic() as clinic:
        first, last = context.period(clinic)
        violations = clinic.schedule.check(first, last)
        names = {one.id: one.name for one in clinic.staff.members()}
    values = {
        "from": first,
        "to": last,
        "violations": [_violation(one, names) for one in violations],
        "by_strength": Counter(one.strength.name.lower() for one in violations),
    }
    if not violations:
        return Answer(_("No rule is broken."), values)
    lines = [f"{one.strength.label:<13} {one.sentence}" for one in violations]
    matters = any(one.strength is not Strength.NICE for one in violations)
    return Answer("\n".join(lines), values, found_problems=matters)


def explain(context: Context) -> Answer:
    """Say person by person why each gap is open."""
    with context.clinic() as clinic:
        first, last = context.period(clinic)
        explained = clinic.schedule.explanations(first, last)
        facts = clinic.schedule.facts(first, last)
        locale = clinic.settings.current().locale
    titles = [gap_title(one, facts, locale) for one in explained]
    values = {"from": first, "to": last, "gaps": [_gap(o, t) for o, t in _both(explained, titles)]}
    if not explained:
        return Answer(_("Every minimum is covered."), values)
    lines: list[str] = []
    for one, title in _both(explained, titles):
        lines += [title, *(f"    {name}: {sentence}" for name, sentence in one.lines)]
    return Answer("\n".join(lines), values, found_problems=True)


def generate(context: Context) -> Answer:
    """Fill the gaps; with --dry-run only show what would be given to whom."""
    with context.clinic() as clinic:
        first, last = context.period(clinic)
        solution, accepted = fill(context, clinic, first, last)
        left = clinic.schedule.explanations(first, last) if accepted else ()
        facts = clinic.schedule.facts(first, last)
        locale = clinic.settings.current().locale
    count = len(solution.assignments)
    values = {
        "from": first,
        "to": last,
        "status": solution.status,
        "objective": solution.objective,
        "bound": solution.bound,
        "shifts": count,
        "accepted": accepted,
        "unfilled": [_gap(one, gap_title(one, facts, locale)) for one in left],
    }
    verb = ngettext("{count} shift given", "{count} shifts given", count)
    lines = [verb.format(count=count) + f" ({solution.status})."]
    if not accepted:
        lines.append(_("Nothing was changed: this was only the proposal."))
    lines += [gap_title(one, facts, locale) for one in left]
    return Answer("\n".join(lines), values)


def publish(context: Context) -> Answer:
    """Freeze the period as the next version; gaps and broken rules are told, not refused."""
    with context.clinic() as clinic:
        first, last = context.period(clinic)
        publishing = clinic.schedule.publishing
        concerns = publishing.concerns(first, last)
        changed = publishing.changes(first, last)
        made = publishing.publish(first, last, context.options.note or "")
        facts = clinic.schedule.facts(first, last)
    against = [one.sentence for one in (*concerns.problems, *concerns.gaps)]
    values = {
        "version": made.number,
        "from": first,
        "to": last,
        "shifts": made.shifts,
        "note": made.note,
        "changes": [_change(one, facts) for one in changed],
        "problems": [one.sentence for one in concerns.problems],
        "gaps": [one.sentence for one in concerns.gaps],
        "open_shifts": concerns.open_shifts,
    }
    words = ngettext(
        "Published version {number}, {first} to {last}: {count} shift.",
        "Published version {number}, {first} to {last}: {count} shifts.",
        made.shifts,
    )
    lines = [words.format(number=made.number, first=first, last=last, count=made.shifts)]
    lines += _change_lines(changed, facts)
    if against:
        lines += [_("Published in spite of this:"), *(f"    {each}" for each in against)]
    return Answer("\n".join(lines), values)


def changes(context: Context) -> Answer:
    """Say person by person what is other than it was published."""
    since = getattr(context.options, "since", None)
    with context.clinic() as clinic:
        first, last = context.period(clinic)
        publishing = clinic.schedule.publishing
        if since is not None:
            publishing.version(since)  # a number that there is
        newest = publishing.newest(first, last, since)
        found = publishing.changes(first, last, since)
        unpublished = publishing.standing(first, last).unpublished
        facts = clinic.schedule.facts(first, last)
    values = {
        "from": first,
        "to": last,
        "since": None if newest is None else newest.number,
        "changes": [_change(one, facts) for one in found],
        "unpublished": unpublished,
    }
    if newest is None:
        return Answer(_("Nothing was published for these days yet."), values)
    lines = _change_lines(found, facts)
    if not lines:
        sentence = _("Nothing has changed since version {number}.")
        lines = [sentence.format(number=newest.number)]
    if unpublished:
        days = ngettext(
            "{count} day with shifts is not published yet.",
            "{count} days with shifts are not published yet.",
            len(unpublished),
        )
        lines.append(days.format(count=len(unpublished)))
    return Answer("\n".join(lines), values)


def _change(one: Change, facts: Facts) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "person": person_name(one.member_id, facts) if one.member_id is not None else None,
        "day": one.day,
        "shift": one.shift_id,
        "sentence": one.sentence,
    }


def _change_lines(found: Sequence[Change], facts: Facts) -> list[str]:
    lines: list[str] = []
    for name, own in by_person(found, facts):
        lines += [name, *(f"    {one.sentence}" for one in own)]
    return lines


def fill(context: Context, clinic: Clinic, first: date, last: date) -> tuple[Solution, bool]:
    """Solve the gaps of a period and accept the result unless this is a dry run."""
    problem = clinic.schedule.fill_problem(first, last)

    told = 0

    def tell(progress: Progress) -> bool:
        nonlocal told
        if round(progress.seconds) > told:
            told = round(progress.seconds)
            context.say(_("{count} s …").format(count=told))
        return True  # go on

    seconds = getattr(context.options, "seconds", None)
    solution = solve_in_process(problem, seconds=seconds, on_progress=tell)
    if getattr(context.options, "dry_run", False) or not solution.assignments:
        return solution, False
    clinic.schedule.accept(problem, solution)
    return solution, True


def _violation(one: Violation, names: dict[int, str]) -> dict[str, Any]:
    people = [names.get(member_id, "?") for member_id in one.member_ids]
    return {
        "rule": one.rule,
        "strength": one.strength,
        "people": people,
        "day": one.day,
        "shifts": one.shift_ids,
        "sentence": one.sentence,
    }


def _gap(one: Explanation, title: str) -> dict[str, Any]:
    why = [{"name": name, "sentence": sentence} for name, sentence in one.lines]
    return {**asdict(one.gap), "sentence": title, "why": why}


def _both(explained: Sequence[Explanation], titles: list[str]) -> list[tuple[Explanation, str]]:
    return list(zip(explained, titles, strict=True))
