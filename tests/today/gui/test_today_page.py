"""The first page as the manager uses it: read at a glance, worked off by keyboard."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from tests.today.conftest import Part

from clinicmgr.kernel.domain import Due, Urgency
from clinicmgr.kernel.errors import UserError
from clinicmgr.staff.records import StaffDraft
from clinicmgr.today.records import FirstStep

TODAY = date(2026, 11, 18)
TOMORROW = TODAY + timedelta(1)
EXPIRED = Due(
    Urgency.WRONG, TODAY - timedelta(19), "Expired", "Ann's CPR card expired.", "staff", 1,
    "Open the record",
)  # fmt: skip
SERVICE = Due(Urgency.OVERDUE, TODAY, "Overdue", "The autoclave.", "equipment", (3, "work"))
READING = Due(Urgency.TODAY, TODAY, "Not read", "The fridge was not read.", "equipment", 1)
SOON = Due(Urgency.SOON, TOMORROW, "Too few", "Nobody at the desk.", "schedule", TOMORROW)


def shown(page, words):
    return any(label.text() == words for label in page.findChildren(QLabel) if label.isVisible())


def many(count):
    return [
        Due(Urgency(number % 4), TODAY, f"Kind {number}", "A sentence. " * 12, "rates", number)
        for number in range(count)
    ]


@pytest.fixture
def working(practice):
    practice.shift(practice.ann, TODAY, 8, 16, room_id=practice.exam)
    practice.shift(practice.bob, TODAY, 12, 20)
    practice.shift(practice.bob, TOMORROW, 8, 16)
    return practice


def test_the_title_is_the_day_with_a_greeting_and_the_day_in_one_line(see, working):
    page = see(working.clinic).page
    assert page.title == "Wednesday, November 18, 2026"
    assert shown(page, "Good morning")
    assert page.who.subtitle_label.text() == "2 people work, 1 in now, everything is covered"


def test_who_is_in_is_there_before_any_domain_was_asked(see, working, part):
    domain = part(EXPIRED)
    sight = see(working.clinic, domain)
    assert domain.asked == []
    assert sight.people_words == [
        "Medical assistant, 1 of 2 in now",
        "Ann Lee, Medical assistant, 8:00 AM–4:00 PM, Exam 1, 555-0101, In now",
        "Bob Roy, Medical assistant, 12:00 PM–8:00 PM, 555-0102, Later",
    ]
    sight.settle()
    assert domain.asked == [TODAY]


def test_what_all_domains_say_is_one_list_grouped_by_urgency_in_words(see, working, part):
    sight = see(working.clinic, part(SOON, READING), part(EXPIRED), part(SERVICE)).settle()
    assert sight.due_words == [
        "Wrong now",
        "Wrong now. Expired, Fri, Oct 30. Ann's CPR card expired. Open the record",
        "Overdue",
        "Overdue. Overdue, Wed, Nov 18. The autoclave. Open",
        "Today",
        "Today. Not read, Wed, Nov 18. The fridge was not read. Open",
        "Soon",
        "Soon. Too few, Thu, Nov 19. Nobody at the desk. Open",
    ]
    assert sight.page.attention.subtitle_label.text() == "4 things, 1 wrong now, 1 overdue"


def test_arrows_skip_the_heads_and_enter_goes_there(see, qtbot, working, part):
    sight = see(working.clinic, part(EXPIRED, SERVICE)).settle()
    found = sight.page.attention.list
    sight.page.setFocus()
    qtbot.keyClick(found, Qt.Key.Key_Return)
    qtbot.keyClick(found, Qt.Key.Key_Down)
    qtbot.keyClick(found, Qt.Key.Key_Enter)
    assert sight.went == [("staff", 1), ("equipment", (3, "work"))]


def test_the_button_of_a_line_goes_there_and_the_rest_of_it_only_selects(see, qtbot, working, part):
    sight = see(working.clinic, part(EXPIRED)).settle()
    found = sight.page.attention.list
    place = found.visualRect(found.lines_model.index(1))
    button = found.painter.button(found.lines[1].content, place)
    qtbot.mouseClick(
        found.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(9, 9)
    )
    assert sight.went == []
    assert found.current_key == found.lines[1].key
    qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=button.center())
    assert sight.went == [("staff", 1)]


def test_a_person_leads_to_the_shift_and_who_is_off_to_the_record(see, working):
    working.leave(working.cy, TODAY, TOMORROW)
    sight = see(working.clinic)
    lines = sight.page.people.lines
    assert lines[-1].words == "Cy Fox, Sick leave, until Thu, Nov 19"
    shift = working.clinic.schedule.shifts(TODAY, TODAY)[0]
    sight.page.people.chosen.emit(lines[1].key)
    sight.page.people.chosen.emit(lines[-1].key)
    assert sight.went == [("schedule", shift.id), ("staff", working.cy)]


def test_a_gap_leads_to_its_day_on_the_schedule(see, working):
    working.need(working.fd, TODAY, 8, 10, 1)
    sight = see(working.clinic)
    assert sight.people_words[:2] == ["Not covered", "1 × Front desk missing, 8:00 AM–10:00 AM"]
    sight.page.people.chosen.emit(sight.page.people.lines[1].key)
    assert sight.went == [("schedule", TODAY)]


def test_a_change_anywhere_is_read_again_and_keeps_selection_and_place(see, working, part):
    domain = part(*many(60))
    sight = see(working.clinic, domain).settle()
    found = sight.page.attention.list
    found.select(found.lines[40].key)
    found.verticalScrollBar().setValue(900)
    top = found.indexAt(QPoint(8, 1)).data()
    chosen = found.lines[40].words
    domain.found.insert(0, EXPIRED)
    working.clinic.places.add_site(_site())
    sight.settle()
    assert len(found.lines) == 65
    assert found.currentIndex().data() == chosen
    assert found.indexAt(QPoint(8, 1)).data() == top


def test_a_change_that_concerns_nothing_here_redraws_nothing(see, working, part):
    sight = see(working.clinic, part(EXPIRED)).settle()
    resets = []
    sight.page.attention.list.lines_model.modelReset.connect(lambda: resets.append(1))
    sight.page.people.lines_model.modelReset.connect(lambda: resets.append(2))
    working.clinic.staff.add_position(_position())
    sight.settle()
    assert resets == []


def test_what_is_more_pressing_takes_the_selection_nobody_made(see, working, part):
    sight = see(working.clinic, part(SOON), part(EXPIRED))
    sight.page.setFocus()
    sight.settle()
    assert "Ann's CPR card" in sight.page.attention.list.currentIndex().data()


def test_a_page_left_while_it_reads_reads_the_rest_when_it_is_shown_again(see, working, part):
    domain = part(EXPIRED)
    sight = see(working.clinic, domain)
    sight.page.hide()
    assert not sight.page.reading.is_going_on
    assert sight.page.is_stale
    sight.page.show()
    sight.settle()
    assert domain.asked == [TODAY]
    assert len(sight.due_words) == 2


def test_a_change_while_it_reads_starts_the_reading_again(see, working, part):
    first, second = part(EXPIRED), part(SERVICE)
    sight = see(working.clinic, first, second)
    sight.qtbot.waitUntil(lambda: bool(first.asked))
    working.clinic.staff.add_position(_position())
    sight.settle()
    assert len(first.asked) == 2
    assert len(sight.due_words) == 4


def test_a_domain_that_fails_does_not_keep_the_others_from_the_list(see, qtbot, working, part):
    class Broken(Part):
        def due(self, on):
            message = "broken"
            raise ZeroDivisionError(message)

    with qtbot.captureExceptions() as failures:
        sight = see(working.clinic, Broken(), part(EXPIRED)).settle()
    assert [kind for kind, _error, _trace in failures] == [ZeroDivisionError]
    assert len(sight.due_words) == 2


def test_the_next_day_shows_who_works_then_and_what_is_due_then(see, qtbot, working, part):
    domain = part(EXPIRED)
    sight = see(working.clinic, domain).settle()
    sight.page.setFocus()
    qtbot.keyClick(sight.page.attention.list, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    sight.settle()
    assert sight.page.title == "Thursday, November 19, 2026"
    assert shown(sight.page, "Tomorrow")
    assert sight.page.who.subtitle_label.text() == "1 person works, everything is covered"
    assert sight.people_words == [
        "Medical assistant, 1",
        "Bob Roy, Medical assistant, 8:00 AM–4:00 PM, 555-0102",
    ]
    assert domain.asked == [TODAY, TOMORROW]
    sight.page.go_today()
    assert sight.page.day == TODAY
    sight.page.go_to(TOMORROW)
    assert sight.page.day == TOMORROW
    sight.settle()


def test_minutes_go_by_and_who_is_in_follows_the_clock(see, working):
    sight = see(working.clinic).settle()
    sight.watch.at = datetime(2026, 11, 18, 17, 0)
    sight.page.look_at_the_clock()
    assert [words.rpartition(", ")[2] for words in sight.people_words[1:]] == ["Left", "In now"]
    assert shown(sight.page, "Good afternoon")


def test_after_midnight_the_page_shows_the_new_day(see, working):
    sight = see(working.clinic).settle()
    sight.watch.at = datetime(2026, 11, 19, 0, 1)
    sight.page.look_at_the_clock()
    assert sight.page.day == TOMORROW
    sight.settle()


def test_who_looks_at_tomorrow_stays_there_over_midnight(see, working):
    sight = see(working.clinic).settle()
    sight.page.step(5)
    sight.watch.at = datetime(2026, 11, 19, 0, 1)
    sight.page.look_at_the_clock()
    assert sight.page.day == TODAY + timedelta(5)
    sight.settle()


def test_nothing_due_is_said_and_not_left_blank(see, working, part):
    page = see(working.clinic, part()).settle().page
    assert page.attention.nothing.isVisible()
    assert "Nothing needs you" in page.attention.nothing.accessibleName()


def test_sixty_things_scroll_inside_the_list_and_the_frame_stays(see, working, part):
    sight = see(working.clinic, part(*many(60))).settle()
    page = sight.page
    assert page.attention.list.verticalScrollBar().maximum() > 0
    least = page.minimumSizeHint()
    assert least.width() <= 1080
    assert least.height() <= 700
    assert page.weeks.geometry().bottom() < page.height()


def test_the_last_weeks_are_drawn_with_their_figures(see, working):
    page = see(working.clinic).settle().page
    assert page.weeks.rostered.values[-2:] == [0, 3 * 480]
    assert "Week of Mon, Nov 16: 24 h" in page.weeks.rostered.accessibleDescription()
    assert page.weeks.visits.isHidden()


def test_a_backup_is_made_and_said(see, working):
    sight = see(working.clinic).settle()
    card = sight.page.backup
    assert card.words.text() == "No backup yet"
    card.button.click()
    assert card.words.text() == "Last backup today, 9:00 AM"
    assert sight.said == "The backup was made and checked."
    sight.shelf.refusal = UserError("The drive is full.")
    card.button.click()
    assert sight.said == "The drive is full."


def test_the_day_sheet_is_printed_of_the_day_that_is_shown(see, working):
    sight = see(working.clinic).settle()
    sight.page.step(1)
    sight.settle()
    sight.page.prints.trigger()
    (paper,) = sight.papers
    assert (paper.title, paper.subtitle) == ("Day sheet", "Thursday, November 19, 2026")


def test_a_new_practice_is_taught_its_first_steps(see, clinic):
    sight = see(clinic)
    page = sight.page
    assert page.first_steps.isVisible()
    assert not page.prints.isEnabled()
    offers = page.first_steps.offers
    assert [offer.property("kind") for offer in offers.values()] == ["primary", *["quiet"] * 4]
    offers[FirstStep.STAFF].click()
    assert sight.went == [("staff", None)]
    position = clinic.staff.add_position(_position())
    clinic.staff.hire(StaffDraft("Ann", "Lee", date(2020, 1, 1), (position,)))
    assert offers[FirstStep.POSITIONS].accessibleDescription() == "Positions: done"
    assert offers[FirstStep.ROOMS].property("kind") == "primary"


def test_the_first_shift_ends_the_first_steps(see, practice):
    sight = see(practice.clinic)
    assert sight.page.first_steps.isVisible()
    practice.shift(practice.ann, TOMORROW, 8, 16)
    assert not sight.page.first_steps.isVisible()
    assert sight.page.who.subtitle_label.text() == "Nobody is on the roster"
    sight.settle()


def test_everything_that_takes_the_focus_has_a_name(see, working, part):
    page = see(working.clinic, part(EXPIRED)).settle().page
    reached = [
        child
        for child in page.findChildren(QPushButton)
        if child.isVisible() and child.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert all(child.accessibleName() or child.text() for child in reached)
    assert [page.people.accessibleName(), page.attention.list.accessibleName()] == [
        "Who is in", "What needs you",
    ]  # fmt: skip


def _site():
    from clinicmgr.places.records import SiteDraft

    return SiteDraft("Harbor Street", "H")


def _position():
    from clinicmgr.staff.records import PositionDraft

    return PositionDraft("Biller", "BI", 4, 9)
