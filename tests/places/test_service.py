"""Sites and rooms."""

import pytest

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.journal import Journal
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
