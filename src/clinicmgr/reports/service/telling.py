"""What the figures of a pack say of themselves, section by section."""

from collections.abc import Callable, Iterator, Mapping

from clinicmgr.kernel.i18n import _
from clinicmgr.reports.records import Section
from clinicmgr.reports.rules import Voice, headlines
from clinicmgr.reports.service.pack import Pack

_HEADLINES: Mapping[Section, Callable[[Pack, Voice], str]] = {
    Section.STAFFING: lambda pack, voice: headlines.staffing(pack.staffing, voice),
    Section.COVERAGE: lambda pack, voice: headlines.coverage(pack.coverage, voice),
    Section.LEAVE: lambda pack, voice: headlines.leave(pack.leave, voice),
    Section.CREDENTIALS: lambda pack, voice: headlines.credentials(pack.credentials, voice),
    Section.ACTIVITY: lambda pack, voice: headlines.activity(pack.activity, voice),
    Section.UTILIZATION: lambda pack, voice: headlines.use(pack.use, voice),
    Section.MONEY: lambda pack, voice: headlines.money(pack.money, voice),
    Section.RATES: lambda pack, voice: headlines.rates(pack.rates, voice),
    Section.EQUIPMENT: lambda pack, voice: headlines.equipment(pack.equipment, voice),
    Section.OUTLOOK: lambda pack, voice: headlines.outlook(pack.outlook, voice),
}


def headline(pack: Pack, section: Section, voice: Voice) -> str:
    """Return the one to three sentences that open a section; only its figures are read.

    The summary has one line for each section that has anything to tell.
    """
    if section is Section.SUMMARY:
        return "\n".join(_stands_out(pack, voice)) or _("There are no records of this period.")
    return _HEADLINES[section](pack, voice)


def _stands_out(pack: Pack, voice: Voice) -> Iterator[str]:
    money = pack.money
    told = {
        Section.STAFFING: bool(pack.staffing.people),
        Section.COVERAGE: pack.coverage.cover.now.met is not None,
        Section.CREDENTIALS: pack.credentials.asked > 0,
        Section.ACTIVITY: not pack.activity.is_empty,
        Section.MONEY: money is not None and not money.is_empty,
        Section.EQUIPMENT: not pack.equipment.is_empty,
    }
    for section, has_any in told.items():
        if has_any:
            yield headline(pack, section, voice)
