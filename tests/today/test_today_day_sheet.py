"""The day sheet: one page for the wall and the pocket, readable in black and white."""

from datetime import date, datetime, timedelta

from clinicmgr.kernel.domain import Due, Urgency
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Heading, Imprint, Notes, Table, Text
from clinicmgr.paper.pdf import render
from clinicmgr.places.records import RoomDraft, SiteDraft
from clinicmgr.staff.records import StaffDraft
from clinicmgr.today.documents import DaySheetOptions, build_day_sheet

TODAY = date(2026, 11, 18)
CLINIC = ClinicSettings("Lakeside Family Clinic")
IMPRINT = Imprint("Lakeside Family Clinic", datetime(2026, 11, 18, 9, 0))
OVERDUE = Due(Urgency.OVERDUE, TODAY - timedelta(1), "Overdue", "Autoclave: service.", "equipment")
SOON = Due(Urgency.SOON, TODAY + timedelta(9), "Expiring", "Ann's CPR card.", "staff", 1)


def sheet(today, **options):
    return build_day_sheet(today, CLINIC, IMPRINT, DaySheetOptions(TODAY, **options))


def words_of(pdf):
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return pages


def test_it_says_who_works_where_when_and_how_to_reach_them(practice):
    practice.shift(practice.ann, TODAY, 8, 16, room_id=practice.exam, note="Opens")
    practice.shift(practice.bob, TODAY, 12, 20)
    practice.shift(practice.eve, TODAY - timedelta(1), 22, 30)
    (page,) = words_of(render(sheet(practice.today())))
    for words in (
        "Day sheet", "Wednesday, November 18, 2026", "3 people work, everything is covered.",
        "Ann Lee", "8:00 AM–4:00 PM", "Exam 1", "555-0101", "Opens", "MA", "Medical assistant",
        "10:00 PM–6:00 AM", "Since yesterday", "Notes",
    ):  # fmt: skip
        assert words in page


def test_phone_numbers_can_be_left_off(practice):
    practice.shift(practice.ann, TODAY, 8, 16)
    practice.leave(practice.bob, TODAY, TODAY)
    (with_numbers,) = words_of(render(sheet(practice.today())))
    (without,) = words_of(render(sheet(practice.today(), phones=False)))
    assert "555-0101" in with_numbers
    assert "555-0102" in with_numbers
    assert "555" not in without
    assert "Phone" not in without


def test_what_is_not_covered_stands_above_everything_else(practice):
    practice.need(practice.fd, TODAY, 8, 10, 1)
    practice.shift(practice.ann, TODAY, 8, 16)
    practice.leave(practice.bob, TODAY, TODAY + timedelta(2))
    items = sheet(practice.today()).items
    assert isinstance(items[1], Heading)
    assert items[2] == Text("▲ 1 × Front desk missing, 8:00 AM–10:00 AM", "notice")
    off = items[4]
    assert isinstance(off, Table)
    assert off.rows[0].cells == ("Bob Roy", "Sick leave", "Fri, Nov 20", "555-0102")


def test_sites_are_parts_of_the_sheet_where_there_are_several(practice):
    places = practice.clinic.places
    harbor = places.add_site(SiteDraft("Harbor Street", "H"))
    room = places.add_room(RoomDraft(harbor, "Exam 9", "EX9"))
    practice.shift(practice.ann, TODAY, 8, 16, room_id=practice.exam)
    practice.shift(practice.bob, TODAY, 8, 16, room_id=room)
    practice.shift(practice.cy, TODAY, 8, 16)
    table = next(item for item in sheet(practice.today()).items if isinstance(item, Table))
    groups = [row.cells[0] for row in table.rows if row.kind == "group"]
    assert groups == ["Without a site", "Harbor Street", "Main Street"]


def test_what_is_due_soon_or_said_above_is_left_off(practice, part):
    practice.need(practice.fd, TODAY, 8, 10, 1)
    practice.shift(practice.ann, TODAY, 8, 16)
    gap = Due(Urgency.WRONG, TODAY, "Too few", "Nobody at the desk.", "schedule", TODAY)
    table = sheet(practice.today(part(gap, SOON, OVERDUE))).items[-2]
    assert isinstance(table, Table)
    assert [row.cells[2] for row in table.rows] == ["Autoclave: service."]
    bare = sheet(practice.today(part(OVERDUE)), due=False, notes=False).items
    assert not any(isinstance(item, Notes) for item in bare)
    assert sum(isinstance(item, Table) for item in bare) == 1


def test_sixty_people_and_much_to_do_take_two_pages(practice, part):
    staff = practice.clinic.staff
    for number in range(60):
        draft = StaffDraft(f"Person {number}", "Long-Lastname", date(2020, 1, 1), (practice.ma,),
                           phone=f"(218) 555-{number:04}")  # fmt: skip
        practice.shift(staff.hire(draft), TODAY, 7, 15, position_id=practice.ma)
    for who in (practice.ann, practice.bob, practice.cy):
        practice.leave(who, TODAY, TODAY)
    practice.need(practice.fd, TODAY, 8, 10, 1)
    pages = words_of(render(sheet(practice.today(part(*[OVERDUE] * 20)))))
    assert len(pages) == 2
    assert "and 17 more on the page of today" in pages[1]


def test_a_day_without_anybody_says_so(practice):
    (page,) = words_of(render(sheet(practice.today())))
    assert "Nobody is on the roster." in page
