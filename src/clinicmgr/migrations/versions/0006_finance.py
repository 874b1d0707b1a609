"""Money: accounts, budgets, entries."""

from alembic import op

revision, down_revision = "0006", "0005"

TABLES = """
CREATE TABLE finance_account (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    "group" TEXT NOT NULL,
    is_labor INTEGER NOT NULL,
    active INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    CONSTRAINT uq_finance_account_number UNIQUE (number),
    CONSTRAINT uq_finance_account_name UNIQUE (name)
);
CREATE TABLE finance_setting (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT uq_finance_setting_key UNIQUE ("key")
);
CREATE TABLE finance_budget (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    month_01 INTEGER NOT NULL,
    month_02 INTEGER NOT NULL,
    month_03 INTEGER NOT NULL,
    month_04 INTEGER NOT NULL,
    month_05 INTEGER NOT NULL,
    month_06 INTEGER NOT NULL,
    month_07 INTEGER NOT NULL,
    month_08 INTEGER NOT NULL,
    month_09 INTEGER NOT NULL,
    month_10 INTEGER NOT NULL,
    month_11 INTEGER NOT NULL,
    month_12 INTEGER NOT NULL,
    CONSTRAINT uq_finance_budget_year_account_id UNIQUE (year, account_id),
    CONSTRAINT fk_finance_budget_account_id FOREIGN KEY(account_id) REFERENCES finance_account (id) ON DELETE RESTRICT
);
CREATE INDEX ix_finance_budget_account_id ON finance_budget (account_id);
CREATE TABLE finance_entry (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL,
    account_id INTEGER NOT NULL,
    cents INTEGER NOT NULL,
    payee TEXT NOT NULL,
    note TEXT NOT NULL,
    reference TEXT NOT NULL,
    CONSTRAINT fk_finance_entry_account_id FOREIGN KEY(account_id) REFERENCES finance_account (id) ON DELETE RESTRICT
);
CREATE INDEX ix_finance_entry_account_id ON finance_entry (account_id);
CREATE INDEX ix_finance_entry_day ON finance_entry (day);
"""


def upgrade() -> None:
    """Create them."""
    for statement in TABLES.split(";"):
        if statement.strip():
            op.execute(statement)
