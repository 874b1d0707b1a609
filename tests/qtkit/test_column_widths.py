"""A column that takes what is left stays readable where nothing is left."""

import pytest

from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.qtkit.typed_table import TypedTable

COLUMNS = (
    Column("code", "Code", str, 200),
    Column("name", "Service", str, 180, stretch=True),
    Column("price", "Price", str, 200),
)


@pytest.fixture(params=["records", "typed"])
def table(request, qtbot):
    made: RecordTable | TypedTable
    if request.param == "records":
        made = RecordTable(COLUMNS, "Services")
    else:
        made = TypedTable(COLUMNS, "Services", (), lambda _edits: None)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    return made


def test_one_column_takes_what_the_others_leave(table):
    assert table.horizontalHeader().length() == table.viewport().width()
    table.horizontalHeader().resizeSection(0, 100)
    assert table.horizontalHeader().length() == table.viewport().width()


def test_in_a_narrow_window_the_name_can_still_be_read(table):
    table.resize(420, 300)
    assert table.columnWidth(1) == 120
    table.resize(900, 300)
    assert table.horizontalHeader().length() == table.viewport().width()


def test_a_hidden_column_gives_its_room(table):
    table.resize(420, 300)
    table.setColumnHidden(2, True)
    assert table.columnWidth(1) > 180
