"""What the search box finds."""

import pytest

from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.search import find_rows
from clinicmgr.places.records import SiteDraft
from clinicmgr.places.service import Places


def found(journal: Journal, words: str) -> list[int]:
    with journal.read() as db:
        return find_rows(db, "places_site", words)


def test_words_are_found_by_their_beginning_without_accents_in_any_order(journal: Journal) -> None:
    lake = Places(journal).add_site(SiteDraft("Übersee Clinic", "UB", "12 O'Brien Way"))
    for words in ("uber", "clin ÜBER", "o'brien", "UB", "12"):
        assert found(journal, words) == [lake]
    for words in ("", "  ", "clinical", '"', "uber -clinic*(", "see"):
        assert found(journal, words) in ([], [lake] if "(" in words else [])


def test_the_index_follows_changes_and_undo(journal: Journal) -> None:
    places = Places(journal)
    site = places.add_site(SiteDraft("Lake", "LA"))
    places.change_site(site, SiteDraft("Pond", "LA"))
    assert (found(journal, "lake"), found(journal, "pond")) == ([], [site])
    journal.undo()
    assert (found(journal, "lake"), found(journal, "pond")) == ([site], [])
    places.remove_site(site)
    assert found(journal, "lake") == []


def test_a_table_without_an_index_is_a_bug(journal: Journal) -> None:
    with journal.read() as db, pytest.raises(ValueError, match="no full-text index"):
        find_rows(db, "practice_setting", "x")
