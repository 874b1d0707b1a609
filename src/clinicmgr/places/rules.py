"""What a site or a room must be."""

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import NEVER, Window, format_windows, parse_windows
from clinicmgr.places.records import Room, RoomDraft, Site, SiteDraft

LONGEST_CODE = 4
USUAL_HOURS = tuple(Window(weekday, 8 * 60, 17 * 60) for weekday in range(5))
"""When a site is open that says nothing else: Monday to Friday, 8 to 17."""
CLOSED = "closed"


def check_site(draft: SiteDraft, others: list[Site]) -> None:
    """Raise a UserError unless the site has a name and a code of its own."""
    _check_names(draft.name, draft.code)
    if any(other.code.casefold() == draft.code.casefold() for other in others):
        raise UserError(
            _("Another site has the code {code}. Choose another.").format(code=draft.code),
            field="code",
        )


def check_room(draft: RoomDraft, others: list[Room]) -> None:
    """Raise a UserError unless the room has a name, a code of its own on its site, and space."""
    _check_names(draft.name, draft.code)
    if draft.capacity < 1:
        raise UserError(_("A room holds at least one person."), field="capacity")
    if any(
        other.site_id == draft.site_id and other.code.casefold() == draft.code.casefold()
        for other in others
    ):
        raise UserError(
            _("Another room of this site has the code {code}. Choose another.").format(
                code=draft.code
            ),
            field="code",
        )


def _check_names(name: str, code: str) -> None:
    if not name.strip():
        raise UserError(_("Give it a name."), field="name")
    if not code.strip() or len(code) > LONGEST_CODE or " " in code:
        raise UserError(
            _("The code is one to {count} letters or digits, such as X1.").format(
                count=LONGEST_CODE
            ),
            field="code",
        )


def tidy_hours(text: str) -> str:
    """Return opening hours as they are kept: "Mon-Fri 08:00-17:00", "closed", or "" for none.

    Raises a UserError where the text does not say when in the week.
    """
    tidy = " ".join(text.split())
    if tidy.casefold() in {"", CLOSED, NEVER, _("closed").casefold()}:
        return CLOSED if tidy else ""
    try:
        windows = parse_windows(tidy)
    except UserError as error:
        raise UserError(error.sentence, field="hours") from error
    return format_windows(windows)


def opening(site_hours: str, room_hours: str = "") -> tuple[Window, ...]:
    """Return when a room can be used: by its own hours, else those of its site, else the usual."""
    hours = room_hours or site_hours
    if not hours:
        return USUAL_HOURS
    return () if hours == CLOSED else parse_windows(hours)
