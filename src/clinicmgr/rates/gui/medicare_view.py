"""Medicare: where the practice is, and the files on record side by side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons, labels, tokens
from clinicmgr.qtkit.card import Card
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.entry_list import Entry, EntryList, Verb
from clinicmgr.qtkit.form import Form
from clinicmgr.rates.records import HOME_FIELDS, Home, IndexSet, Release, Track
from clinicmgr.rates.service import Rates


class MedicareView(QWidget):
    """A card for the practice's locality and one for each kind of file."""

    def __init__(
        self,
        rates: Rates,
        desk: Desk,
        settings: ClinicSettings,
        import_values: Callable[[], object],
        import_indices: Callable[[], object],
    ) -> None:
        super().__init__()
        self._rates, self._desk, self._settings = rates, desk, settings
        self.form = Form(self._fields(), locale=settings.locale, parent=self)
        self.save_button = buttons.primary(_("Save"), self.save, parent=self)
        self.releases, self.indices = EntryList(self), EntryList(self)
        self._lay_out(import_values, import_indices)
        self.form.submitted.connect(self.save)
        self.form.dirty_changed.connect(self.save_button.setEnabled)
        self.save_button.setEnabled(False)

    def _lay_out(
        self, import_values: Callable[[], object], import_indices: Callable[[], object]
    ) -> None:
        home = Card(_("This practice"), _("Medicare's amounts on the workbench are for here."))
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        home.body.addWidget(self.form)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.save_button)
        home.body.addLayout(foot)
        home.body.addStretch()
        home.setFixedWidth(340)
        files = QVBoxLayout()
        files.setSpacing(tokens.GAP)
        for title, sentence, shown, run in (
            (_("Relative values"), _("The PPRRVU file of each release, as CMS ships it."),
             self.releases, import_values),
            (_("Cost indices by locality"), _("The GPCI file of each year, as CMS ships it."),
             self.indices, import_indices),
        ):  # fmt: skip
            card = Card(title, sentence)
            card.header.addWidget(buttons.quiet(_("Import…"), run, icon="import", parent=card))
            card.body.addWidget(shown)
            card.body.addStretch()
            files.addWidget(card)
        note = labels.paragraph(
            _(
                "amount = (work × GPCI + practice expense × GPCI + malpractice × GPCI) × "
                "conversion factor, rounded to the cent. CPT codes and their descriptions are "
                "copyright of the American Medical Association."
            ),
            self,
        )
        note.setProperty("tone", "secondary")
        files.addWidget(note)
        files.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        row.addWidget(home)
        row.addLayout(files, 1)
        self.setFocusProxy(self.form.editor("locality"))

    def reload(self) -> None:
        """Read the files and the choice again; what is half typed stays."""
        self.form.set_choices("locality", self._localities())
        home = self._rates.home()
        values = {
            "locality": home.locality or None,
            "facility": home.facility,
            "track": home.track,
        }
        if self.form.is_dirty:
            self.form.renew_values(values)
        else:
            self.form.set_values(values)
        self.releases.show_entries(
            [self._release(each) for each in self._rates.releases()],
            _("None yet. CMS publishes them four times a year; import PPRRVU….csv or .xlsx."),
        )
        self.indices.show_entries(
            [self._index_set(each) for each in self._rates.index_sets()],
            _("None yet. CMS publishes them once a year; import GPCI….csv or .xlsx."),
        )

    def save(self) -> None:
        """Keep where the practice is."""

        def verb() -> None:
            values = self.form.values()
            home = Home(values["locality"] or "", values["facility"], Track(values["track"]))
            self._rates.set_home(home)

        if self._desk.attempt(verb, refused=self.form.show_error):
            self.form.set_clean()
            self._desk.toast(_("Medicare locality kept"), undo=True)

    # Inside

    def _fields(self) -> list[Field]:
        return [
            each.choosing(self._localities) if each.name == "locality" else each
            for each in HOME_FIELDS
        ]

    def _localities(self) -> list[tuple[object, str]]:
        today = self._desk.clock.today()
        return [(each.key, f"{each.key} {each.name}") for each in self._rates.localities(today)]

    def _release(self, each: Release) -> Entry:
        count = ngettext("{count} code", "{count} codes", each.lines).format(count=each.lines)
        note = _("From {day}, conversion factor {factor}, {count}, {file}").format(
            day=format_day(each.from_day, "short", self._settings.locale),
            factor=each.conversion_factor,
            count=count,
            file=each.file,
        )
        holds = self._rates.release_on(self._desk.clock.today())
        pill = (_("Now"), "accent") if holds is not None and holds.id == each.id else ("", "")
        verb = self._verb(lambda: self._rates.remove_release(each.id), each.name)
        return Entry(each.name, note, pill, (verb,))

    def _index_set(self, each: IndexSet) -> Entry:
        words = ngettext("{count} locality", "{count} localities", each.localities)
        note = _("From {day}, {count}, {file}").format(
            day=format_day(each.from_day, "short", self._settings.locale),
            count=words.format(count=each.localities),
            file=each.file,
        )
        verb = self._verb(lambda: self._rates.remove_index_set(each.id), each.name)
        return Entry(each.name, note, verbs=(verb,))

    def _verb(self, remove: Callable[[], object], name: str) -> Verb:
        def run() -> None:
            if self._desk.attempt(remove):
                self._desk.toast(_("Removed {name}").format(name=name), undo=True)

        return Verb("trash", _("Remove"), run)
