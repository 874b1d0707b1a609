"""Hours worked: stretches, corrections, pay periods, pay rules."""

from alembic import op

revision, down_revision = "0009", "0008"

TABLES = """
CREATE TABLE hours_code (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT uq_hours_code_key UNIQUE ("key")
);
CREATE TABLE hours_differential (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    weekdays TEXT NOT NULL,
    holidays INTEGER NOT NULL,
    cents INTEGER,
    percent INTEGER,
    code TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT,
    CONSTRAINT uq_hours_differential_name_from_day UNIQUE (name, from_day)
);
CREATE TABLE hours_pay_rules (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    from_day TEXT NOT NULL,
    period TEXT NOT NULL,
    anchor TEXT NOT NULL,
    rounding INTEGER NOT NULL,
    weekly_limit INTEGER,
    daily_limit INTEGER,
    overtime_percent INTEGER NOT NULL,
    CONSTRAINT uq_hours_pay_rules_from_day UNIQUE (from_day)
);
CREATE TABLE hours_period (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    locked_on TEXT,
    locked_by TEXT NOT NULL,
    CONSTRAINT uq_hours_period_first UNIQUE (first),
    CONSTRAINT ck_hours_period_last_not_before_first CHECK (last >= first)
);
CREATE TABLE hours_adjustment (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    paid_on TEXT NOT NULL,
    "by" TEXT NOT NULL,
    period_id INTEGER,
    CONSTRAINT fk_hours_adjustment_member_id FOREIGN KEY(member_id) REFERENCES staff_member (id) ON DELETE RESTRICT,
    CONSTRAINT fk_hours_adjustment_period_id FOREIGN KEY(period_id) REFERENCES hours_period (id) ON DELETE RESTRICT
);
CREATE INDEX ix_hours_adjustment_member_id_paid_on ON hours_adjustment (member_id, paid_on);
CREATE INDEX ix_hours_adjustment_paid_on ON hours_adjustment (paid_on);
CREATE INDEX ix_hours_adjustment_period_id ON hours_adjustment (period_id);
CREATE TABLE hours_correction (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    former TEXT NOT NULL,
    now TEXT NOT NULL,
    reason TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    period_id INTEGER,
    CONSTRAINT fk_hours_correction_member_id FOREIGN KEY(member_id) REFERENCES staff_member (id) ON DELETE RESTRICT,
    CONSTRAINT fk_hours_correction_period_id FOREIGN KEY(period_id) REFERENCES hours_period (id) ON DELETE RESTRICT
);
CREATE INDEX ix_hours_correction_day ON hours_correction (day);
CREATE INDEX ix_hours_correction_member_id_day ON hours_correction (member_id, day);
CREATE INDEX ix_hours_correction_period_id ON hours_correction (period_id);
CREATE TABLE hours_sign_off (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    period_id INTEGER NOT NULL,
    member_id INTEGER NOT NULL,
    signed_by TEXT NOT NULL,
    signed_on TEXT NOT NULL,
    regular_minutes INTEGER,
    overtime_minutes INTEGER,
    leave_minutes INTEGER,
    CONSTRAINT uq_hours_sign_off_period_id_member_id UNIQUE (period_id, member_id),
    CONSTRAINT fk_hours_sign_off_period_id FOREIGN KEY(period_id) REFERENCES hours_period (id) ON DELETE RESTRICT,
    CONSTRAINT fk_hours_sign_off_member_id FOREIGN KEY(member_id) REFERENCES staff_member (id) ON DELETE RESTRICT
);
CREATE INDEX ix_hours_sign_off_member_id ON hours_sign_off (member_id);
CREATE TABLE hours_stretch (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER,
    break_minutes INTEGER NOT NULL,
    position_id INTEGER,
    source TEXT NOT NULL,
    note TEXT NOT NULL,
    clocked_start INTEGER,
    clocked_end INTEGER,
    period_id INTEGER,
    CONSTRAINT ck_hours_stretch_end_after_start CHECK ("end" IS NULL OR "end" > start),
    CONSTRAINT fk_hours_stretch_member_id FOREIGN KEY(member_id) REFERENCES staff_member (id) ON DELETE RESTRICT,
    CONSTRAINT fk_hours_stretch_position_id FOREIGN KEY(position_id) REFERENCES staff_position (id) ON DELETE RESTRICT,
    CONSTRAINT fk_hours_stretch_period_id FOREIGN KEY(period_id) REFERENCES hours_period (id) ON DELETE RESTRICT
);
CREATE INDEX ix_hours_stretch_day ON hours_stretch (day);
CREATE INDEX ix_hours_stretch_member_id_day ON hours_stretch (member_id, day);
CREATE INDEX ix_hours_stretch_period_id ON hours_stretch (period_id);
CREATE INDEX ix_hours_stretch_position_id ON hours_stretch (position_id);
"""


def upgrade() -> None:
    """Create them."""
    for statement in TABLES.split(";"):
        if statement.strip():
            op.execute(statement)
