"""Schedule: rules, publications, week plans, notes, call-outs."""

from alembic import op

revision, down_revision = "0008", "0007"

TABLES = """
CREATE TABLE schedule_override (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    rule TEXT NOT NULL,
    member_ids TEXT NOT NULL,
    day TEXT NOT NULL,
    reason TEXT NOT NULL,
    matter TEXT NOT NULL
);
CREATE INDEX ix_schedule_override_day ON schedule_override (day);
CREATE TABLE schedule_publication (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    number INTEGER NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    note TEXT NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    shifts INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    CONSTRAINT uq_schedule_publication_number UNIQUE (number)
);
CREATE INDEX ix_schedule_publication_batch ON schedule_publication (batch);
CREATE INDEX ix_schedule_publication_last_first ON schedule_publication (last, first);
CREATE TABLE schedule_published_shift (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    batch INTEGER NOT NULL,
    shift_id INTEGER NOT NULL,
    member_id INTEGER,
    day TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    position_id INTEGER NOT NULL,
    room_id INTEGER,
    site_id INTEGER,
    break_minutes INTEGER NOT NULL,
    note TEXT NOT NULL,
    type_id INTEGER
);
CREATE INDEX ix_schedule_published_shift_batch ON schedule_published_shift (batch);
CREATE INDEX ix_schedule_published_shift_shift_id ON schedule_published_shift (shift_id);
CREATE TABLE schedule_rule (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    rule TEXT NOT NULL,
    strength TEXT NOT NULL,
    numbers TEXT NOT NULL,
    member_ids TEXT NOT NULL,
    position_ids TEXT NOT NULL,
    site_ids TEXT NOT NULL,
    from_day TEXT,
    to_day TEXT
);
CREATE INDEX ix_schedule_rule_rule ON schedule_rule (rule);
CREATE TABLE schedule_week_plan (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    weeks INTEGER NOT NULL,
    color INTEGER NOT NULL,
    anchor TEXT,
    note TEXT NOT NULL,
    CONSTRAINT uq_schedule_week_plan_name UNIQUE (name)
);
CREATE TABLE schedule_note (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER,
    day TEXT NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT uq_schedule_note_member_id_day UNIQUE (member_id, day),
    CONSTRAINT fk_schedule_note_member_id FOREIGN KEY(member_id) REFERENCES staff_member (id) ON DELETE RESTRICT
);
CREATE INDEX ix_schedule_note_day ON schedule_note (day);
CREATE TABLE schedule_planned_shift (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    plan_id INTEGER NOT NULL,
    week INTEGER NOT NULL,
    weekday INTEGER NOT NULL,
    member_id INTEGER,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    position_id INTEGER NOT NULL,
    room_id INTEGER,
    site_id INTEGER,
    break_minutes INTEGER NOT NULL,
    note TEXT NOT NULL,
    type_id INTEGER,
    CONSTRAINT ck_schedule_planned_shift_end_after_start CHECK ("end" > start),
    CONSTRAINT fk_schedule_planned_shift_plan_id FOREIGN KEY(plan_id) REFERENCES schedule_week_plan (id) ON DELETE CASCADE,
    CONSTRAINT fk_schedule_planned_shift_member_id FOREIGN KEY(member_id) REFERENCES staff_member (id) ON DELETE RESTRICT,
    CONSTRAINT fk_schedule_planned_shift_position_id FOREIGN KEY(position_id) REFERENCES staff_position (id) ON DELETE RESTRICT,
    CONSTRAINT fk_schedule_planned_shift_room_id FOREIGN KEY(room_id) REFERENCES places_room (id) ON DELETE RESTRICT,
    CONSTRAINT fk_schedule_planned_shift_site_id FOREIGN KEY(site_id) REFERENCES places_site (id) ON DELETE RESTRICT,
    CONSTRAINT fk_schedule_planned_shift_type_id FOREIGN KEY(type_id) REFERENCES schedule_shift_type (id) ON DELETE SET NULL
);
CREATE INDEX ix_schedule_planned_shift_member_id ON schedule_planned_shift (member_id);
CREATE INDEX ix_schedule_planned_shift_plan_id ON schedule_planned_shift (plan_id);
CREATE INDEX ix_schedule_planned_shift_room_id ON schedule_planned_shift (room_id);
CREATE INDEX ix_schedule_planned_shift_type_id ON schedule_planned_shift (type_id);
CREATE TABLE schedule_call_out (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL,
    shift_id INTEGER NOT NULL,
    CONSTRAINT fk_schedule_call_out_member_id FOREIGN KEY(member_id) REFERENCES staff_member (id) ON DELETE CASCADE,
    CONSTRAINT fk_schedule_call_out_shift_id FOREIGN KEY(shift_id) REFERENCES schedule_shift (id) ON DELETE CASCADE
);
CREATE INDEX ix_schedule_call_out_member_id ON schedule_call_out (member_id);
CREATE INDEX ix_schedule_call_out_shift_id ON schedule_call_out (shift_id);
"""


def upgrade() -> None:
    """Create them."""
    for statement in TABLES.split(";"):
        if statement.strip():
            op.execute(statement)
