"""The week roster for the wall as a PDF, against a bare ReportLab table of as many cells.

Both embed the same typeface.
"""

import io
from datetime import timedelta

from _measure import Line, in_turn, show, timed
from _practice import MONDAY, practice
from reportlab.lib import colors
from reportlab.lib.pagesizes import landscape, letter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from clinicmgr import __version__
from clinicmgr.kernel.paths import font_file
from clinicmgr.paper.pdf import render
from clinicmgr.reports import Request, printable

DAYS = 7
FONT = "Bare"


def bare_table(cells: list[list[str]]) -> None:
    """Print the same number of cells with lines between them, and nothing else."""
    table = Table(cells, repeatRows=1)
    lines = ("GRID", (0, 0), (-1, -1), 0.25, colors.grey)
    table.setStyle(TableStyle([lines, ("FONT", (0, 0), (-1, -1), FONT, 9)]))
    SimpleDocTemplate(io.BytesIO(), pagesize=landscape(letter)).build([table])


def main() -> None:
    """Measure and print."""
    pdfmetrics.registerFont(TTFont(FONT, font_file("Regular")))
    last = MONDAY + timedelta(days=DAYS - 1)
    with practice(MONDAY, last) as clinic:
        roster = printable("week-roster")
        request = Request(MONDAY, last)
        people = clinic.staff.members()
        cells = [["", *(str(MONDAY + timedelta(days=n)) for n in range(DAYS))]]
        cells += [[one.name, *["7:30 AM - 4:00 PM"] * DAYS] for one in people]
        document = roster.document(clinic, request, __version__)
        times = in_turn(
            {
                "whole": timed(lambda: render(roster.document(clinic, request, __version__))),
                "drawn": timed(lambda: render(document)),
                "bare": timed(lambda: bare_table(cells)),
            }
        )
    bare = "bare ReportLab table"
    show(
        f"Week roster, {len(people)} people",
        [
            Line("draw the pages", times["drawn"], bare, times["bare"], "<= 4 x"),
            Line("read the practice and draw", times["whole"], bare, times["bare"], "<= 6 x"),
        ],
    )


if __name__ == "__main__":
    main()
