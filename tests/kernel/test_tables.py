"""What the journal needs of every table, asked of the tables themselves."""

from typing import Any

import pytest
from sqlalchemy import Integer, Text
from sqlalchemy.types import TypeDecorator

import clinicmgr.clinic  # noqa: F401 - so that the tables of every domain are known
from clinicmgr.kernel.news import domain_of
from clinicmgr.kernel.tables import Row

TABLES = Row.metadata.sorted_tables
DOMAINS = {"practice", "places", "staff", "rates", "equipment", "schedule"}
DOMAINS |= {"activity", "finance", "hours", "reports"}


def kept_as(column: Any) -> Any:
    kind = column.type
    return kind.impl if isinstance(kind, TypeDecorator) else kind


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_journalled_table_can_be_copied_to_json_and_back(table: Any) -> None:
    for column in table.columns:
        assert isinstance(kept_as(column), Integer | Text), f"{column} is neither INTEGER nor TEXT"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_key_is_never_given_twice(table: Any) -> None:
    assert [column.name for column in table.primary_key] == ["id"]
    assert table.dialect_options["sqlite"]["autoincrement"] is True


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_name_of_a_table_begins_with_its_domain(table: Any) -> None:
    assert domain_of(table.name) in DOMAINS


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_searched_columns_are_columns(table: Any) -> None:
    assert set(table.info.get("search", ())) <= set(table.columns.keys())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_secret_columns_are_columns(table: Any) -> None:
    assert set(table.info.get("secret", ())) <= set(table.columns.keys())
