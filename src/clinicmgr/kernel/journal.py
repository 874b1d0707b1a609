"""The journal: each named change, kept by the database itself, is undo, audit trail and news.

A change is one transaction with a title. Triggers copy every touched row into the journal and
refuse a write outside of a change. Undo writes a new entry that applies the copies backwards;
redo undoes that entry. So the trail only ever grows, and each entry's hash covers the one before.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

from sqlalchemy import Engine, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from clinicmgr.kernel import audit, reversal, sqlite
from clinicmgr.kernel.access import Actor, Right
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.journal_tables import (
    derived_value,
    journal_change,
    journal_entry,
    journal_open,
)
from clinicmgr.kernel.news import Changed, Entry, Kind, RowChange, domain_of

UNDO = Right("journal.undo", N_("Undo and redo"))
Listener = Callable[[Changed], None]


class Journal:
    """The one door to the practice's tables: read here, change here, undo here."""

    def __init__(self, engine: Engine, clock: Clock, actor: Actor) -> None:
        self._engine = engine
        self._clock = clock
        self._actor = actor
        self._writing: Session | None = None
        self._reading: Session | None = None
        self._listeners: list[Listener] = []
        with self.read() as db:
            self._steps = reversal.Steps.from_trail(db)

    @property
    def actor(self) -> Actor:
        """Who is at the keyboard."""
        return self._actor

    def require(self, right: Right) -> None:
        """Pass the gate to a secret, or raise a UserError."""
        self._actor.require(right)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session to ask with; inside of a change it sees what the change wrote so far."""
        current = self._writing or self._reading
        if current is not None:
            yield current
            return
        with Session(self._engine.execution_options(reading=True)) as session:
            self._reading = session
            try:
                yield session
            finally:
                self._reading = None

    @contextmanager
    def change(
        self, title: str, needs: Right, *, kind: Literal[Kind.DO, Kind.START] = Kind.DO
    ) -> Iterator[Session]:
        """Open a named change: all of it is kept, or none, and it is one step of undo.

        A change within a change joins the outer one. A change that touches no row leaves no
        entry. Behind a change of kind START undo does not reach: it is how a practice begins.
        Raises UserError where the right is missing or the disk refuses.
        """
        self._actor.require(needs)
        if self._writing is not None:
            with self._writing.begin_nested():
                yield self._writing
            return
        with self._entry(title, needs, kind, None) as db:
            yield db

    @property
    def undo_title(self) -> str | None:
        """The title of the change that undo would take back."""
        return self._steps.undo[-1].title if self._steps.undo else None

    @property
    def redo_title(self) -> str | None:
        """The title of the change that redo would bring again."""
        return self._steps.redo[-1].title if self._steps.redo else None

    def undo(self) -> str | None:
        """Take back the last change; return its title, or None where there is none.

        Raises UserError where a row is no longer as the change left it.
        """
        if not self._steps.undo:
            return None
        step = self._steps.undo[-1]
        self._reverse(step, Kind.UNDO)
        return step.title

    def redo(self) -> str | None:
        """Bring back the change that was undone last; return its title, or None."""
        if not self._steps.redo:
            return None
        step = self._steps.redo[-1]
        self._reverse(step, Kind.REDO)
        return step.title

    def undo_entry(self, entry_id: int) -> None:
        """Take back one entry of the trail, however old, if its rows are still as it left them."""
        with self.read() as db:
            title = db.scalar(select(journal_entry.c.title).where(journal_entry.c.id == entry_id))
        if title is None:
            raise UserError(_("There is no entry {id} in the history.").format(id=entry_id))
        self._reverse(reversal.Step(entry_id, title), Kind.UNDO)

    def history(
        self, *, limit: int = 200, before: int | None = None, domain: str | None = None
    ) -> list[Entry]:
        """Return the latest entries, newest first; `before` an entry id; of one domain if given."""
        with self.read() as db:
            return audit.history(db, limit, before, domain)

    def details(self, entry_id: int) -> list[RowChange]:
        """Return the rows that an entry touched, in order, with secrets as dots."""
        with self.read() as db:
            return audit.details(db, entry_id)

    def derived(self, name: str, make: Callable[[], str]) -> str:
        """Return a value that costs time to make, from the file or else from `make`.

        It is no part of the history: whatever is lost is made again.
        """
        with self.read() as db:
            kept: str | None = db.scalar(
                select(derived_value.c.value).where(derived_value.c.name == name)
            )
            if kept is not None:
                return kept
            made = make()
            db.execute(insert(derived_value).values(name=name, value=made))
            if self._writing is None:
                db.commit()
        return made

    def verify(self) -> list[str]:
        """Return a sentence for everything in the journal that is not as it was written."""
        with self.read() as db:
            return audit.verify(db)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each commit; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _reverse(self, step: reversal.Step, kind: Kind) -> None:
        try:
            with self._entry(step.title, UNDO, kind, step.entry_id) as db:
                reversal.apply_backwards(db, step)
        except IntegrityError as error:
            if sqlite.is_frozen(error):
                raise reversal.is_logged(step) from error
            raise reversal.others_depend_on(step) from error

    @contextmanager
    def _entry(self, title: str, needs: Right, kind: Kind, undoes: int | None) -> Iterator[Session]:
        if self._reading is not None or self._writing is not None:
            message = f"the change “{title}” was opened inside of a read or an undo"
            raise RuntimeError(message)
        self._actor.require(needs)
        with _disk_sentences(), Session(self._engine) as session:
            entry_id = self._begin(session, title, needs, kind, undoes)
            self._writing = session
            try:
                yield session
                tables = self._seal(session, entry_id)
                if tables:
                    session.commit()
                else:
                    session.rollback()
            finally:
                self._writing = None
        if tables:
            self._steps.record(entry_id, title, kind, undoes)
            news = Changed(frozenset(map(domain_of, tables)), title, entry_id, kind)
            for listener in tuple(self._listeners):
                listener(news)

    def _begin(
        self, session: Session, title: str, needs: Right, kind: Kind, undoes: int | None
    ) -> int:
        values = {
            "at": self._clock.now().isoformat(timespec="seconds"),
            "who": self._actor.name,
            "needs": needs.id,
            "kind": kind.value,
            "title": title,
            "undoes": undoes,
        }
        entry_id: int = session.execute(
            insert(journal_entry).values(values).returning(journal_entry.c.id)
        ).scalar_one()
        session.execute(insert(journal_open).values(entry=entry_id))
        return entry_id

    def _seal(self, session: Session, entry_id: int) -> set[str]:
        """Hash the entry, close it, and return the tables it touched."""
        session.flush()
        touched = select(journal_change.c.tbl).where(journal_change.c.entry == entry_id)
        tables = set(session.scalars(touched.distinct()))
        if tables:
            entry = journal_entry.c
            last = select(func.max(entry.id)).where(entry.id < entry_id).scalar_subquery()
            previous = session.scalar(select(entry.hash).where(entry.id == last))
            digest = audit.digest(session, entry_id, previous or "")
            session.execute(update(journal_entry).where(entry.id == entry_id).values(hash=digest))
            session.execute(delete(journal_open))
        return tables


@contextmanager
def _disk_sentences() -> Iterator[None]:
    """Say in a sentence what a full or refusing disk does to a change."""
    try:
        yield
    except OperationalError as error:
        name = getattr(error.orig, "sqlite_errorname", "")
        if name == "SQLITE_FULL":
            sentence = _("The disk is full; nothing was changed. Free some space and try again.")
        elif name.startswith("SQLITE_READONLY"):
            sentence = _("The practice file cannot be written; nothing was changed.")
        elif name.startswith("SQLITE_IOERR"):
            sentence = _("The disk did not answer; nothing was changed. Check the drive.")
        else:
            raise
        raise UserError(sentence) from error
