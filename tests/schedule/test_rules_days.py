"""What a manager is told about a day: demand, skills, rooms; and coverage and gaps."""

from tests.schedule.clinic_of_three import (
    ANN,
    BOB,
    CY,
    EXAM,
    FD,
    FRI,
    MA,
    MAIN,
    NORTH,
    THU,
    TUE,
    WED,
    XRAY,
    demand,
    facts,
    found,
    person,
    sentences,
    shift,
)

from clinicmgr.places.records import Room, Site
from clinicmgr.schedule.records import Facts, Gap, Shift, Strength
from clinicmgr.schedule.rules import DayView, day_coverage, day_gaps


def gaps(shifts: list[Shift], given: Facts) -> list[Gap]:
    return list(day_gaps(DayView.of(WED, shifts), given))


def test_nobody_there_is_told_with_the_time() -> None:
    given = facts(demand=(demand(WED, "8-12", 2),))

    (one,) = found([], given)

    assert one.rule == "demand_minimum"
    assert one.strength is Strength.NEVER
    assert one.sentence.startswith("Medical assistant: nobody on Wed")
    assert one.sentence.endswith("08:00–12:00; 2 needed.")
    assert (one.start, one.end, one.demand_id) == (480, 720, 1)


def test_a_gap_is_only_the_time_in_which_somebody_is_missing() -> None:
    given = facts(demand=(demand(WED, "8-17", 1),))
    shifts = [shift(1, ANN, WED, "8-12"), shift(2, BOB, WED, "13-17")]

    (one,) = gaps(shifts, given)

    assert (one.start, one.end, one.missing) == (720, 780, 1)


def test_neighboring_gaps_that_miss_the_same_number_are_one() -> None:
    given = facts(demand=(demand(WED, "8-12", 2),))
    shifts = [shift(1, ANN, WED, "8-10"), shift(2, BOB, WED, "10-12")]

    assert [(one.start, one.end, one.missing) for one in gaps(shifts, given)] == [(480, 720, 1)]


def test_a_gap_grows_and_shrinks_with_the_people_there() -> None:
    given = facts(demand=(demand(WED, "8-12", 2),))

    found_gaps = gaps([shift(1, ANN, WED, "9-11")], given)

    assert [(one.start, one.end, one.missing) for one in found_gaps] == [
        (480, 540, 2),
        (540, 660, 1),
        (660, 720, 2),
    ]


def test_one_person_booked_twice_is_one_person() -> None:
    given = facts(demand=(demand(WED, "8-12", 2),))
    shifts = [shift(1, ANN, WED, "8-12"), shift(2, ANN, WED, "8-12")]

    assert [one.missing for one in gaps(shifts, given)] == [1]


def test_open_shifts_and_other_positions_do_not_count() -> None:
    given = facts(demand=(demand(WED, "8-12", 1),))
    shifts = [shift(1, None, WED, "8-12"), shift(2, CY, WED, "8-12")]

    assert [one.missing for one in gaps(shifts, given)] == [1]


def test_a_night_shift_covers_the_next_morning() -> None:
    given = facts(demand=(demand(WED, "0-6", 1),))

    assert gaps([shift(1, ANN, TUE, "22-6")], given) == []


def test_demand_over_midnight_is_covered_from_both_days() -> None:
    given = facts(demand=(demand(WED, "22-6", 1),))
    shifts = [shift(1, ANN, WED, "18-24"), shift(2, BOB, THU, "0-8")]

    assert gaps(shifts, given) == []


def test_demand_ends_with_its_last_day_and_rests_on_closures() -> None:
    old = demand(WED, "8-12", 1, to_day=TUE)
    closed = facts(demand=(demand(WED, "8-12", 1),), closures={WED: "Holiday"})

    assert gaps([], facts(demand=(old,))) == []
    assert gaps([], closed) == []
    assert sentences([], facts(demand=(demand(WED, "8-12", 1, from_day=FRI),))) == []


def test_below_the_ideal_is_only_nice_to_have() -> None:
    given = facts(demand=(demand(WED, "8-12", 1, 2),))

    (one,) = found([shift(1, ANN, WED, "8-12")], given)

    assert (one.rule, one.strength) == ("demand_ideal", Strength.NICE)
    assert one.sentence.endswith("08:00–12:00; 2 would be ideal.")


def test_a_skill_that_nobody_there_has_is_missed() -> None:
    ann = person(ANN, "Ann Lee", MA, skill_ids=frozenset({XRAY}))
    wanted = demand(WED, "8-12", 1, skill_id=XRAY)
    bobs_shift = [shift(1, BOB, WED, "8-12")]

    (one,) = found(bobs_shift, facts(ann, demand=(wanted,)))

    assert one.rule == "demand_skill"
    assert one.sentence.startswith("Medical assistant with X-ray: nobody on Wed")
    assert found([shift(1, ANN, WED, "8-12")], facts(ann, demand=(wanted,))) == ()


def test_a_site_counts_the_people_who_are_there() -> None:
    sites = {MAIN: Site("Main Street", "M", "", MAIN), NORTH: Site("North", "N", "", NORTH)}
    given = facts(demand=(demand(WED, "8-12", 1, site_id=NORTH),), sites=sites)

    at_main = gaps([shift(1, ANN, WED, "8-12", room_id=EXAM)], given)
    at_north = gaps([shift(1, ANN, WED, "8-12", site_id=NORTH)], given)

    assert [one.site_id for one in at_main] == [NORTH]
    assert at_north == []


def test_with_one_site_nobody_needs_to_say_where() -> None:
    given = facts(demand=(demand(WED, "8-12", 1, site_id=MAIN),))

    assert gaps([shift(1, ANN, WED, "8-12")], given) == []


def test_a_room_for_one_is_too_small_for_two() -> None:
    shifts = [
        shift(1, ANN, WED, "8-12", room_id=EXAM),
        shift(2, BOB, WED, "11-15", room_id=EXAM),
    ]

    (one,) = found(shifts, facts())

    assert (one.rule, one.strength) == ("room", Strength.AVOID)
    assert one.member_ids == (ANN, BOB)
    assert one.shift_ids == (1, 2)
    assert one.sentence.startswith("Exam 1 holds 1, but 2 are planned on Wed")
    assert one.sentence.endswith("11:00–12:00: Ann Lee, Bob Roy.")


def test_a_room_for_two_holds_two_and_turns_over_on_the_minute() -> None:
    big = {EXAM: Room(MAIN, "Exam 1", "EX1", 2, EXAM)}
    together = [shift(1, ANN, WED, "8-12", room_id=EXAM), shift(2, BOB, WED, "8-12", room_id=EXAM)]
    in_turn = [shift(1, ANN, WED, "8-12", room_id=EXAM), shift(2, BOB, WED, "12-16", room_id=EXAM)]

    assert found(together, facts(rooms=big)) == ()
    assert found(in_turn, facts()) == ()


def test_a_room_taken_by_a_night_shift_is_taken_in_the_morning() -> None:
    shifts = [shift(1, ANN, TUE, "22-6", room_id=EXAM), shift(2, BOB, WED, "5-9", room_id=EXAM)]

    (one,) = found(shifts, facts())

    assert one.day == WED
    assert (one.start, one.end) == (300, 360)


def test_coverage_tells_the_worst_moment_of_each_position() -> None:
    wanted = (
        demand(WED, "8-12", 2, 3, id=1),
        demand(WED, "13-17", 1, id=2),
        demand(WED, "8-17", 1, id=3, position_id=FD),
    )
    shifts = [
        shift(1, ANN, WED, "8-17"),
        shift(2, BOB, WED, "8-10"),
        shift(3, CY, WED, "8-17"),
    ]

    given = facts(demand=wanted)
    mas, desk = day_coverage(DayView.of(WED, shifts), given)

    assert (mas.position_id, mas.have, mas.minimum, mas.ideal, mas.worst) == (MA, 1, 2, 3, 600)
    assert (desk.position_id, desk.have, desk.short) == (FD, 1, 0)


def test_a_day_without_demand_has_no_coverage_to_tell() -> None:
    wanted = facts(demand=(demand(THU, "8-12", 1),))

    assert list(day_coverage(DayView.of(WED, []), wanted)) == []
