"""Paper: documents as frozen values, and what makes PDF, CSV and Excel files of them.

A `Document` has a title, an imprint (practice, date, version) and items: headings, texts, tables,
the wall grid, charts, legends, notes, signature strips. It knows no clinic words.

`write(document, path)` chooses by extension; `pdf.render`, `delimited.render`, `xlsx.render` give
bytes; `preview.page_image` shows a page of the very PDF that is saved and printed.
"""

from clinicmgr.paper.document import (
    Beside,
    Chart,
    Document,
    Heading,
    Imprint,
    Item,
    Legend,
    LegendEntry,
    Limit,
    Margins,
    Notes,
    Page,
    PageBreak,
    Paper,
    Series,
    SignatureStrip,
    Text,
)
from clinicmgr.paper.grid import (
    Chip,
    Grid,
    GridCell,
    GridColumn,
    GridFooter,
    GridGroup,
    GridRow,
    Hatch,
    Remark,
    Tally,
)
from clinicmgr.paper.table import Align, Cell, Column, Kind, Row, Table, Value, value_of

__all__ = [
    "Align",
    "Beside",
    "Cell",
    "Chart",
    "Chip",
    "Column",
    "Document",
    "Grid",
    "GridCell",
    "GridColumn",
    "GridFooter",
    "GridGroup",
    "GridRow",
    "Hatch",
    "Heading",
    "Imprint",
    "Item",
    "Kind",
    "Legend",
    "LegendEntry",
    "Limit",
    "Margins",
    "Notes",
    "Page",
    "PageBreak",
    "Paper",
    "Remark",
    "Row",
    "Series",
    "SignatureStrip",
    "Table",
    "Tally",
    "Text",
    "Value",
    "value_of",
]
