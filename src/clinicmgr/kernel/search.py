"""Full-text search over the columns that the tables name."""

import re

from sqlalchemy import text
from sqlalchemy.orm import Session

from clinicmgr.kernel.sqlite import searched_columns
from clinicmgr.kernel.tables import Row


def find_rows(db: Session, table: str, words: str, limit: int = 20) -> list[int]:
    """Return the ids of the rows of `table` that hold every word (or its beginning), best first."""
    if not searched_columns(Row.metadata.tables[table]):
        message = f"{table} has no full-text index"
        raise ValueError(message)
    terms = re.findall(r"\w+", words)
    if not terms:
        return []
    query = " ".join(f'"{term}"*' for term in terms)
    found = db.scalars(
        text(f"SELECT rowid FROM search_{table} WHERE words MATCH :query ORDER BY rank LIMIT :n"),
        {"query": query, "n": limit},
    )
    return list(found)
