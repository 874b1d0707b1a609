"""Publishing freezes a version, and tells each person what is no longer as it was published."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from tests.schedule.clinic_of_three import FRI, MON, SUN, THU, TUE, WED

from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.clock import FixedClock
from clinicmgr.kernel.domain import Urgency
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.journal import Journal
from clinicmgr.schedule.records import EDIT_ROSTER, DemandDraft
from clinicmgr.schedule.records.publishing import ChangeKind
from clinicmgr.schedule.service import Schedule

DAY, WEEK = timedelta(days=1), timedelta(days=7)
NEXT_MON, NEXT_SUN = MON + WEEK, SUN + WEEK


@pytest.fixture
def publishing(practice):
    return practice.schedule.publishing


def add(practice, who, day, start=8, end=16, **more):
    return practice.schedule.add_shift(practice.draft(who, day, start, end, **more))


def change(practice, shift_id, **values):
    draft = practice.schedule.shift(shift_id).draft()
    practice.schedule.change_shift(shift_id, replace(draft, **values))


def told(practice, first=MON, last=SUN, since=None):
    return [each.sentence for each in practice.schedule.publishing.changes(first, last, since)]


# A version


def test_a_week_is_a_draft_until_it_is_published(practice, publishing):
    add(practice, practice.ann, WED)
    assert publishing.is_draft(WED)
    made = publishing.publish(MON, SUN, "  Mind the new times.  ")
    assert (made.number, made.first, made.last, made.shifts) == (1, MON, SUN, 1)
    assert (made.note, made.who) == ("Mind the new times.", "Dana")
    assert made.at == datetime(2026, 11, 18, 9, 0)
    assert publishing.version_on(WED) == made
    assert not publishing.is_draft(SUN)
    assert publishing.is_draft(NEXT_MON)


def test_a_published_roster_stays_as_it_was_told_whatever_is_changed(practice, publishing):
    shift_id = add(
        practice, practice.ann, WED, room_id=practice.exam, note="keys", break_minutes=30
    )
    before = practice.schedule.shift(shift_id)
    publishing.publish(MON, SUN)
    change(practice, shift_id, start=600)
    add(practice, practice.bob, THU)
    assert publishing.published(MON, SUN) == (before,)


def test_each_day_is_as_the_newest_version_that_has_it(practice, publishing):
    early, late = add(practice, practice.ann, MON), add(practice, practice.ann, FRI)
    publishing.publish(MON, SUN)
    change(practice, early, start=540)
    change(practice, late, start=540)
    publishing.publish(WED, SUN)
    assert [(one.day, one.start) for one in publishing.published(MON, SUN)] == [
        (MON, 480),
        (FRI, 540),
    ]
    assert [publishing.version_on(day).number for day in (MON, TUE, WED, FRI)] == [1, 1, 2, 2]
    assert [one.number for one in publishing.publications()] == [2, 1]


def test_publishing_is_one_named_change_that_can_be_undone_on_the_same_day(practice, publishing):
    journal = practice.clinic.journal
    add(practice, practice.ann, WED)
    publishing.publish(MON, SUN)
    title = "Publish version 1, Mon, Nov 16 to Sun, Nov 22: 1 shift"
    assert journal.history(limit=1)[0].title == title
    assert journal.undo() == title
    assert publishing.is_draft(WED)
    assert publishing.published(MON, SUN) == ()
    journal.redo()
    assert [one.day for one in publishing.published(MON, SUN)] == [WED]
    assert journal.verify() == []


def test_what_was_undone_leaves_nothing_that_keeps_the_person_on_record(practice, publishing):
    journal = practice.clinic.journal
    add(practice, practice.ann, WED)
    publishing.publish(MON, SUN)
    journal.undo()
    journal.undo()
    practice.clinic.staff.remove(practice.ann)


def test_the_day_after_a_publication_is_no_longer_taken_back(practice, publishing):
    add(practice, practice.ann, WED)
    publishing.publish(MON, SUN)
    journal = practice.clinic.journal
    tomorrow = Journal(journal._engine, FixedClock(datetime(2026, 11, 19, 9)), Actor("Dana"))  # noqa: SLF001 - the same file on the next day
    with pytest.raises(UserError):
        tomorrow.undo()
    assert not publishing.is_draft(WED)


@pytest.mark.parametrize(
    "write",
    [
        "UPDATE schedule_publication SET note = 'other'",
        "DELETE FROM schedule_publication",
        "UPDATE schedule_published_shift SET start = 0",
        "DELETE FROM schedule_published_shift",
    ],
)
def test_nothing_writes_over_what_was_published(practice, publishing, write):
    add(practice, practice.ann, WED)
    publishing.publish(MON, SUN)
    with pytest.raises(IntegrityError), practice.clinic.journal.change("X", EDIT_ROSTER) as db:
        db.execute(text(write))


def test_only_those_who_may_publish(practice, publishing):
    journal = practice.clinic.journal
    cy = Actor("Cy", frozenset({"schedule.edit"}))
    deputy = Journal(journal._engine, practice.clinic.clock, cy)  # noqa: SLF001 - the same file
    clinic = practice.clinic
    schedule = Schedule(
        deputy, clinic.staff, clinic.places, lambda _f, _l: [], clinic.settings, clinic.clock
    )
    with pytest.raises(UserError, match="Publish the roster"):
        schedule.publishing.publish(MON, SUN)


def test_a_period_that_ends_before_it_begins_is_refused(publishing):
    with pytest.raises(UserError, match="before the first"):
        publishing.publish(SUN, MON)
    with pytest.raises(UserError, match="no version 7"):
        publishing.version(7)


# What has changed


def test_right_after_publishing_nothing_has_changed(practice, publishing):
    add(practice, practice.ann, WED)
    publishing.publish(MON, SUN)
    assert publishing.changes(MON, SUN) == ()
    assert publishing.standing(MON, SUN).is_current


def test_a_new_a_canceled_a_moved_and_a_changed_shift_are_told_to_the_person(practice, publishing):
    gone = add(practice, practice.ann, MON)
    moved = add(practice, practice.ann, WED)
    other = add(practice, practice.bob, THU, room_id=practice.exam, break_minutes=30)
    publishing.publish(MON, SUN)
    practice.schedule.remove_shifts([gone])
    change(practice, moved, day=FRI)
    change(practice, other, start=540, room_id=None, break_minutes=45, note="keys")
    add(practice, practice.bob, TUE)
    assert told(practice) == [
        "Canceled: Mon, Nov 16, 8:00 AM–4:00 PM.",
        "New: Tue, Nov 17, 8:00 AM–4:00 PM.",
        "Moved: Wed, Nov 18, 8:00 AM–4:00 PM is now Fri, Nov 20, 8:00 AM–4:00 PM.",
        (
            "Changed: Thu, Nov 19: time 8:00 AM–4:00 PM → 9:00 AM–4:00 PM; place Exam 1 → none; "
            "break 30 min → 45 min; note none → keys."
        ),
    ]
    kinds = [(each.kind, each.member_id) for each in publishing.changes(MON, SUN)]
    assert kinds == [
        (ChangeKind.REMOVED, practice.ann),
        (ChangeKind.ADDED, practice.bob),
        (ChangeKind.MOVED, practice.ann),
        (ChangeKind.CHANGED, practice.bob),
    ]


def test_a_shift_that_goes_to_somebody_else_is_news_for_both(practice, publishing):
    shift_id = add(practice, practice.ann, WED)
    publishing.publish(MON, SUN)
    change(practice, shift_id, member_id=practice.bob)
    assert [(each.member_id, each.sentence) for each in publishing.changes(MON, SUN)] == [
        (practice.ann, "Given up: Wed, Nov 18, 8:00 AM–4:00 PM goes to Bob Roy."),
        (practice.bob, "New: Wed, Nov 18, 8:00 AM–4:00 PM, from Ann Lee."),
    ]
    assert publishing.standing(MON, SUN).changed == 1


def test_an_open_shift_is_news_only_for_who_got_it(practice, publishing):
    shift_id = add(practice, None, WED)
    publishing.publish(MON, SUN)
    change(practice, shift_id, member_id=practice.bob)
    assert told(practice) == ["New: Wed, Nov 18, 8:00 AM–4:00 PM, which was open."]
    publishing.publish(MON, SUN)
    change(practice, shift_id, member_id=None)
    assert told(practice) == ["Given up: Wed, Nov 18, 8:00 AM–4:00 PM is open now."]


def test_locking_a_shift_is_no_news(practice, publishing):
    shift_id = add(practice, practice.ann, WED)
    publishing.publish(MON, SUN)
    practice.schedule.lock_shifts([shift_id])
    assert publishing.standing(MON, SUN).is_current


def test_what_was_removed_and_entered_again_is_not_new(practice, publishing):
    shift_id = add(practice, practice.ann, WED)
    publishing.publish(MON, SUN)
    practice.schedule.remove_shifts([shift_id])
    add(practice, practice.ann, WED)
    assert told(practice) == []
    assert publishing.standing(MON, SUN).drafts == frozenset()


def test_another_shift_of_the_same_person_and_day_is_a_changed_one(practice, publishing):
    shift_id = add(practice, practice.ann, WED)
    publishing.publish(MON, SUN)
    practice.schedule.remove_shifts([shift_id])
    add(practice, practice.ann, WED, 9, 17)
    assert told(practice) == ["Changed: Wed, Nov 18: time 8:00 AM–4:00 PM → 9:00 AM–5:00 PM."]


def test_a_shift_moved_out_of_the_week_is_not_called_canceled(practice, publishing):
    shift_id = add(practice, practice.ann, WED)
    publishing.publish(MON, SUN)
    change(practice, shift_id, day=WED + WEEK)
    sentence = "Moved: Wed, Nov 18, 8:00 AM–4:00 PM is now Wed, Nov 25, 8:00 AM–4:00 PM."
    assert told(practice) == [sentence]
    publishing.publish(NEXT_MON, NEXT_SUN)
    change(practice, shift_id, day=THU)
    assert told(practice, NEXT_MON, NEXT_SUN) == [
        "Moved: Wed, Nov 25, 8:00 AM–4:00 PM is now Thu, Nov 19, 8:00 AM–4:00 PM."
    ]


def test_days_that_were_never_published_are_no_changes(practice, publishing):
    add(practice, practice.ann, WED)
    publishing.publish(MON, SUN)
    add(practice, practice.ann, NEXT_MON)
    assert told(practice, MON, NEXT_SUN) == []
    standing = publishing.standing(MON, NEXT_SUN)
    assert standing.unpublished == (NEXT_MON,)
    assert not standing.is_current


def test_changes_can_be_asked_for_since_an_older_version(practice, publishing):
    shift_id = add(practice, practice.ann, WED)
    publishing.publish(MON, SUN)
    change(practice, shift_id, start=540)
    publishing.publish(MON, SUN)
    assert told(practice) == []
    sentence = "Changed: Wed, Nov 18: time 8:00 AM–4:00 PM → 9:00 AM–4:00 PM."
    assert told(practice, since=1) == [sentence]
    assert [each.sentence for each in publishing.changes_in(2)] == [sentence]
    assert publishing.changes_in(1) == ()


def test_the_drafts_are_the_shifts_that_nobody_was_told_of(practice, publishing):
    same, other = add(practice, practice.ann, WED), add(practice, practice.bob, WED)
    publishing.publish(MON, SUN)
    change(practice, other, start=540)
    fresh = add(practice, practice.ann, THU)
    later = add(practice, practice.ann, NEXT_MON)
    standing = publishing.standing(MON, NEXT_SUN)
    assert standing.drafts == {other, fresh, later}
    assert same not in standing.drafts
    assert (standing.changed, standing.latest.number) == (2, 1)
    assert set(standing.versions) == {MON + n * DAY for n in range(7)}


def test_a_shift_of_somebody_no_longer_on_record_is_still_told(practice, publishing):
    shift_id = add(practice, practice.ann, WED)
    publishing.publish(MON, SUN)
    practice.schedule.remove_shifts([shift_id])
    practice.clinic.staff.remove(practice.ann)
    assert told(practice) == ["Canceled: Wed, Nov 18, 8:00 AM–4:00 PM."]


# What speaks against it, and what is due


def test_gaps_and_broken_rules_are_told_before_publishing(practice, publishing):
    long_ago = date(2020, 1, 1)
    practice.schedule.add_demand(DemandDraft(practice.ma, 3, 480, 720, 1, 1, long_ago))
    practice.schedule.add_demand(DemandDraft(practice.ma, 0, 480, 720, 1, 1, long_ago))
    add(practice, practice.cy, FRI)
    add(practice, practice.cy, FRI, 12, 18)
    add(practice, None, FRI)
    concerns = publishing.concerns(MON, SUN)
    assert [one.day for one in concerns.gaps] == [THU], "Monday is over"
    assert [one.rule for one in concerns.problems] == ["double_booking"]
    assert (concerns.open_shifts, concerns.count) == (1, 2)
    assert publishing.publish(MON, SUN).number == 1, "the manager decides"


def rows(practice, on=WED):
    return [
        (each.urgency, each.day, each.sentence, each.ref)
        for each in practice.schedule.publishing.due(on)
    ]


def test_the_next_week_is_due_a_week_before_if_the_practice_publishes(practice, publishing):
    add(practice, practice.ann, WED)
    add(practice, practice.ann, NEXT_MON)
    assert rows(practice) == [], "this practice does not publish"
    publishing.publish(MON, SUN)
    sentence = "The week of Mon, Nov 23 is not published yet."
    assert rows(practice) == [(Urgency.SOON, NEXT_MON, sentence, NEXT_MON)]
    assert rows(practice, NEXT_MON) == [(Urgency.TODAY, NEXT_MON, sentence, NEXT_MON)]
    publishing.publish(NEXT_MON, NEXT_SUN)
    assert rows(practice) == []


def test_shifts_that_changed_since_are_due_today_but_not_those_of_days_gone_by(
    practice, publishing
):
    over, coming = add(practice, practice.ann, MON), add(practice, practice.ann, FRI)
    publishing.publish(MON, SUN)
    change(practice, over, start=540)
    change(practice, coming, start=540)
    assert rows(practice) == [
        (
            Urgency.TODAY,
            WED,
            "Week of Mon, Nov 16: 1 shift changed since it was published on Wed, Nov 18.",
            WED,
        )
    ]
    assert rows(practice)[0][2] in [each.sentence for each in practice.schedule.due(WED)]
