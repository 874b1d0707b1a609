"""What a manager is told about shift types, supervision, rooms that are kept, and fair shares."""

from datetime import timedelta

from tests.schedule.clinic_of_three import (
    ANN,
    BOB,
    CY,
    EXAM,
    FD,
    FRI,
    MA,
    MAIN,
    MON,
    NORTH,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    facts,
    found,
    person,
    sentences,
    shift,
)
from tests.schedule.rulebooks import EARLY, LATE, NIGHT, TYPE_NAMES, book, rule

from clinicmgr.places.records import Room, Site
from clinicmgr.schedule.records import Before, Strength, Tally
from clinicmgr.schedule.rules import reasons_against

DOC = 9
LABELED = {"type_names": TYPE_NAMES}
SUPERVISED = rule("supervision", positions=(MA,), by=(FD,), each=2)


def test_an_early_shift_does_not_follow_a_late_one() -> None:
    known = facts(**LABELED, book=book(rule("succession", earlier=(LATE, NIGHT), later=(EARLY,))))
    shifts = [
        shift(1, ANN, TUE, "14-22", type_id=LATE),
        shift(2, ANN, WED, "8-12", type_id=EARLY),
        shift(3, ANN, FRI, "8-12", type_id=EARLY),
    ]

    assert sentences(shifts, known) == [
        "Ann Lee: Early on Wed 18 Nov follows Late on the day before."
    ]


def test_two_forbidden_successions_stand_beside_each_other() -> None:
    known = facts(
        **LABELED,
        book=book(
            rule("succession", earlier=(LATE,), later=(EARLY,)),
            rule("succession", Strength.AVOID, earlier=(NIGHT,), later=(EARLY, LATE)),
        ),
    )
    shifts = [
        shift(1, ANN, MON, "14-22", type_id=LATE),
        shift(2, ANN, TUE, "8-12", type_id=EARLY),
        shift(3, ANN, WED, "22-6", type_id=NIGHT),
        shift(4, ANN, THU, "14-22", type_id=LATE),
    ]

    assert [one.strength for one in found(shifts, known)] == [Strength.NEVER, Strength.AVOID]


def test_there_are_no_more_nights_in_a_week_than_allowed() -> None:
    known = facts(**LABELED, book=book(rule("types_a_week", types=(NIGHT,), most=2)))
    nights = [shift(i, ANN, day, "22-6", type_id=NIGHT) for i, day in enumerate((MON, TUE, WED), 1)]

    (one,) = found(nights, known)

    assert (one.day, one.measure) == (WED, 3)
    assert one.sentence == "Ann Lee: 3 x Night in the week of Mon 16 Nov; at most 2."
    assert found(nights[1:], known) == ()


def test_an_assistant_is_not_alone() -> None:
    known = facts(book=book(SUPERVISED))
    shifts = [shift(1, ANN, WED, "8-16"), shift(2, CY, WED, "10-16")]

    assert sentences(shifts, known) == [
        "Ann Lee: no supervision on Wed 18 Nov, 08:00–10:00; Front desk is needed at the same site."
    ]
    assert sentences([shifts[1]], known) == []


def test_one_answers_for_no_more_than_two() -> None:
    dee = person(DOC, "Dee Doc", MA)
    known = facts(dee, book=book(SUPERVISED))
    shifts = [
        *(shift(i, who, WED, "8-16") for i, who in enumerate((ANN, BOB, DOC), 1)),
        shift(4, CY, WED, "8-16"),
    ]

    (one,) = found(shifts, known)

    assert one.member_ids == (ANN, BOB, DOC)
    assert "1 of Front desk on Wed 18 Nov" in one.sentence
    assert found(shifts[1:], known) == ()


def test_supervision_at_another_site_does_not_count() -> None:
    sites = {MAIN: Site("Main Street", "M", id=MAIN), NORTH: Site("North", "N", id=NORTH)}
    known = facts(sites=sites, book=book(SUPERVISED))
    here = [shift(1, ANN, WED, "8-16", site_id=MAIN), shift(2, CY, WED, "8-16", site_id=MAIN)]
    elsewhere = [here[0], shift(2, CY, WED, "8-16", site_id=NORTH)]

    assert found(here, known) == ()
    assert [one.rule for one in found(elsewhere, known)] == ["supervision"]


def test_supervision_of_a_night_is_told_on_both_its_days() -> None:
    known = facts(book=book(SUPERVISED))

    assert [one.day for one in found([shift(1, ANN, WED, "22-6")], known)] == [WED, THU]


def test_whoever_is_dragged_out_of_supervision_hears_it_first() -> None:
    known = facts(book=book(SUPERVISED))
    around = [shift(1, CY, WED, "8-12")]
    draft = shift(0, ANN, WED, "10-14").draft()

    (one,) = reasons_against(known.people[ANN], draft, around, known)

    assert one.reason == "no supervision by Front desk then"
    assert (
        reasons_against(known.people[ANN], shift(0, ANN, WED, "8-12").draft(), around, known) == ()
    )


def test_people_keep_their_room_through_the_week() -> None:
    rooms = {EXAM: Room(MAIN, "Exam 1", "EX1", id=EXAM), 2: Room(MAIN, "Exam 2", "EX2", id=2)}
    known = facts(rooms=rooms, book=book(rule("same_room", Strength.NICE)))
    shifts = [
        shift(1, ANN, MON, "8-12", room_id=EXAM),
        shift(2, ANN, TUE, "8-12", room_id=2),
        shift(3, ANN, WED, "8-12", room_id=EXAM),
    ]

    (one,) = found(shifts, known)

    assert (one.day, one.shift_ids) == (TUE, (1, 2))
    assert one.sentence == (
        "Ann Lee: 2 rooms in the week of Mon 16 Nov (Exam 1, Exam 2); at most 1."
    )


def test_whoever_has_more_weekends_than_colleagues_is_told_of_the_latest() -> None:
    fair = book(rule("fair_share", Strength.NICE, more=2))
    known = facts(book=fair, before=Before({}, {ANN: Tally(weekends=6), BOB: Tally(weekends=2)}))
    shifts = [shift(1, ANN, SAT, "8-12"), shift(2, BOB, SAT + timedelta(days=1), "8-12")]

    (one,) = found(shifts, known)

    assert (one.rule, one.member_ids, one.shift_ids) == ("fair_share", (ANN,), (1,))
    assert one.sentence == "Ann Lee: 7 weekends in a year, colleagues have 3."
    assert found(shifts[1:], known) == ()


def test_the_last_shifts_of_the_day_and_holidays_are_shared_too() -> None:
    fair = book(rule("fair_share", Strength.NICE, more=1))
    known = facts(book=fair, closures={FRI: "Holiday"})
    closings = [
        one
        for i, day in enumerate((MON, TUE, WED, THU))
        for one in (shift(10 + i, ANN, day, "10-18"), shift(20 + i, BOB, day, "8-16"))
    ]

    assert sentences(closings, known) == ["Ann Lee: 4 last shifts in a year, colleagues have 0."]
    assert found([shift(1, ANN, FRI, "8-12")], known) == ()


def test_someone_without_colleagues_has_no_unfair_share() -> None:
    known = facts(book=book(rule("fair_share", more=0)), before=Before({}, {CY: Tally(9, 9, 9)}))

    assert found([shift(1, CY, SUN, "8-12")], known) == ()
