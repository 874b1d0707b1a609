"""The commands that work on every page; menus, palette and keyboard sheet are made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clinicmgr.desktop.pages import PLACES, place
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.practice import SUFFIX
from clinicmgr.qtkit.key_sheet import KeySheet
from clinicmgr.qtkit.shortcuts import Command

if TYPE_CHECKING:
    from clinicmgr.desktop.session import Session

_SHEET_WIDTH = 960


def add_commands(session: Session) -> None:
    """Register every command of the window with the session that carries it out."""
    commands = session.window.commands
    commands.add(*_pages(session), *_practices(session), *_help(session), *_looks(session))
    session.window.search_wanted.connect(commands.action("search").trigger)
    session.opened.connect(commands.refresh)
    session.closed.connect(commands.refresh)
    commands.refresh()


def _is_open(session: Session) -> bool:
    return session.here is not None


def _pages(session: Session) -> list[Command]:
    section = _("Go to")

    def to(page: str) -> Command:
        entry = place(page)
        if entry is None:
            raise KeyError(page)
        title = _("Go to {page}").format(page=_(entry.title))
        keys = "" if page == "help" else entry.keys  # F1 opens the manual where one is
        return Command(
            f"go.{page}", title, section, lambda: session.turn_to(page), keys, entry.icon,
            lambda: _is_open(session),
        )  # fmt: skip

    return [to(entry.id) for entry in PLACES]


def _practices(session: Session) -> list[Command]:
    section = _("Practice")

    def is_open() -> bool:
        return session.here is not None

    return [
        Command("practice.new", _("Start a new practice…"), section, lambda: _new(session), "",
                "add"),
        Command("practice.open", _("Open a practice…"), section, lambda: ask_practice(session),
                "Ctrl+O", "open"),
        Command("practice.demo", _("Try the demo practice"), section, session.try_demo, "", "play"),
        Command("practice.backup", _("Back up now"), section, lambda: _back_up(session), "",
                "backup", is_open),
        Command("practice.verify", _("Check the practice file"), section,
                lambda: _verify(session), "", "check-circle", is_open),
        Command("quit", _("Quit"), section, session.window.close, "Ctrl+Q"),
    ]  # fmt: skip


def _help(session: Session) -> list[Command]:
    section = _("Help")
    return [
        Command("search", _("Search or run a command"), section, lambda: _search(session),
                "Ctrl+K", "search", lambda: _is_open(session)),
        Command("keys", _("Show the keyboard sheet"), section, lambda: show_keys(session),
                "Ctrl+/", "keyboard"),
        Command("manual", _("Help for this page"), section, lambda: _manual(session), "F1",
                "help", lambda: _is_open(session)),
    ]  # fmt: skip


def _looks(session: Session) -> list[Command]:
    section = _("View")
    keep = session.pc.keep

    return [
        Command("look.light", _("Light colors"), section, lambda: keep(theme="light"), "", "sun"),
        Command("look.dark", _("Dark colors"), section, lambda: keep(theme="dark"), "", "moon"),
        Command("look.system", _("Colors as the system has them"), section,
                lambda: keep(theme="system"), "", "monitor"),
        Command("look.comfortable", _("Comfortable rows"), section,
                lambda: keep(density="comfortable")),
        Command("look.compact", _("Compact rows"), section, lambda: keep(density="compact")),
    ]  # fmt: skip


def ask_practice(session: Session) -> None:
    """Ask for a practice file and open it."""
    session.desk.ask_open(
        _("Open a practice"),
        _("Practices (*{suffix})").format(suffix=SUFFIX),
        session.attempt_open,
    )


def show_keys(session: Session) -> KeySheet:
    """Open the sheet of all keys, those of the pages included."""
    further = session.book.keys() if session.book is not None else {}
    sheet = KeySheet(session.window.commands, further, session.window)
    sheet.setMinimumWidth(min(_SHEET_WIDTH, session.window.width() - 80))
    sheet.open()
    return sheet


def _search(session: Session) -> None:
    from clinicmgr.desktop.palette import Palette

    Palette(session).show_over(session.window)


def _new(session: Session) -> None:
    from clinicmgr.desktop.new_practice import NewPracticeDialog

    NewPracticeDialog(session).open()


def _manual(session: Session) -> None:
    book = session.book
    entry = place(book.current) if book is not None else None
    session.turn_to("help", entry.manual if entry is not None and entry.id != "help" else None)


def _back_up(session: Session) -> None:
    if session.here is None:
        return
    try:
        made = session.here.keeper.back_up()
    except UserError as error:
        session.desk.warn(error.sentence)
        return
    session.desk.toast(_("Backed up and checked: {file}").format(file=made.path.name))


def _verify(session: Session) -> None:
    if session.here is None:
        return
    faults = session.here.clinic.practice.verify()
    if faults:
        session.window.show_notice(" ".join(faults[:3]))
    else:
        session.desk.toast(_("The file, its links and its history are in order."))
