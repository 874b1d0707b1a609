"""The book of what the manager wrote to the months."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import select

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.reports.records import EDIT_WORDS, Section, Words
from clinicmgr.reports.tables import WordsRow

LONGEST_WORDS = 4000


class WordsBook:
    """Keeps one text for each section of a month; `name` says a month for titles."""

    def __init__(self, journal: Journal, name: Callable[[date], str]) -> None:
        self._journal = journal
        self._name = name

    def between(self, first: date, last: date) -> list[Words]:
        """Return the words to the months of a period, in order of month and section."""
        wanted = select(WordsRow).where(WordsRow.month.between(_key(first), _key(last)))
        with self._journal.read() as db:
            found = [_record(row) for row in db.scalars(wanted)]
        order = list(Section)
        return sorted(found, key=lambda each: (each.month, order.index(each.section)))

    def set(self, month: date, section: Section, text: str) -> None:
        """Keep words, or take them away where the text is blank; the same again is no change."""
        words = text.strip()
        if len(words) > LONGEST_WORDS:
            raise UserError(
                _("These are {count} letters; the report has room for {most} in a section.").format(
                    count=len(words), most=LONGEST_WORDS
                ),
                field="words",
            )
        title = _("Write “{section}” of {month}").format(
            section=section.label, month=self._name(month)
        )
        with self._journal.change(title, EDIT_WORDS) as db:
            row = db.scalar(
                select(WordsRow).where(
                    WordsRow.month == _key(month), WordsRow.section == section.value
                )
            )
            if row is None and words:
                db.add(WordsRow(month=_key(month), section=section.value, words=words))
            elif row is not None and not words:
                db.delete(row)
            elif row is not None and row.words != words:
                row.words = words

    def some(self, ids: list[int]) -> dict[int, Words]:
        """Return words by id."""
        with self._journal.read() as db:
            rows = db.scalars(select(WordsRow).where(WordsRow.id.in_(ids)))
            return {row.id: _record(row) for row in rows}


def _key(day: date) -> str:
    return f"{day:%Y-%m}"


def _record(row: WordsRow) -> Words:
    return Words(row.id, date.fromisoformat(f"{row.month}-01"), Section(row.section), row.words)
