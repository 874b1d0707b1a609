"""Credentials: who may not work as required, and who soon may not."""

from clinicmgr.kernel.i18n import _
from clinicmgr.paper import Cell, Column, Item, Row, Table
from clinicmgr.reports.documents.monthly.issue import Issue, whole
from clinicmgr.reports.records import Card, Section
from clinicmgr.reports.rules import headlines


def credentials(issue: Issue) -> list[Item]:
    """Return the section."""
    figures = issue.pack.credentials
    headline = headlines.credentials(figures, issue.voice)
    if not (figures.asked or figures.expired or figures.expiring):
        return issue.nothing(Section.CREDENTIALS, headline)
    bad = (*figures.expired, *figures.missing)
    return [
        issue.opening(Section.CREDENTIALS, headline),
        _table(
            _("Expired or missing"),
            bad,
            _("Nothing is expired or missing."),
            _(
                "As of {day}: what people employed on that day had then. “Required” is what the "
                "position asks for; who lacks it may not be put on the roster for it."
            ).format(day=issue.voice.day(figures.on)),
        ),
        _table(
            _("Expiring within 90 days after {day}").format(day=issue.voice.day(figures.on)),
            figures.expiring,
            _("Nothing expires in this time."),
        ),
    ]


def _table(title: str, cards: tuple[Card, ...], empty: str, footnote: str = "") -> Item:
    columns = (
        Column(_("Person"), width=0.22),
        Column(_("Position"), width=0.19),
        Column(_("Credential"), width=0.2),
        Column(_("Expires"), "day", width=0.14),
        Column(_("Days left"), "whole", width=0.11),
        Column(_("Required"), width=0.14),
    )
    rows = tuple(
        Row(
            (
                each.name,
                each.position,
                each.kind,
                each.expires or Cell(_("missing"), strong=True),
                each.left,
                Cell(_("required"), strong=True) if each.required else _("held"),
            )
        )
        for each in cards
    )
    return whole(Table(columns, rows, title=title, empty=empty, footnote=footnote))
