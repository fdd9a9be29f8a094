-- The tables of jinlin's store on SQLite, schema 1. The store runs this file as it stands; whoever keeps the tables beside
-- those of another application runs it too. Every name begins with the prefix `jinlin_`, which the store replaces when it is
-- told another one.
--
-- A tenant has a number here. What is read in the order of its commits has a place: tenant × 2^36 + 1, 2, 3 … in that
-- tenant, so that rows of one tenant lie together and no place is shared. Moments (at, not_before, until) are milliseconds
-- since 1970-01-01T00:00:00Z. Texts are kept byte for byte.

-- Which schema these tables have: one row.
CREATE TABLE jinlin_store (
  schema INTEGER NOT NULL
) STRICT;
INSERT INTO jinlin_store (schema) VALUES (1);

-- mark: random; every position that this tenant is given ends in it. written: 1 once a commit was taken.
CREATE TABLE jinlin_tenants (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  mark TEXT NOT NULL,
  written INTEGER NOT NULL
) STRICT;

-- The log. It is only ever added to. digest: of body, meta, revision, stream and type, as canonical JSON.
CREATE TABLE jinlin_events (
  place INTEGER PRIMARY KEY,
  tenant INTEGER NOT NULL,
  stream TEXT NOT NULL,
  revision INTEGER NOT NULL,
  type TEXT NOT NULL,
  body TEXT NOT NULL,
  meta TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX jinlin_events_by_stream ON jinlin_events (tenant, stream, revision);

-- The log as one reads it: the tenant by name, and the place counted from 1.
CREATE VIEW jinlin_log AS
SELECT name AS tenant, place & 68719476735 AS place, stream, revision, type, body, meta, digest
FROM jinlin_events JOIN jinlin_tenants ON number = tenant;

-- Commands that were taken, with the answer that each gets again. place: of the last event when it was taken, or null.
CREATE TABLE jinlin_commands (
  tenant INTEGER NOT NULL,
  key TEXT NOT NULL,
  content TEXT NOT NULL,
  answer TEXT NOT NULL,
  place INTEGER,
  at INTEGER NOT NULL,
  PRIMARY KEY (tenant, key)
) STRICT, WITHOUT ROWID;

-- What only one may have. counted: 1 where it was taken with a capacity.
CREATE TABLE jinlin_claims (
  tenant INTEGER NOT NULL,
  scope TEXT NOT NULL,
  key TEXT NOT NULL,
  holder TEXT NOT NULL,
  counted INTEGER NOT NULL,
  PRIMARY KEY (tenant, scope, key)
) STRICT, WITHOUT ROWID;

-- How many counted claims a scope holds.
CREATE TABLE jinlin_scopes (
  tenant INTEGER NOT NULL,
  scope TEXT NOT NULL,
  counted INTEGER NOT NULL,
  PRIMARY KEY (tenant, scope)
) STRICT, WITHOUT ROWID;

-- What falls due by itself. settled: 1 once it was issued or left to a person.
CREATE TABLE jinlin_due (
  tenant INTEGER NOT NULL,
  stream TEXT NOT NULL,
  key TEXT NOT NULL,
  at INTEGER NOT NULL,
  rule TEXT NOT NULL,
  command TEXT NOT NULL,
  settled INTEGER NOT NULL,
  PRIMARY KEY (tenant, stream, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX jinlin_due_by_time ON jinlin_due (tenant, at, stream, key) WHERE settled = 0;

-- What is to be handed on outside. status: waiting, delivered or parked. first: 1 for the first of its key that waits.
-- starts: how often it was taken. taker: the lease and token that has it now.
CREATE TABLE jinlin_deliveries (
  place INTEGER PRIMARY KEY,
  tenant INTEGER NOT NULL,
  id TEXT NOT NULL,
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  status TEXT NOT NULL,
  first INTEGER NOT NULL,
  starts INTEGER NOT NULL,
  not_before INTEGER NOT NULL,
  at INTEGER NOT NULL,
  cause TEXT,
  taker TEXT
) STRICT;
CREATE UNIQUE INDEX jinlin_deliveries_by_id ON jinlin_deliveries (tenant, id);
CREATE INDEX jinlin_deliveries_waiting ON jinlin_deliveries (tenant, key, place, at) WHERE status = 'waiting';
CREATE INDEX jinlin_deliveries_first ON jinlin_deliveries (tenant, place) WHERE first = 1;
CREATE INDEX jinlin_deliveries_parked ON jinlin_deliveries (tenant, place) WHERE status = 'parked';

-- Which worker does what. The token only grows, also when nobody holds the lease.
CREATE TABLE jinlin_leases (
  tenant INTEGER NOT NULL,
  name TEXT NOT NULL,
  holder TEXT,
  token INTEGER NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (tenant, name)
) STRICT, WITHOUT ROWID;

-- How far readers of the log have come.
CREATE TABLE jinlin_checkpoints (
  tenant INTEGER NOT NULL,
  name TEXT NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (tenant, name)
) STRICT, WITHOUT ROWID;

-- Which version of a view is read, and the rows of every version.
CREATE TABLE jinlin_views (
  tenant INTEGER NOT NULL,
  view TEXT NOT NULL,
  version TEXT NOT NULL,
  PRIMARY KEY (tenant, view)
) STRICT, WITHOUT ROWID;
CREATE TABLE jinlin_view_rows (
  tenant INTEGER NOT NULL,
  view TEXT NOT NULL,
  version TEXT NOT NULL,
  key TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (tenant, view, version, key)
) STRICT, WITHOUT ROWID;

-- Ballot boxes. A row for every choice there is, from the moment the box is opened; `number` is its place among the choices.
-- There is neither voter nor order nor time here, and there must never be.
CREATE TABLE jinlin_boxes (
  tenant INTEGER NOT NULL,
  box TEXT NOT NULL,
  closed INTEGER NOT NULL,
  PRIMARY KEY (tenant, box)
) STRICT, WITHOUT ROWID;
CREATE TABLE jinlin_ballots (
  tenant INTEGER NOT NULL,
  box TEXT NOT NULL,
  choice TEXT NOT NULL,
  number INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (tenant, box, choice)
) STRICT, WITHOUT ROWID;

-- What an auditor must be able to see and that is no event.
CREATE TABLE jinlin_audit (
  place INTEGER PRIMARY KEY,
  tenant INTEGER NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
