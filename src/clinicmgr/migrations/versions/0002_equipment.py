"""Equipment: assets, plans, work with its log, outages, readings."""

from alembic import op

revision, down_revision = "0002", "0001"

TABLES = """
CREATE TABLE equipment_asset (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    tag TEXT NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    make TEXT NOT NULL,
    model TEXT NOT NULL,
    serial TEXT NOT NULL,
    room_id INTEGER,
    purchased TEXT,
    cost_cents INTEGER,
    warranty_until TEXT,
    vendor TEXT NOT NULL,
    retired TEXT,
    note TEXT NOT NULL,
    CONSTRAINT uq_equipment_asset_tag UNIQUE (tag),
    CONSTRAINT fk_equipment_asset_room_id FOREIGN KEY(room_id) REFERENCES places_room (id) ON DELETE RESTRICT
);
CREATE INDEX ix_equipment_asset_room_id ON equipment_asset (room_id);
CREATE TABLE equipment_plan (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    asset_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    first_due TEXT NOT NULL,
    every INTEGER NOT NULL,
    unit TEXT NOT NULL,
    basis TEXT NOT NULL,
    kind TEXT NOT NULL,
    lead_days INTEGER NOT NULL,
    member_id INTEGER,
    vendor TEXT NOT NULL,
    checklist TEXT NOT NULL,
    ended TEXT,
    CONSTRAINT fk_equipment_plan_asset_id FOREIGN KEY(asset_id) REFERENCES equipment_asset (id) ON DELETE RESTRICT,
    CONSTRAINT fk_equipment_plan_member_id FOREIGN KEY(member_id) REFERENCES staff_member (id) ON DELETE RESTRICT
);
CREATE INDEX ix_equipment_plan_asset_id ON equipment_plan (asset_id);
CREATE INDEX ix_equipment_plan_member_id ON equipment_plan (member_id);
CREATE TABLE equipment_point (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    asset_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    from_day TEXT NOT NULL,
    unit TEXT NOT NULL,
    decimals INTEGER NOT NULL,
    low INTEGER,
    high INTEGER,
    times TEXT NOT NULL,
    weekdays TEXT NOT NULL,
    ended TEXT,
    CONSTRAINT uq_equipment_point_asset_id_name UNIQUE (asset_id, name),
    CONSTRAINT fk_equipment_point_asset_id FOREIGN KEY(asset_id) REFERENCES equipment_asset (id) ON DELETE RESTRICT
);
CREATE TABLE equipment_work (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    asset_id INTEGER NOT NULL,
    plan_id INTEGER,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    reported TEXT NOT NULL,
    due TEXT,
    member_id INTEGER,
    vendor TEXT NOT NULL,
    started TEXT,
    closed_on TEXT,
    done_by TEXT NOT NULL,
    labor_minutes INTEGER NOT NULL,
    cost_cents INTEGER NOT NULL,
    downtime_minutes INTEGER NOT NULL,
    notes TEXT NOT NULL,
    CONSTRAINT uq_equipment_work_id_closed_on UNIQUE (id, closed_on),
    CONSTRAINT fk_equipment_work_asset_id FOREIGN KEY(asset_id) REFERENCES equipment_asset (id) ON DELETE RESTRICT,
    CONSTRAINT fk_equipment_work_plan_id FOREIGN KEY(plan_id) REFERENCES equipment_plan (id) ON DELETE RESTRICT,
    CONSTRAINT fk_equipment_work_member_id FOREIGN KEY(member_id) REFERENCES staff_member (id) ON DELETE RESTRICT
);
CREATE INDEX ix_equipment_work_asset_id_closed_on ON equipment_work (asset_id, closed_on);
CREATE INDEX ix_equipment_work_closed_on ON equipment_work (closed_on);
CREATE INDEX ix_equipment_work_member_id ON equipment_work (member_id);
CREATE INDEX ix_equipment_work_plan_id_closed_on ON equipment_work (plan_id, closed_on);
CREATE TABLE equipment_amendment (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    work_id INTEGER NOT NULL,
    closed_on TEXT NOT NULL,
    day TEXT NOT NULL,
    who TEXT NOT NULL,
    note TEXT NOT NULL,
    labor_minutes INTEGER,
    cost_cents INTEGER,
    downtime_minutes INTEGER,
    CONSTRAINT fk_equipment_amendment_work_id_closed_on FOREIGN KEY(work_id, closed_on) REFERENCES equipment_work (id, closed_on)
);
CREATE INDEX ix_equipment_amendment_work_id ON equipment_amendment (work_id);
CREATE TABLE equipment_check (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    work_id INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    step TEXT NOT NULL,
    result TEXT NOT NULL,
    note TEXT NOT NULL,
    CONSTRAINT uq_equipment_check_work_id_rank UNIQUE (work_id, rank),
    CONSTRAINT fk_equipment_check_work_id FOREIGN KEY(work_id) REFERENCES equipment_work (id) ON DELETE RESTRICT
);
CREATE TABLE equipment_outage (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    asset_id INTEGER NOT NULL,
    first TEXT NOT NULL,
    back TEXT,
    reason TEXT NOT NULL,
    work_id INTEGER,
    CONSTRAINT fk_equipment_outage_asset_id FOREIGN KEY(asset_id) REFERENCES equipment_asset (id) ON DELETE RESTRICT,
    CONSTRAINT fk_equipment_outage_work_id FOREIGN KEY(work_id) REFERENCES equipment_work (id) ON DELETE RESTRICT
);
CREATE INDEX ix_equipment_outage_asset_id_first ON equipment_outage (asset_id, first);
CREATE INDEX ix_equipment_outage_work_id ON equipment_outage (work_id);
CREATE TABLE equipment_reading (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    point_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    time INTEGER NOT NULL,
    value INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    note TEXT NOT NULL,
    work_id INTEGER,
    CONSTRAINT uq_equipment_reading_point_id_day_time UNIQUE (point_id, day, time),
    CONSTRAINT fk_equipment_reading_point_id FOREIGN KEY(point_id) REFERENCES equipment_point (id) ON DELETE RESTRICT,
    CONSTRAINT fk_equipment_reading_work_id FOREIGN KEY(work_id) REFERENCES equipment_work (id) ON DELETE RESTRICT
);
CREATE INDEX ix_equipment_reading_work_id ON equipment_reading (work_id);
"""


def upgrade() -> None:
    """Create them."""
    for statement in TABLES.split(";"):
        if statement.strip():
            op.execute(statement)
