"""Reports: the manager's words to a month."""

from alembic import op

revision, down_revision = "0007", "0006"

TABLES = """
CREATE TABLE reports_words (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    month TEXT NOT NULL,
    section TEXT NOT NULL,
    words TEXT NOT NULL,
    CONSTRAINT uq_reports_words_month_section UNIQUE (month, section)
);
"""


def upgrade() -> None:
    """Create them."""
    for statement in TABLES.split(";"):
        if statement.strip():
            op.execute(statement)
