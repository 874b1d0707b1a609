"""Sites and rooms."""

from datetime import date

import pytest

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import Window
from clinicmgr.places.records import Room, RoomDraft, Site, SiteDraft
from clinicmgr.places.service import Places


@pytest.fixture
def places(journal: Journal) -> Places:
    return Places(journal)


def test_a_site_has_rooms(places: Places) -> None:
    main = places.add_site(SiteDraft("Main Street", "MS", "1 Main St"))
    exam = places.add_room(RoomDraft(main, "Exam 1", "X1"))
    assert places.sites() == [Site("Main Street", "MS", "1 Main St", main)]
    assert places.rooms() == [Room(main, "Exam 1", "X1", 1, exam)]


def test_what_is_changed_is_undone_in_one_step(places: Places, journal: Journal) -> None:
    main = places.add_site(SiteDraft("Main Street", "MS"))
    room = places.add_room(RoomDraft(main, "Exam 1", "X1"))
    places.change_room(room, RoomDraft(main, "Lab", "LB", 3))
    assert journal.undo() == "Change room Lab"
    assert places.rooms()[0].name == "Exam 1"
    places.remove_room(room)
    journal.undo()
    assert places.rooms()[0].id == room


def test_a_site_with_rooms_stays(places: Places) -> None:
    main = places.add_site(SiteDraft("Main Street", "MS"))
    places.add_room(RoomDraft(main, "Exam 1", "X1"))
    with pytest.raises(UserError, match="still in use"):
        places.remove_site(main)
    assert len(places.sites()) == 1


@pytest.mark.parametrize(
    "draft, field",
    [
        (SiteDraft(" ", "MS"), "name"),
        (SiteDraft("Main", ""), "code"),
        (SiteDraft("Main", "TOO LONG"), "code"),
        (SiteDraft("Main", "la"), "code"),
    ],
)
def test_a_site_needs_a_name_and_a_code_of_its_own(
    places: Places, draft: SiteDraft, field: str
) -> None:
    places.add_site(SiteDraft("Lake", "LA"))
    with pytest.raises(UserError) as refused:
        places.add_site(draft)
    assert refused.value.field == field


def test_the_same_code_may_stand_on_two_sites(places: Places) -> None:
    main = places.add_site(SiteDraft("Main", "MA"))
    lake = places.add_site(SiteDraft("Lake", "LA"))
    places.add_room(RoomDraft(main, "Exam 1", "X1"))
    places.add_room(RoomDraft(lake, "Exam 1", "X1"))
    with pytest.raises(UserError, match="of this site"):
        places.add_room(RoomDraft(lake, "Exam 2", "x1"))


def test_what_is_gone_is_said_so(places: Places) -> None:
    with pytest.raises(UserError, match="no longer there"):
        places.change_site(7, SiteDraft("Main", "MA"))


@pytest.mark.parametrize(
    "typed, kept",
    [
        ("Mon-Fri 8-17; Sat 9-12", "Mon-Fri 08:00-17:00; Sat 09:00-12:00"),
        ("mon 7:30a-noon", None),
        ("", ""),
        ("Closed", "closed"),
        ("never", "closed"),
        ("always", "always"),
    ],
)
def test_opening_hours_are_typed_as_people_say_them(places, typed, kept):
    if kept is None:
        with pytest.raises(UserError) as caught:
            places.add_site(SiteDraft("North", "N", hours=typed))
        assert caught.value.field == "hours"
        return
    places.add_site(SiteDraft("North", "N", hours=typed))
    assert places.sites()[0].hours == kept


def test_a_room_opens_with_its_site_unless_it_has_hours_of_its_own(places):
    usual = places.add_site(SiteDraft("Main", "M"))
    long = places.add_site(SiteDraft("North", "N", hours="Mon-Sat 7-19"))
    exam = places.add_room(RoomDraft(usual, "Exam 1", "X1"))
    lab = places.add_room(RoomDraft(long, "Lab", "LB"))
    x_ray = places.add_room(RoomDraft(long, "X-ray", "XR", hours="Tue 8-12, 13-15"))
    assert places.opening(exam, 0) == (Window(0, 480, 1020),)
    assert places.opening(exam, 5) == ()
    assert places.opening(lab, 5) == (Window(5, 420, 1140),)
    assert places.opening(x_ray, 1) == (Window(1, 480, 720), Window(1, 780, 900))
    assert places.opening(x_ray, 2) == ()
    places.change_room(x_ray, RoomDraft(long, "X-ray", "XR", hours="closed"))
    assert places.opening_hours()[x_ray] == ()


def test_rooms_are_found_by_the_beginnings_of_their_words_and_of_their_site(places: Places) -> None:
    north = places.add_site(SiteDraft("North", "N", "1 Main St\nChicago"))
    south = places.add_site(SiteDraft("South", "S"))
    lab = places.add_room(RoomDraft(north, "Laboratory", "LB"))
    other = places.add_room(RoomDraft(south, "Laboratory", "LB"))
    assert [hit.ref for hit in places.find("lab")] == [lab, other]
    (hit,) = places.find("north LAB")
    assert (hit.ref, hit.title, hit.detail, hit.page) == (lab, "Laboratory", "North", "setup")
    (hit,) = places.find("north")
    assert (hit.ref, hit.detail) == (("sites", north), "1 Main St, Chicago")
    assert places.find("oratory") == []
    assert places.find(" -, ") == []


def test_a_room_is_never_due(places: Places) -> None:
    places.add_site(SiteDraft("North", "N"))
    assert places.due(date(2026, 11, 18)) == []
