"""One entry of the catalog: what it is, what it asks for, and who builds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Document, Imprint, Paper
from clinicmgr.reports.catalog.asks import PAPER, Answers, Ask, Moment
from clinicmgr.reports.catalog.sources import Sources

O = TypeVar("O")  # noqa: E741 - the options of one printable


@dataclass(frozen=True, slots=True)
class Request(Generic[O]):
    """What is asked of a printable: its options, and the sheet if not its own."""

    options: O
    paper: Paper | None = None
    landscape: bool | None = None


@dataclass(frozen=True, slots=True)
class Printable(Generic[O]):
    """Something that can be printed, under the name the command line knows.

    `options` is the dataclass that `build` takes; `asks` name its fields, and the paper is asked
    for by itself. `editor` names what the report center shows besides, if there is more to write.
    """

    name: str
    title: str
    group: str
    about: str
    options: Callable[..., O]
    build: Callable[[Sources, ClinicSettings, Imprint, O], Document]
    asks: tuple[Ask, ...] = ()
    editor: str = ""

    def questions(self) -> Iterator[Ask]:
        """Yield everything that is asked, the paper last."""
        yield from self.asks
        yield PAPER

    def fields(self, sources: Sources) -> tuple[Field, ...]:
        """Return what to fill in, with the choices of this practice."""
        return tuple(field for ask in self.questions() for field in ask.bound(sources))

    def field_names(self) -> tuple[str, ...]:
        """Return the names of the fields, for which no practice is needed."""
        return tuple(field.name for ask in self.questions() for field in ask.fields)

    def request(self, sources: Sources, answers: Answers) -> Request[O]:
        """Return what the answers ask for today; UserError if they do not fit together."""
        unknown = answers.keys() - set(self.field_names())
        if unknown:
            raise UserError(
                _("{title} does not ask for {names}.").format(
                    title=_(self.title), names=", ".join(sorted(unknown))
                )
            )
        moment = Moment(sources.clock.today(), sources.settings.current().week_start)
        values: dict[str, Any] = {}
        for ask in self.questions():
            values.update(ask.options(answers, moment))
        paper, orientation = values.pop("paper"), values.pop("orientation", None)
        landscape = None if orientation is None else orientation == "landscape"
        return Request(self.options(**values), paper, landscape)

    def document(self, sources: Sources, answers: Answers, version: str) -> Document:
        """Make the document from what the practice holds now; UserError as for `request`."""
        request = self.request(sources, answers)
        settings = sources.settings.current()
        imprint = Imprint(settings.name, sources.clock.now(), version)
        made = self.build(sources, settings, imprint, request.options)
        page = made.page
        if request.paper is not None:
            page = replace(page, paper=request.paper)
        if request.landscape is not None:
            page = replace(page, landscape=request.landscape)
        return replace(made, page=page)
