"""The first tables: journal, settings, places, staff, schedule."""

from alembic import op

revision, down_revision = "0001", None

TABLES = """
CREATE TABLE derived_value (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name)
);
CREATE TABLE journal_entry (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    needs TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    undoes INTEGER,
    hash TEXT,
    FOREIGN KEY(undoes) REFERENCES journal_entry (id)
);
CREATE TABLE journal_open (
    entry INTEGER NOT NULL,
    PRIMARY KEY (entry)
);
CREATE TABLE journal_change (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    entry INTEGER NOT NULL,
    tbl TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    "before" TEXT,
    "after" TEXT,
    FOREIGN KEY(entry) REFERENCES journal_entry (id)
);
CREATE INDEX ix_journal_change_entry ON journal_change (entry);
CREATE INDEX ix_journal_change_row ON journal_change (tbl, row_id);
CREATE TABLE places_site (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    address TEXT NOT NULL,
    CONSTRAINT uq_places_site_code UNIQUE (code)
);
CREATE TABLE practice_setting (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT uq_practice_setting_key UNIQUE ("key")
);
CREATE TABLE schedule_closure (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL,
    name TEXT NOT NULL,
    closed INTEGER NOT NULL,
    CONSTRAINT uq_schedule_closure_day UNIQUE (day)
);
CREATE TABLE staff_credential_kind (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    warn_days INTEGER NOT NULL,
    CONSTRAINT uq_staff_credential_kind_name UNIQUE (name)
);
CREATE TABLE staff_member (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    number TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    started TEXT NOT NULL,
    ended TEXT,
    note TEXT NOT NULL
);
CREATE INDEX ix_staff_member_last_name_first_name ON staff_member (last_name, first_name);
CREATE TABLE staff_position (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    color INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    CONSTRAINT uq_staff_position_code UNIQUE (code),
    CONSTRAINT uq_staff_position_name UNIQUE (name)
);
CREATE TABLE staff_skill (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    CONSTRAINT uq_staff_skill_name UNIQUE (name)
);
CREATE TABLE places_room (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    capacity INTEGER NOT NULL,
    CONSTRAINT uq_places_room_site_id_code UNIQUE (site_id, code),
    CONSTRAINT fk_places_room_site_id FOREIGN KEY(site_id) REFERENCES places_site (id)
);
CREATE INDEX ix_places_room_site_id ON places_room (site_id);
CREATE TABLE schedule_demand (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    position_id INTEGER NOT NULL,
    site_id INTEGER,
    skill_id INTEGER,
    weekday INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    minimum INTEGER NOT NULL,
    ideal INTEGER NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT,
    CONSTRAINT fk_schedule_demand_position_id FOREIGN KEY(position_id) REFERENCES staff_position (id) ON DELETE RESTRICT,
    CONSTRAINT fk_schedule_demand_site_id FOREIGN KEY(site_id) REFERENCES places_site (id) ON DELETE RESTRICT,
    CONSTRAINT fk_schedule_demand_skill_id FOREIGN KEY(skill_id) REFERENCES staff_skill (id) ON DELETE RESTRICT
);
CREATE INDEX ix_schedule_demand_position_id ON schedule_demand (position_id);
CREATE INDEX ix_schedule_demand_weekday ON schedule_demand (weekday);
CREATE TABLE staff_availability (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL,
    from_day TEXT NOT NULL,
    CONSTRAINT uq_staff_availability_member_id_from_day UNIQUE (member_id, from_day),
    CONSTRAINT fk_staff_availability_member_id FOREIGN KEY(member_id) REFERENCES staff_member (id) ON DELETE CASCADE
);
CREATE TABLE staff_contract (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL,
    from_day TEXT NOT NULL,
    weekly_minutes INTEGER NOT NULL,
    CONSTRAINT uq_staff_contract_member_id_from_day UNIQUE (member_id, from_day),
    CONSTRAINT fk_staff_contract_member_id FOREIGN KEY(member_id) REFERENCES staff_member (id) ON DELETE CASCADE
);
CREATE TABLE staff_credential (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL,
    kind_id INTEGER NOT NULL,
    number TEXT NOT NULL,
    issued TEXT,
    expires TEXT NOT NULL,
    CONSTRAINT fk_staff_credential_member_id FOREIGN KEY(member_id) REFERENCES staff_member (id) ON DELETE CASCADE,
    CONSTRAINT fk_staff_credential_kind_id FOREIGN KEY(kind_id) REFERENCES staff_credential_kind (id) ON DELETE RESTRICT
);
CREATE INDEX ix_staff_credential_expires ON staff_credential (expires);
CREATE INDEX ix_staff_credential_kind_id ON staff_credential (kind_id);
CREATE INDEX ix_staff_credential_member_id_kind_id ON staff_credential (member_id, kind_id);
CREATE TABLE staff_leave (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    kind TEXT NOT NULL,
    note TEXT NOT NULL,
    CONSTRAINT fk_staff_leave_member_id FOREIGN KEY(member_id) REFERENCES staff_member (id) ON DELETE CASCADE
);
CREATE INDEX ix_staff_leave_last ON staff_leave (last);
CREATE INDEX ix_staff_leave_member_id_first ON staff_leave (member_id, first);
CREATE TABLE staff_member_position (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL,
    position_id INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    CONSTRAINT uq_staff_member_position_member_id_position_id UNIQUE (member_id, position_id),
    CONSTRAINT fk_staff_member_position_member_id FOREIGN KEY(member_id) REFERENCES staff_member (id) ON DELETE CASCADE,
    CONSTRAINT fk_staff_member_position_position_id FOREIGN KEY(position_id) REFERENCES staff_position (id) ON DELETE RESTRICT
);
CREATE INDEX ix_staff_member_position_position_id ON staff_member_position (position_id);
CREATE TABLE staff_member_skill (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL,
    skill_id INTEGER NOT NULL,
    CONSTRAINT uq_staff_member_skill_member_id_skill_id UNIQUE (member_id, skill_id),
    CONSTRAINT fk_staff_member_skill_member_id FOREIGN KEY(member_id) REFERENCES staff_member (id) ON DELETE CASCADE,
    CONSTRAINT fk_staff_member_skill_skill_id FOREIGN KEY(skill_id) REFERENCES staff_skill (id) ON DELETE RESTRICT
);
CREATE INDEX ix_staff_member_skill_skill_id ON staff_member_skill (skill_id);
CREATE TABLE staff_pay_rate (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL,
    from_day TEXT NOT NULL,
    hourly_cents INTEGER NOT NULL,
    CONSTRAINT uq_staff_pay_rate_member_id_from_day UNIQUE (member_id, from_day),
    CONSTRAINT fk_staff_pay_rate_member_id FOREIGN KEY(member_id) REFERENCES staff_member (id) ON DELETE CASCADE
);
CREATE TABLE staff_requirement (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind_id INTEGER NOT NULL,
    position_id INTEGER NOT NULL,
    CONSTRAINT uq_staff_requirement_kind_id_position_id UNIQUE (kind_id, position_id),
    CONSTRAINT fk_staff_requirement_kind_id FOREIGN KEY(kind_id) REFERENCES staff_credential_kind (id) ON DELETE CASCADE,
    CONSTRAINT fk_staff_requirement_position_id FOREIGN KEY(position_id) REFERENCES staff_position (id) ON DELETE CASCADE
);
CREATE INDEX ix_staff_requirement_position_id ON staff_requirement (position_id);
CREATE TABLE staff_secret (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL,
    tax_id TEXT NOT NULL,
    CONSTRAINT uq_staff_secret_member_id UNIQUE (member_id),
    CONSTRAINT fk_staff_secret_member_id FOREIGN KEY(member_id) REFERENCES staff_member (id) ON DELETE CASCADE
);
CREATE TABLE schedule_shift_type (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    break_minutes INTEGER NOT NULL,
    position_id INTEGER,
    room_id INTEGER,
    CONSTRAINT uq_schedule_shift_type_code UNIQUE (code),
    CONSTRAINT uq_schedule_shift_type_name UNIQUE (name),
    CONSTRAINT fk_schedule_shift_type_position_id FOREIGN KEY(position_id) REFERENCES staff_position (id) ON DELETE RESTRICT,
    CONSTRAINT fk_schedule_shift_type_room_id FOREIGN KEY(room_id) REFERENCES places_room (id) ON DELETE RESTRICT
);
CREATE TABLE staff_availability_window (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    availability_id INTEGER NOT NULL,
    weekday INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    CONSTRAINT uq_staff_availability_window_availability_id_weekday_start UNIQUE (availability_id, weekday, start),
    CONSTRAINT fk_staff_availability_window_availability_id FOREIGN KEY(availability_id) REFERENCES staff_availability (id) ON DELETE CASCADE
);
CREATE TABLE schedule_shift (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER,
    day TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    position_id INTEGER NOT NULL,
    room_id INTEGER,
    site_id INTEGER,
    break_minutes INTEGER NOT NULL,
    note TEXT NOT NULL,
    type_id INTEGER,
    locked INTEGER NOT NULL,
    CONSTRAINT ck_schedule_shift_end_after_start CHECK ("end" > start),
    CONSTRAINT fk_schedule_shift_member_id FOREIGN KEY(member_id) REFERENCES staff_member (id) ON DELETE RESTRICT,
    CONSTRAINT fk_schedule_shift_position_id FOREIGN KEY(position_id) REFERENCES staff_position (id) ON DELETE RESTRICT,
    CONSTRAINT fk_schedule_shift_room_id FOREIGN KEY(room_id) REFERENCES places_room (id) ON DELETE RESTRICT,
    CONSTRAINT fk_schedule_shift_site_id FOREIGN KEY(site_id) REFERENCES places_site (id) ON DELETE RESTRICT,
    CONSTRAINT fk_schedule_shift_type_id FOREIGN KEY(type_id) REFERENCES schedule_shift_type (id) ON DELETE SET NULL
);
CREATE INDEX ix_schedule_shift_day ON schedule_shift (day);
CREATE INDEX ix_schedule_shift_member_id_day ON schedule_shift (member_id, day);
CREATE INDEX ix_schedule_shift_room_id ON schedule_shift (room_id);
CREATE INDEX ix_schedule_shift_type_id ON schedule_shift (type_id);
"""


def upgrade() -> None:
    """Create them."""
    for statement in TABLES.split(";"):
        if statement.strip():
            op.execute(statement)
