"""The monthly activity report to the owners: one file for each section."""

from dataclasses import dataclass, replace
from datetime import date

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import (
    Contents,
    Cover,
    Document,
    Imprint,
    Item,
    Notes,
    Page,
    PageBreak,
)
from clinicmgr.reports.documents.monthly.activity import activity
from clinicmgr.reports.documents.monthly.coverage import coverage
from clinicmgr.reports.documents.monthly.credentials import credentials
from clinicmgr.reports.documents.monthly.dashboard import dashboard
from clinicmgr.reports.documents.monthly.equipment import equipment
from clinicmgr.reports.documents.monthly.issue import Issue
from clinicmgr.reports.documents.monthly.leave import leave
from clinicmgr.reports.documents.monthly.money import money
from clinicmgr.reports.documents.monthly.outlook import outlook
from clinicmgr.reports.documents.monthly.rates import rates
from clinicmgr.reports.documents.monthly.staffing import staffing
from clinicmgr.reports.documents.monthly.utilization import utilization
from clinicmgr.reports.rules import Voice
from clinicmgr.reports.service import Reports

SECTIONS = (
    dashboard,
    staffing,
    coverage,
    leave,
    credentials,
    activity,
    utilization,
    money,
    rates,
    equipment,
    outlook,
)
ON_A_NEW_PAGE = {dashboard, staffing, money}
"""What owners turn to first; the other sections follow each other."""
ONE_LINE = 2
"""The items of a section that has nothing to tell but that."""


@dataclass(frozen=True, slots=True)
class MonthlyOptions:
    """From which day to which; with `keep_empty` a section without records says so in a line."""

    first: date
    last: date
    keep_empty: bool = True


def build_monthly(
    reports: Reports, settings: ClinicSettings, imprint: Imprint, options: MonthlyOptions
) -> Document:
    """Return the report; its figures depend on the period and the records alone."""
    voice = Voice(settings.locale, settings.currency)
    pack = reports.pack(options.first, options.last)
    issue = Issue(
        pack,
        voice,
        tuple(reports.words_between(options.first, options.last)),
        voice.day(imprint.printed_at.date()),
        options.keep_empty,
    )
    period = voice.span(pack.periods.span)
    author = imprint.prepared_by or reports.author
    lines = (
        _("For the owners of {practice}").format(practice=imprint.practice),
        _("Prepared by {name}").format(name=author),
        *filter(None, ("", settings.address, settings.phone)),
    )
    items: list[Item] = [
        Cover(_("Monthly activity report"), period, lines),
        Contents(depth=1),
        *_about(issue),
    ]
    for section in SECTIONS:
        parts = section(issue)
        if section in ON_A_NEW_PAGE and len(parts) > ONE_LINE:
            items.append(PageBreak())
        items += parts
    return Document(
        title=_("Monthly activity report"),
        subtitle=period,
        items=tuple(items),
        imprint=replace(imprint, prepared_by=author),
        page=Page(settings.paper),
        language=settings.locale,
    )


def _about(issue: Issue) -> list[Item]:
    """Return how to read the report: what is compared with what, and where figures come from."""
    voice, periods = issue.voice, issue.pack.periods
    lines = (
        _(
            "The period is {span}. It is compared with {before}, and with the year from {first} on."
        ).format(
            span=voice.span(periods.span),
            before=voice.span(periods.year_ago),
            first=voice.day(periods.to_date.first),
        ),
        _("Charts by month show twelve whole months, {first} to {last}.").format(
            first=voice.month(periods.history.first), last=voice.month(periods.history.last)
        ),
        _(
            "Every figure comes from the records of the practice as they stood on {day}; the "
            "footnotes say how it is made. Printed again, the report of the same period gives the "
            "same figures, unless records of that time were corrected since."
        ).format(day=issue.printed),
        _("What the manager wrote has a bar at its left; all other sentences are computed."),
    )
    return [Notes(lines, _("How to read this report"))]
