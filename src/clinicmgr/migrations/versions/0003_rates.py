"""Rates: services, payers, fee schedules, Medicare releases."""

from alembic import op

revision, down_revision = "0003", "0002"

TABLES = """
CREATE TABLE rates_home (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT uq_rates_home_key UNIQUE ("key")
);
CREATE TABLE rates_index_set (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    from_day TEXT NOT NULL,
    file TEXT NOT NULL,
    CONSTRAINT uq_rates_index_set_from_day UNIQUE (from_day)
);
CREATE TABLE rates_payer (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    note TEXT NOT NULL,
    CONSTRAINT uq_rates_payer_name UNIQUE (name)
);
CREATE TABLE rates_release (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    from_day TEXT NOT NULL,
    track TEXT NOT NULL,
    conversion_factor TEXT NOT NULL,
    file TEXT NOT NULL,
    lines INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    CONSTRAINT uq_rates_release_from_day_track UNIQUE (from_day, track)
);
CREATE TABLE rates_rvu (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    batch INTEGER NOT NULL,
    code TEXT NOT NULL,
    modifier TEXT NOT NULL,
    description TEXT NOT NULL,
    status TEXT NOT NULL,
    work TEXT NOT NULL,
    office_pe TEXT NOT NULL,
    facility_pe TEXT NOT NULL,
    malpractice TEXT NOT NULL,
    office_na TEXT NOT NULL,
    facility_na TEXT NOT NULL,
    CONSTRAINT uq_rates_rvu_batch_code_modifier UNIQUE (batch, code, modifier)
);
CREATE TABLE rates_service (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL,
    modifier TEXT NOT NULL,
    description TEXT NOT NULL,
    minutes INTEGER,
    category TEXT NOT NULL,
    first TEXT,
    last TEXT,
    CONSTRAINT uq_rates_service_code_modifier UNIQUE (code, modifier)
);
CREATE TABLE rates_locality (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    index_set_id INTEGER NOT NULL,
    state TEXT NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    contractor TEXT NOT NULL,
    work TEXT NOT NULL,
    expense TEXT NOT NULL,
    malpractice TEXT NOT NULL,
    CONSTRAINT uq_rates_locality_index_set_id_state_number UNIQUE (index_set_id, state, number),
    CONSTRAINT fk_rates_locality_index_set_id FOREIGN KEY(index_set_id) REFERENCES rates_index_set (id) ON DELETE CASCADE
);
CREATE TABLE rates_schedule (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    payer_id INTEGER,
    note TEXT NOT NULL,
    is_own INTEGER NOT NULL,
    CONSTRAINT uq_rates_schedule_name UNIQUE (name),
    CONSTRAINT uq_rates_schedule_payer_id UNIQUE (payer_id),
    CONSTRAINT fk_rates_schedule_payer_id FOREIGN KEY(payer_id) REFERENCES rates_payer (id) ON DELETE RESTRICT
);
CREATE TABLE rates_version (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    schedule_id INTEGER NOT NULL,
    from_day TEXT NOT NULL,
    basis TEXT NOT NULL,
    CONSTRAINT uq_rates_version_schedule_id_from_day UNIQUE (schedule_id, from_day),
    CONSTRAINT fk_rates_version_schedule_id FOREIGN KEY(schedule_id) REFERENCES rates_schedule (id) ON DELETE CASCADE
);
CREATE TABLE rates_price (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version_id INTEGER NOT NULL,
    service_id INTEGER NOT NULL,
    cents INTEGER NOT NULL,
    CONSTRAINT uq_rates_price_version_id_service_id UNIQUE (version_id, service_id),
    CONSTRAINT fk_rates_price_version_id FOREIGN KEY(version_id) REFERENCES rates_version (id) ON DELETE CASCADE,
    CONSTRAINT fk_rates_price_service_id FOREIGN KEY(service_id) REFERENCES rates_service (id) ON DELETE RESTRICT
);
CREATE INDEX ix_rates_price_service_id ON rates_price (service_id);
"""


def upgrade() -> None:
    """Create them."""
    for statement in TABLES.split(";"):
        if statement.strip():
            op.execute(statement)
