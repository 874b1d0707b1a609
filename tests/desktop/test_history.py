"""The trail is shown newest first, in words, and each change can be taken back from there."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from clinicmgr.desktop.history_vocabulary import Vocabulary
from clinicmgr.desktop.history_words import Wording
from clinicmgr.kernel.news import Kind
from clinicmgr.places.records import RoomDraft, SiteDraft
from clinicmgr.rates.records import Home, ServiceDraft


@pytest.fixture
def page(session):
    session.turn_to("history")
    return session.book.page


def shown(page) -> list[str]:
    return [entry.title for entry in page.table.shown_records()]


def words(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_the_newest_change_stands_first(session, page):
    session.here.clinic.places.add_site(SiteDraft("North", "N", ""))
    assert shown(page)[0] == "Add site North"


def test_a_picked_change_shows_what_it_changed_in_words(session, page):
    places = session.here.clinic.places
    site = places.add_site(SiteDraft("North", "N", ""))
    places.change_site(site, SiteDraft("North Side", "N", "1 Main St"))
    page.table.select([page.table.shown_records()[0].id])
    assert page.split.is_open
    text = words(page.split.panel)
    assert "Site: North Side" in text
    assert "North → North Side" in text
    assert "nothing → 1 Main St" in text


def test_undo_from_the_history_takes_back_that_change_and_is_itself_in_it(session, page):
    places = session.here.clinic.places
    places.add_site(SiteDraft("North", "N", ""))
    places.add_site(SiteDraft("South", "S", ""))
    page.undo_entry(page.table.shown_records()[1])
    assert [site.name for site in places.sites()] == ["South"]
    assert page.table.shown_records()[0].kind is Kind.UNDO


def test_an_undo_that_no_longer_fits_is_refused_in_a_sentence(session, page):
    places = session.here.clinic.places
    site = places.add_site(SiteDraft("North", "N", ""))
    places.add_room(RoomDraft(site, "Laboratory", "LAB"))
    page.undo_entry(page.table.shown_records()[1])
    assert [site.name for site in places.sites()] == ["North"]
    texts = [label.text() for label in session.window.findChildren(QLabel) if label.isVisible()]
    assert any("North" in text for text in texts)


def test_it_can_be_narrowed_by_area_and_by_words(session, page):
    clinic = session.here.clinic
    clinic.places.add_site(SiteDraft("North", "N", ""))
    clinic.settings.change(dataclasses.replace(clinic.settings.current(), phone="555"))
    page.domain.setCurrentIndex(page.domain.findData("places"))
    assert shown(page) == ["Add site North"]
    page.domain.setCurrentIndex(0)
    page.table.set_filter("change practice")
    assert shown(page) == ["Change practice settings"]


def test_a_long_trail_is_read_in_parts(session, page):
    places = session.here.clinic.places
    site = places.add_site(SiteDraft("North", "N", ""))
    session.turn_to("sites")
    for number in range(230):
        places.change_site(site, SiteDraft("North", "N", f"{number} Main St"))
    session.here.clinic.journal.history()
    fresh = type(page)(session.here.clinic, session.desk)
    fresh.reload()
    assert len(fresh.table.shown_records()) == 200
    assert not fresh.older_button.isHidden()
    fresh.load_older()
    assert len(fresh.table.shown_records()) == 232
    assert fresh.older_button.isHidden()
    fresh.deleteLater()


def test_pay_and_tax_ids_are_never_shown(demo_clinic):
    wording = Wording(Vocabulary.of(demo_clinic.domains))
    journal = demo_clinic.journal
    member = demo_clinic.staff.members()[0].id
    demo_clinic.staff.set_tax_id(member, "123-45-6789")
    demo_clinic.staff.set_pay_rate(member, demo_clinic.clock.today(), 4321)
    texts = [
        f"{line.before} {line.after}"
        for entry in journal.history(limit=2)
        for row in wording.rows(journal.details(entry.id))
        for line in row.lines
    ]
    assert any("hidden" in text for text in texts)
    assert not any("6789" in text or "4321" in text or "43.21" in text for text in texts)


def test_every_change_of_the_demo_practice_can_be_put_into_words(demo_clinic):
    wording = Wording(Vocabulary.of(demo_clinic.domains))
    journal = demo_clinic.journal
    for entry in journal.history(limit=60):
        for row in wording.rows(journal.details(entry.id)[:40]):
            assert row.heading
            assert all(line.label for line in row.lines)


def test_what_medicare_needs_to_know_is_told_like_a_setting(clinic):
    clinic.rates.set_home(Home("", facility=True))
    wording = Wording(Vocabulary.of(clinic.domains))
    (entry,) = clinic.journal.history(limit=1)
    told = {
        row.heading: [(line.before, line.after) for line in row.lines]
        for row in wording.rows(clinic.journal.details(entry.id))
    }
    assert told["Services are given in a facility, such as a hospital"] == [("", "yes")]
    assert told["Conversion factor"] == [("", "Standard (non-QPP)")]


def test_a_price_is_told_with_its_code_and_its_fee_schedule(clinic):
    rates = clinic.rates
    visit = rates.add_service(ServiceDraft("OV-20", "", "Office visit"))
    rates.set_own_prices(date(2026, 11, 18), {visit: 12000})
    wording = Wording(Vocabulary.of(clinic.domains))
    (entry,) = clinic.journal.history(limit=1)
    rows = wording.rows(clinic.journal.details(entry.id))
    (price,) = [row for row in rows if row.heading.startswith("Price")]
    assert [(line.label, line.after) for line in price.lines] == [
        ("Version", "Our fees, from 11/18/2026"),
        ("Service", "OV-20"),
        ("Price", "$120.00"),
    ]


def test_a_yes_or_no_that_no_form_has_is_told_in_words(clinic):
    clinic.settings.change(dataclasses.replace(clinic.settings.current(), demo=True))
    (entry,) = clinic.journal.history(limit=1)
    wording = Wording(Vocabulary.of(clinic.domains))
    (row,) = wording.rows(clinic.journal.details(entry.id))
    assert [(line.before, line.after) for line in row.lines] == [("no", "yes")]
