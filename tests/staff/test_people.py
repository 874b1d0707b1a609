"""Hiring, changing and letting go: what the manager is promised."""

from dataclasses import replace
from datetime import date

import pytest

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.journal import Journal
from clinicmgr.schedule.records import ShiftDraft
from clinicmgr.staff.records import Newcomer, PositionDraft, SkillDraft, StaffDraft, Window
from clinicmgr.staff.service import Staff

MAY = date(2026, 5, 1)


def test_a_hired_person_is_on_record_as_entered(staff, lakeside):
    ana = staff.member(lakeside.ana)
    assert ana.name == "Ana Ruiz"
    assert ana.short_name == "Ana R."
    assert ana.position_ids == (lakeside.nurse,)
    assert ana.skill_ids == (lakeside.x_ray,)
    assert ana.draft().number == "1001"


@pytest.mark.parametrize(
    "first, last",
    [("Siobhán", "O'Brien"), ("Jörg", "Müller-Lüdenscheidt"), ("李", "小龙"), ("Cher", "")],
)
def test_names_are_kept_as_people_write_them(staff, first, last):
    member = staff.member(staff.hire(StaffDraft(first, last, MAY)))
    assert (member.first_name, member.last_name) == (first, last)
    assert [hit.title for hit in staff.find(first)] == [f"{first} {last}".strip()]


def test_people_are_listed_by_last_name_as_a_person_would(staff):
    for first, last in [("Al", "Zorn"), ("Bea", "Öztürk"), ("Cy", "adams"), ("Di", "Adams")]:
        staff.hire(StaffDraft(first, last, MAY))
    assert [each.name for each in staff.members()] == [
        "Cy adams", "Di Adams", "Bea Öztürk", "Al Zorn",
    ]  # fmt: skip


def test_the_main_position_is_the_first_one_even_after_a_change(staff, lakeside):
    both = (lakeside.assistant, lakeside.nurse)
    staff.change(lakeside.ana, replace(staff.member(lakeside.ana).draft(), position_ids=both))
    assert staff.member(lakeside.ana).position_ids == both


def test_undo_of_a_hire_takes_the_person_away_and_redo_brings_the_same_one_back(
    staff: Staff, lakeside, journal: Journal
):
    before = staff.members()
    newcomer = Newcomer(
        StaffDraft("Cy", "Dunn", MAY, (lakeside.nurse,), (lakeside.spanish,)),
        weekly_minutes=2400,
        windows=(Window(0, 480, 1020),),
        cards=((lakeside.cpr, date(2027, 3, 3)),),
    )
    (cy,) = staff.hire_all([newcomer])
    after = staff.members(), staff.contracts(), staff.availability(), staff.credentials()
    assert journal.undo() == "Hire Cy Dunn"
    assert staff.members() == before
    assert (staff.contracts(), staff.availability(), staff.credentials()) == ({}, {}, [])
    journal.redo()
    assert (staff.members(), staff.contracts(), staff.availability(), staff.credentials()) == after
    assert staff.member(cy).name == "Cy Dunn"


def test_after_the_last_day_a_person_no_longer_works_here_but_stays_on_record(staff, lakeside):
    staff.end_employment(lakeside.bo, date(2026, 11, 30))
    assert lakeside.bo in {each.id for each in staff.members(on=date(2026, 11, 30))}
    assert lakeside.bo not in {each.id for each in staff.members(on=date(2026, 12, 1))}
    assert staff.member(lakeside.bo).ended == date(2026, 11, 30)


def test_a_removed_person_takes_everything_along_and_undo_brings_everything_back(
    staff, lakeside, journal
):
    staff.set_contract(lakeside.ana, MAY, 2400)
    staff.set_availability(lakeside.ana, MAY, [Window(0, 480, 1020)])
    staff.set_pay_rate(lakeside.ana, MAY, 4150)
    staff.set_tax_id(lakeside.ana, "123-45-6789")
    before = staff.contracts(), staff.availability(), staff.pay_rates(), staff.members()
    staff.remove(lakeside.ana)
    assert (staff.contracts(), staff.availability(), staff.pay_rates()) == ({}, {}, {})
    assert journal.undo() == "Remove Ana Ruiz"
    assert (staff.contracts(), staff.availability(), staff.pay_rates(), staff.members()) == before
    assert staff.tax_id(lakeside.ana) == "123-45-6789"


@pytest.mark.parametrize(
    "changes, field, said",
    [
        ({"first_name": "  "}, "first_name", "Give the staff member a name."),
        ({"ended": date(2026, 4, 30)}, "ended", "Cy Dunn cannot end on Apr 30, 2026 before"),
        ({"email": "cy at clinic"}, "email", "not an e-mail address"),
        ({"phone": "call me"}, "phone", "not a phone number"),
        ({"number": "1001"}, "number", "Number 1001 already belongs to Ana Ruiz"),
        ({"position_ids": (999,)}, "position_ids", "no longer exists"),
        ({"skill_ids": (999,)}, "skill_ids", "no longer exists"),
        ({"started": date(26, 5, 1)}, "started", "The year 26 cannot be right"),
        ({"first_name": "C" * 81}, "first_name", "too long"),
    ],
)
def test_a_slip_is_said_beside_its_field_and_nobody_is_hired(
    staff, lakeside, journal, changes, field, said
):
    last = journal.history(limit=1)
    with pytest.raises(UserError) as refused:
        staff.hire(replace(StaffDraft("Cy", "Dunn", MAY), **changes))
    assert refused.value.field == field
    assert said in str(refused.value)
    assert len(staff.members()) == 2
    assert journal.history(limit=1) == last


def test_two_people_of_the_same_name_may_both_work_here(staff):
    first = staff.hire(StaffDraft("John", "Smith", MAY))
    assert staff.hire(StaffDraft("John", "Smith", MAY)) != first


def test_hiring_several_is_all_or_nothing(staff, lakeside):
    with pytest.raises(UserError, match="already belongs to Cy Dunn"):
        staff.hire_all(
            [
                Newcomer(StaffDraft("Cy", "Dunn", MAY, number="7")),
                Newcomer(StaffDraft("Di", "Eck", MAY, number="7")),
            ]
        )
    assert len(staff.members()) == 2


@pytest.mark.parametrize(
    "name, code, said",
    [
        ("", "X", "Give the position a name."),
        ("Hygienist", "", "one to three letters"),
        ("Hygienist", "HYGI", "one to three letters"),
        ("Hygienist", "H1", "one to three letters"),
        ("Hygienist", "rn", "already taken"),
        ("nurse", "NU", "already a position called nurse"),
    ],
)
def test_a_position_has_its_own_name_and_its_own_short_code(staff, lakeside, name, code, said):
    with pytest.raises(UserError, match=said):
        staff.add_position(PositionDraft(name, code))


def test_a_position_or_skill_in_use_is_not_removed(staff, lakeside):
    with pytest.raises(UserError, match="Nurse is still in use"):
        staff.remove_position(lakeside.nurse)
    with pytest.raises(UserError, match="X-ray is still in use"):
        staff.remove_skill(lakeside.x_ray)
    staff.remove_skill(lakeside.spanish)
    assert [each.name for each in staff.skills()] == ["X-ray"]


def test_a_skill_has_its_own_name(staff, lakeside):
    with pytest.raises(UserError, match="already a skill called spanish"):
        staff.add_skill(SkillDraft("spanish"))
    staff.change_skill(lakeside.spanish, SkillDraft("Español"))
    assert [each.name for each in staff.skills()] == ["Español", "X-ray"]


def test_saving_without_a_difference_leaves_no_entry(staff, lakeside, journal):
    last = journal.history(limit=1)
    staff.change(lakeside.ana, staff.member(lakeside.ana).draft())
    assert journal.history(limit=1) == last


def test_who_is_gone_is_said_in_a_sentence(staff):
    with pytest.raises(UserError, match="not on record"):
        staff.member(4711)
    with pytest.raises(UserError, match="no longer there"):
        staff.set_contract(4711, MAY, 2400)


def test_the_search_box_finds_people_by_any_word_of_their_record(staff, lakeside):
    for words in ("rui", "ana ruiz", "1001", "lakeside", "0142"):
        assert [hit.ref for hit in staff.find(words)] == [lakeside.ana]
    (hit,) = staff.find("ruiz")
    assert (hit.kind, hit.title, hit.detail) == ("staff", "Ana Ruiz", "Nurse · (312) 555-0142")
    assert staff.find("'; DROP TABLE staff_member; --") == []


def test_who_has_shifts_is_not_removed(clinic):
    nurse = clinic.staff.add_position(PositionDraft("Nurse", "RN"))
    ana = clinic.staff.hire(StaffDraft("Ana", "Ruiz", MAY, (nurse,)))
    clinic.schedule.add_shift(ShiftDraft(ana, date(2026, 11, 18), 480, 960, nurse))
    with pytest.raises(UserError, match="Ana Ruiz has shifts; end the employment instead"):
        clinic.staff.remove(ana)
    assert clinic.staff.member(ana).name == "Ana Ruiz"
    with pytest.raises(UserError, match="Nurse is still in use"):
        clinic.staff.remove_position(nurse)
