"""Sites and rooms: opening hours."""

from alembic import op

revision, down_revision = "0004", "0003"


def upgrade() -> None:
    """Add them; blank is what a room takes from its site, and a site from the usual week."""
    for table in ("places_site", "places_room"):
        op.execute(f"ALTER TABLE {table} ADD COLUMN hours TEXT DEFAULT '' NOT NULL")
