"""How fast the rules answer: sixty people in a month, all of it and after one edit."""

from dataclasses import replace
from datetime import timedelta

from _measure import Line, in_turn, show, timed
from _practice import MONDAY, practice

from clinicmgr.schedule.records import Facts, Rulebook, RuleDraft, ShiftDraft, Strength
from clinicmgr.schedule.rules import CARRY_IN, CARRY_OUT, RULES, Checker, check, reasons_against
from clinicmgr.schedule.rules.lines import line_of

DAYS = 31


def with_every_rule(facts: Facts) -> Facts:
    """Return the facts with all rules in the book, those about types and supervision too."""
    types, positions = tuple(facts.type_names), tuple(facts.positions)
    numbers = {"earlier": types[1:], "later": types[:1], "types": types}
    numbers |= {"positions": positions[2:3], "by": positions[:2], "each": 2, "more": 0}
    lines = (line_of(RuleDraft(rule.id, Strength.AVOID, numbers)) for rule in RULES)
    return replace(facts, book=Rulebook(tuple(lines)))


def main() -> None:
    """Measure and print."""
    last = MONDAY + timedelta(days=DAYS - 1)
    with practice(MONDAY - CARRY_IN, last + CARRY_OUT) as clinic:
        facts = clinic.schedule.facts(MONDAY, last)
        shifts = clinic.schedule.shifts(MONDAY - CARRY_IN, last + CARRY_OUT)
        checker = Checker(shifts, facts, MONDAY, last)
        inside = [one for one in shifts if MONDAY <= one.day <= last and one.member_id]
        strict = Checker(shifts, with_every_rule(facts), MONDAY, last)
        turns = iter(range(10**6))

        def edit(of: Checker) -> None:
            number = next(turns)
            shift = inside[number * 37 % len(inside)]
            of.update({shift.id: replace(shift, end=shift.end + 15 + number % 30)})

        def reasons() -> None:
            number = next(turns)
            shift = inside[number * 41 % len(inside)]
            person = facts.people[shift.member_id or 0]
            draft = ShiftDraft(person.id, shift.day, 1140, 1260, shift.position_id)
            reasons_against(person, draft, shifts, facts)

        times = in_turn(
            {
                "edit": timed(lambda: edit(checker)),
                "strict": timed(lambda: edit(strict)),
                "reasons": timed(reasons),
                "full": timed(lambda: check(shifts, facts, MONDAY, last)),
                "asked": timed(lambda: clinic.schedule.check(MONDAY, last)),
            },
            rounds=21,
        )
    full = "checking all of it"
    size = f"{len(facts.people)} people x {DAYS} days, {len(inside):,} shifts"
    show(
        f"Rules, {size}",
        [
            Line(
                "check all, with reading the file", times["asked"], full, times["full"], "<= 1.5 x"
            ),
            Line("check after one edit", times["edit"], full, times["full"], "<= 0.1 x"),
            Line("the same with every rule", times["strict"], full, times["full"], "<= 0.3 x"),
            Line("may this person work this?", times["reasons"], full, times["full"], "<= 0.1 x"),
        ],
    )


if __name__ == "__main__":
    main()
