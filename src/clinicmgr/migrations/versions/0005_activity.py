"""Activity: service lines, payer classes, counts."""

from alembic import op

revision, down_revision = "0005", "0004"

TABLES = """
CREATE TABLE activity_payer_class (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    rank INTEGER NOT NULL,
    active INTEGER NOT NULL,
    CONSTRAINT uq_activity_payer_class_name UNIQUE (name),
    CONSTRAINT uq_activity_payer_class_code UNIQUE (code)
);
CREATE TABLE activity_line (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    asset_id INTEGER,
    active INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    CONSTRAINT uq_activity_line_name UNIQUE (name),
    CONSTRAINT uq_activity_line_code UNIQUE (code),
    CONSTRAINT fk_activity_line_asset_id FOREIGN KEY(asset_id) REFERENCES equipment_asset (id) ON DELETE RESTRICT
);
CREATE TABLE activity_count (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL,
    member_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    payer_class_id INTEGER,
    done INTEGER NOT NULL,
    cancelled INTEGER NOT NULL,
    no_shows INTEGER NOT NULL,
    CONSTRAINT uq_activity_count_day_member_id_line_id_payer_class_id UNIQUE (day, member_id, line_id, payer_class_id),
    CONSTRAINT ck_activity_count_counted CHECK (done >= 0 AND cancelled >= 0 AND no_shows >= 0 AND done + cancelled + no_shows > 0),
    CONSTRAINT fk_activity_count_member_id FOREIGN KEY(member_id) REFERENCES staff_member (id) ON DELETE RESTRICT,
    CONSTRAINT fk_activity_count_line_id FOREIGN KEY(line_id) REFERENCES activity_line (id) ON DELETE RESTRICT,
    CONSTRAINT fk_activity_count_payer_class_id FOREIGN KEY(payer_class_id) REFERENCES activity_payer_class (id) ON DELETE RESTRICT
);
CREATE INDEX ix_activity_count_figures ON activity_count (day, member_id, line_id, payer_class_id, done, cancelled, no_shows);
CREATE UNIQUE INDEX uq_activity_count_without_class ON activity_count (day, member_id, line_id) WHERE payer_class_id IS NULL;
CREATE TABLE activity_line_position (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    line_id INTEGER NOT NULL,
    position_id INTEGER NOT NULL,
    CONSTRAINT uq_activity_line_position_line_id_position_id UNIQUE (line_id, position_id),
    CONSTRAINT fk_activity_line_position_line_id FOREIGN KEY(line_id) REFERENCES activity_line (id) ON DELETE CASCADE,
    CONSTRAINT fk_activity_line_position_position_id FOREIGN KEY(position_id) REFERENCES staff_position (id) ON DELETE RESTRICT
);
CREATE INDEX ix_activity_line_position_position_id ON activity_line_position (position_id);
CREATE TABLE activity_line_room (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    line_id INTEGER NOT NULL,
    room_id INTEGER NOT NULL,
    CONSTRAINT uq_activity_line_room_line_id_room_id UNIQUE (line_id, room_id),
    CONSTRAINT fk_activity_line_room_line_id FOREIGN KEY(line_id) REFERENCES activity_line (id) ON DELETE CASCADE,
    CONSTRAINT fk_activity_line_room_room_id FOREIGN KEY(room_id) REFERENCES places_room (id) ON DELETE RESTRICT
);
CREATE INDEX ix_activity_line_room_room_id ON activity_line_room (room_id);
"""


def upgrade() -> None:
    """Create them."""
    for statement in TABLES.split(";"):
        if statement.strip():
            op.execute(statement)
