"""What can be done with reports: the figures of a period, and the manager's own words."""

from collections.abc import Sequence
from datetime import date

from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.domain import Due, Hit, Names, Told, ToldTable, Urgency
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.news import Changed
from clinicmgr.kernel.periods import add_months, month_bounds
from clinicmgr.kernel.search import find_rows
from clinicmgr.reports import rules
from clinicmgr.reports.records import SECTION_LABELS, Section, Words
from clinicmgr.reports.service.pack import Pack
from clinicmgr.reports.service.sources import Sources
from clinicmgr.reports.service.telling import headline
from clinicmgr.reports.service.words import WordsBook

__all__ = ["Pack", "Reports", "Sources", "headline"]

DUE_FROM = 3
"""The day of the next month from which a report is asked for."""
LONGEST_SNIPPET = 80
OWN_WORDS = frozenset(("reports",))
"""What changes without changing a figure."""
MOST_PACKS = 2
"""A report of other days than a month, and the month that is written about."""


class Reports:
    """Brings the figures of all domains together, and keeps what the manager writes to them.

    Questions return frozen records. The verb is one named change; it raises a UserError where the
    words are too long or the right is missing.
    """

    def __init__(self, journal: Journal, clock: Clock, sources: Sources) -> None:
        self._journal, self._clock, self._sources = journal, clock, sources
        self._words = WordsBook(journal, self.month_name)
        self._packs: list[Pack] = []
        journal.subscribe(self._forget)

    @property
    def author(self) -> str:
        """Who is at the keyboard, and so makes the report."""
        return self._journal.actor.name

    # Figures

    def pack(self, first: date, last: date) -> Pack:
        """Return the figures of a period, each read when it is first asked for.

        They are kept until something changes. UserError where there is no such period.
        """
        wanted = rules.periods_of(first, last), self._clock.today()
        for pack in self._packs:
            if (pack.periods, pack.today) == wanted:
                return pack
        made = Pack(self._sources, *wanted)
        self._packs = [made, *self._packs][:MOST_PACKS]
        return made

    def headline(self, month: date, section: Section) -> str:
        """Return what the figures of a month say of a section, in one to three sentences."""
        pack = self.pack(*month_bounds(month))
        return headline(pack, section, self.voice())

    def month_name(self, month: date) -> str:
        """Say a month in the practice's language: "October 2026"."""
        return self.voice().month(month)

    def voice(self) -> rules.Voice:
        """Return how figures are said in the practice's language and currency."""
        settings = self._sources.settings.current()
        return rules.Voice(settings.locale, settings.currency)

    # The manager's words

    def words(self, month: date) -> dict[Section, str]:
        """Return what was written to the month that `month` lies in, by section."""
        return {each.section: each.text for each in self._words.between(month, month)}

    def words_between(self, first: date, last: date) -> list[Words]:
        """Return what was written to the months of a period, in order of month and section."""
        return self._words.between(first, last)

    def set_words(self, month: date, section: Section, text: str) -> None:
        """Write to a section of the month that `month` lies in; blank words take them away."""
        self._words.set(month, section, text)

    # What every domain answers

    def told(self) -> Told:
        """Return the words for its table and columns."""
        fields = (
            Field("month", N_("Month")),
            Field("section", N_("Section"), "choice", choices=tuple(SECTION_LABELS.items())),
            Field("words", N_("Words")),
        )
        return Told(N_("Reports"), {"reports_words": ToldTable(N_("Words of the report"), fields)})

    def names(self) -> Names:
        """Return no names: no column of the words is a number."""
        return {}

    def find(self, text: str) -> list[Hit]:
        """Return what was written, by its words, best first."""
        with self._journal.read() as db:
            ids = find_rows(db, "reports_words", text)
        found = self._words.some(ids)
        return [
            Hit(
                "words",
                "activity",
                _("{section}, {month}").format(
                    section=each.section.label, month=self.month_name(each.month)
                ),
                each.text[:LONGEST_SNIPPET],
                "reports",
                "reports",
            )
            for each in (found[number] for number in ids)
        ]

    def due(self, on: date) -> Sequence[Due]:
        """Return that the report of last month is not written, from the third of this one on."""
        month = add_months(on.replace(day=1), -1)
        due_on = on.replace(day=DUE_FROM)
        if on < due_on or self.words(month) or not self._has_roster(month):
            return []
        sentence = _("The report for {month} is not written yet.").format(
            month=self.month_name(month)
        )
        urgency = Urgency.TODAY if on == due_on else Urgency.OVERDUE
        return [Due(urgency, due_on, _("Report"), sentence, "reports", "activity")]

    def _has_roster(self, month: date) -> bool:
        first, last = month_bounds(month)
        return bool(self._sources.schedule.shifts(first, last))

    def _forget(self, news: Changed) -> None:
        if news.domains - OWN_WORDS:
            self._packs.clear()
