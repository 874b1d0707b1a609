"""report list, report NAME."""

from dataclasses import asdict, replace
from pathlib import Path

from clinicmgr import __version__
from clinicmgr.cli.answer import Answer
from clinicmgr.cli.context import Context
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.paper.save import write
from clinicmgr.reports import PRINTABLES, Request, printable


def report(context: Context) -> Answer:
    """List the printables, or write one to a file."""
    if context.options.name == "list":
        width = max(len(each.name) for each in PRINTABLES)
        lines = [f"{each.name:<{width}}  {_(each.title)}" for each in PRINTABLES]
        listed = [{"name": each.name, "title": _(each.title)} for each in PRINTABLES]
        return Answer("\n".join(lines), {"reports": listed})
    wanted = printable(context.options.name)
    target: Path | None = context.options.out
    if target is None:
        raise UserError(_("Say where to write it: --out FILE.pdf, FILE.csv or FILE.xlsx."))
    with context.clinic() as clinic:
        request = Request(*context.period(clinic), context.options.paper)
        document = wanted.document(clinic, request, __version__)
    if context.options.paper is not None:
        document = replace(document, page=replace(document.page, paper=context.options.paper))
    write(document, target)
    text = _("Wrote {title} to {file}.").format(title=_(wanted.title), file=target)
    return Answer(text, {"report": wanted.name, "file": target, **asdict(request)})
