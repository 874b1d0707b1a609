"""Tables from and to files of other programs; knows no clinic words.

Reading: `read` gives a `Sheet`, `find_header` and `map_columns` say what its columns are,
`plan` parses every row and reports every error, `carry_out` applies the plan or refuses it.
Writing: `write_rows` for records, `write_rejected` for the rows of a plan that had errors.
"""

from clinicmgr.exchange.exporting import write_rows
from clinicmgr.exchange.importing import Importer, carry_out, plan, plan_file
from clinicmgr.exchange.mapping import ColumnMapping, find_header, map_columns, suggestions
from clinicmgr.exchange.plans import Fate, ImportPlan, PlannedRow, RowError
from clinicmgr.exchange.rejected import write_rejected
from clinicmgr.exchange.sheets import Cell, Line, Sheet, read, sheet_names

__all__ = [
    "Cell",
    "ColumnMapping",
    "Fate",
    "ImportPlan",
    "Importer",
    "Line",
    "PlannedRow",
    "RowError",
    "Sheet",
    "carry_out",
    "find_header",
    "map_columns",
    "plan",
    "plan_file",
    "read",
    "sheet_names",
    "suggestions",
    "write_rejected",
    "write_rows",
]
