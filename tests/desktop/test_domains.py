"""What the domains tell of themselves reaches the history, the palette and the pages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from clinicmgr.desktop.history_vocabulary import Vocabulary
from clinicmgr.desktop.pages import PLACES
from clinicmgr.desktop.palette_choices import Choices
from clinicmgr.kernel.domain import Due
from clinicmgr.kernel.news import domain_of
from clinicmgr.kernel.tables import Row
from clinicmgr.qtkit.desk import Reachable

TODAY = date(2026, 11, 18)
SHOWN = tuple(place for place in PLACES if place.id not in {"history", "settings", "help"})
WORDS = ("tessa", "fridge", "g0439", "exam", "harbor", "wed", "medicare")


@pytest.fixture
def everywhere(start, demo_file):
    """The window over the demo practice, with every page there is."""
    return start(demo_file, places=SHOWN)


def told_of(session) -> list[Due]:
    clinic = session.here.clinic
    return [each for domain in clinic.domains for each in domain.due(TODAY)]


def test_every_table_of_every_domain_has_a_word_for_the_history(clinic):
    vocabulary = Vocabulary.of(clinic.domains)
    journalled = {
        name: table
        for name, table in Row.metadata.tables.items()
        if table.info.get("reference") is None and domain_of(name) in vocabulary.areas
    }
    assert journalled.keys() - vocabulary.tables.keys() == set()
    assert vocabulary.tables.keys() - Row.metadata.tables.keys() == set()
    assert all(vocabulary.tables[name].name for name in journalled)


def test_every_column_has_a_label_for_the_history(clinic):
    vocabulary = Vocabulary.of(clinic.domains)
    elsewhere = {field.name for told in vocabulary.tables.values() for field in told.fields}
    silent = {
        f"{name}.{column}"
        for name in vocabulary.tables
        for column in Row.metadata.tables[name].columns.keys()  # noqa: SIM118 - no plain mapping
        if column not in vocabulary.fields(name)
        and column not in {"id", "key", "value", "rank"}
        and not (column.endswith("_id") and column in elsewhere)
    }
    assert silent == set()
    assert vocabulary.label("staff_requirement", "kind_id") == "Credential"


def test_every_number_of_another_record_has_a_name_for_the_history(clinic):
    vocabulary = Vocabulary.of(clinic.domains)
    names = vocabulary.names()
    nameless = {
        f"{name}.{column.name}"
        for name in vocabulary.tables
        for column in Row.metadata.tables[name].columns
        if column.foreign_keys
        and column.name.endswith("_id")
        and column.name not in names[domain_of(name)]
    }
    assert nameless == set()


def test_a_number_is_looked_up_in_its_own_domain_first(clinic):
    class Theirs:
        def told(self):
            return clinic.places.told()

        def names(self):
            return {"room_id": {7: "Laboratory"}, "site_id": {1: "North"}}

    class Others:
        def told(self):
            return clinic.rates.told()

        def names(self):
            return {"room_id": {7: "something else"}, "payer_id": {1: "Blue"}}

    domains: Any = (Theirs(), Others())  # what the vocabulary asks of a domain, and no more
    names = Vocabulary.of(domains).names()
    assert names["places"]["room_id"] == {7: "Laboratory"}
    assert names["places"]["payer_id"] == {1: "Blue"}
    assert names["rates"]["room_id"] == {7: "something else"}


def test_everything_due_is_said_in_a_sentence_and_has_a_page(everywhere):
    pages = {place.id for place in PLACES}
    found = told_of(everywhere)
    assert found
    for due in found:
        assert due.page in pages
        assert due.kind
        assert due.sentence.endswith(".")
        assert "{" not in due.sentence


def test_each_page_takes_one_to_what_is_due(everywhere):
    for due in told_of(everywhere):
        everywhere.turn_to(due.page, due.ref)
        assert isinstance(everywhere.book.page, Reachable)
        page: Any = everywhere.book.page
        if due.page == "staff":
            assert page.table.current_id() == due.ref
        elif due.page == "equipment":
            assert isinstance(due.ref, tuple)
            assert page.table.current_id() == due.ref[0]
        elif due.page == "rates":
            assert page.section == due.ref
        elif due.page == "schedule":
            clinic = everywhere.here.clinic
            day = clinic.schedule.shift(due.ref).day if isinstance(due.ref, int) else due.ref
            assert page.period.holds(day)


def test_whatever_the_palette_finds_can_be_opened(everywhere):
    choices = Choices(everywhere)
    opened = set()
    for words in WORDS:
        for domain in everywhere.here.clinic.domains:
            for hit in domain.find(words)[:2]:
                everywhere.turn_to(hit.page, hit.ref)
                assert everywhere.book.current == hit.page
                opened.add(hit.kind)
        assert choices.find(words)
    assert {"staff", "equipment", "service", "payer", "room", "site", "shift"} <= opened


def test_a_service_found_by_the_palette_stands_open_on_its_page(everywhere):
    (group,) = [group for group in Choices(everywhere).find("G0439") if group.title == "Rates"]
    group.choices[0].run()
    page = everywhere.book.page
    assert page.section == "services"
    assert page.shown.table.current_id() == everywhere.here.clinic.rates.find("G0439")[0].ref[1]


def test_a_person_comes_before_the_shifts_of_that_person(everywhere):
    titles = [group.title for group in Choices(everywhere).find("tessa")]
    assert titles.index("People") < titles.index("Shifts")
