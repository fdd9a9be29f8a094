// Made from schema/1.sql by `pnpm schema`. Do not edit it by hand.

/** Tables and functions, as they stand in `schema/1.sql`. */
export const schemaText = `-- Tables and functions of @jinlin/store-postgres, schema version 1, for PostgreSQL 13 and later.
--
-- The store applies this text itself when it is opened. To apply it by hand, run it as the owner of the schema and open
-- the store with \`migrate: false\`. For another schema or prefix put yours in the place of \`public.jinlin_\` throughout.
-- The last statement says how the log is ordered: 'xid', or 'serialized' where writers are to wait for each other.
-- All moments are milliseconds since 1970; names are ASCII, and texts are kept as they came.

-- One row: the version of this schema, and how the log is ordered. \`epoch\` rises when the counter of transactions begins
-- anew, because the database was restored into another server. \`mark\` is a part of every position, so that a position of
-- one store is none of another.
create table public.jinlin_store (
  one boolean primary key default true check (one),
  version integer not null,
  log_order text not null check (log_order in ('xid', 'serialized')),
  epoch integer not null default 1,
  mark text collate "C" not null default substr(replace(gen_random_uuid()::text, '-', ''), 1, 12)
);

-- The tenants that have written anything.
create table public.jinlin_tenants (
  tenant text collate "C" primary key
);

-- A stream with the number of its events; 0 where it was only looked at. \`epoch\` and \`major\` are those of its last event,
-- so that no later event comes before it in the log.
create table public.jinlin_streams (
  tenant text collate "C" not null,
  stream text collate "C" not null,
  revision bigint not null default 0,
  epoch integer not null default 0,
  major bigint not null default 0,
  primary key (tenant, stream)
);

-- Numbers of events, deliveries and audit entries, in the order in which they are written.
create sequence public.jinlin_places;

-- Events. A position is (epoch, major, place): \`major\` is the id of the transaction that wrote the event, or of a later
-- one that wrote to the same stream before it; 0 where writers wait for each other.
create table public.jinlin_events (
  tenant text collate "C" not null,
  epoch integer not null,
  major bigint not null,
  place bigint not null,
  stream text collate "C" not null,
  revision bigint not null,
  at bigint not null,
  type text collate "C" not null,
  digest text collate "C" not null,
  body text collate "C" not null,
  meta text collate "C" not null,
  primary key (tenant, epoch, major, place),
  unique (tenant, stream, revision)
);

-- The ids of commands, with a digest of their content and the answer that was given.
create table public.jinlin_commands (
  tenant text collate "C" not null,
  key text collate "C" not null,
  content text collate "C" not null,
  answer text collate "C" not null,
  position text collate "C",
  at bigint not null,
  primary key (tenant, key)
);

-- What only one may have. \`counted\`: it counts towards the capacity of its scope.
create table public.jinlin_claims (
  tenant text collate "C" not null,
  scope text collate "C" not null,
  key text collate "C" not null,
  holder text collate "C" not null,
  counted boolean not null,
  primary key (tenant, scope, key)
);

-- How many counted claims a scope holds.
create table public.jinlin_scopes (
  tenant text collate "C" not null,
  scope text collate "C" not null,
  held bigint not null,
  primary key (tenant, scope)
);

-- What will fall due.
create table public.jinlin_due (
  tenant text collate "C" not null,
  stream text collate "C" not null,
  key text collate "C" not null,
  at bigint not null,
  rule text collate "C" not null,
  command text collate "C" not null,
  settled boolean not null default false,
  primary key (tenant, stream, key)
);
create index on public.jinlin_due (tenant, at, stream, key) where not settled;

-- What is handed on outside. \`taker\` is the lease and token that has it now.
create table public.jinlin_deliveries (
  tenant text collate "C" not null,
  id text collate "C" not null,
  key text collate "C" not null,
  kind text collate "C" not null,
  payload text collate "C" not null,
  place bigint not null,
  at bigint not null,
  status text collate "C" not null default 'waiting' check (status in ('waiting', 'delivered', 'parked')),
  starts integer not null default 0,
  not_before bigint not null default 0,
  cause text collate "C",
  taker text collate "C",
  primary key (tenant, id),
  unique (tenant, place)
);
create index on public.jinlin_deliveries (tenant, key, place) where status = 'waiting';

-- Leases of workers. A row stays when its lease is given back, so that the next token is greater.
create table public.jinlin_leases (
  tenant text collate "C" not null,
  name text collate "C" not null,
  holder text collate "C",
  token bigint not null,
  until bigint not null,
  primary key (tenant, name)
);

-- How far the readers of the log have come.
create table public.jinlin_checkpoints (
  tenant text collate "C" not null,
  name text collate "C" not null,
  position text collate "C" not null,
  primary key (tenant, name)
);

-- Which version of a view is read.
create table public.jinlin_views (
  tenant text collate "C" not null,
  view text collate "C" not null,
  version text collate "C" not null,
  primary key (tenant, view)
);

-- The rows of views, by version.
create table public.jinlin_view_rows (
  tenant text collate "C" not null,
  view text collate "C" not null,
  version text collate "C" not null,
  key text collate "C" not null,
  body text collate "C" not null,
  primary key (tenant, view, version, key)
);

-- Ballot boxes, and how often each of their choices was cast.
create table public.jinlin_boxes (
  tenant text collate "C" not null,
  box text collate "C" not null,
  closed boolean not null default false,
  primary key (tenant, box)
);
create table public.jinlin_ballots (
  tenant text collate "C" not null,
  box text collate "C" not null,
  place integer not null,
  choice text collate "C" not null,
  count bigint not null default 0,
  primary key (tenant, box, place)
) with (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
-- Earlier counts of a box would tell who chose what. No statistics are kept of them; and rows that were written over are
-- cleared away by the store when a box is closed, or where it may not, by the server within a minute or so.
alter table public.jinlin_ballots alter column count set statistics 0;

-- What an auditor must be able to see and that is no event, in the order of the log.
create table public.jinlin_audit (
  tenant text collate "C" not null,
  epoch integer not null,
  major bigint not null,
  place bigint not null,
  at bigint not null,
  kind text collate "C" not null,
  body text collate "C" not null,
  primary key (tenant, epoch, major, place)
);

-- What is acknowledged is on the disk, also where the server is set not to wait for it.
create function public.jinlin_wait_for_disk() returns void language plpgsql as $$
begin
  if current_setting('synchronous_commit') = 'off' then
    perform set_config('synchronous_commit', 'on', true);
  end if;
end
$$;

-- Ends a commit with the reason why it cannot be: all that it wrote so far is taken back.
create function public.jinlin_refuse(failure jsonb) returns void language plpgsql as $$
begin
  raise exception 'refused' using errcode = 'JL001', detail = failure::text;
end
$$;

-- A place in the log as text, in which the later of two is the greater.
create function public.jinlin_position(epoch integer, major bigint, place bigint, mark text) returns text
language sql immutable as $$
  select lpad(epoch::text, 6, '0') || '-' || lpad(major::text, 19, '0') || '-' || lpad(place::text, 19, '0') || '-' || mark
$$;

-- The answer that was kept under a command's id, a conflict where its content was another, null where it is not known.
create function public.jinlin_kept(given_tenant text, given_key text, given_content text) returns text
language plpgsql as $$
declare
  kept record;
begin
  select c.content, c.answer, c.position into kept
    from public.jinlin_commands c where c.tenant = given_tenant and c.key = given_key;
  if not found then return null; end if;
  if kept.content <> given_content then
    return jsonb_build_object('failure',
      jsonb_build_object('_tag', 'IdempotencyConflict', 'rule', 'STORE-3', 'key', given_key));
  end if;
  return jsonb_build_object('repeated', true, 'position', kept.position, 'answer', kept.answer);
end
$$;

-- What is given back, and after it what is taken. Rows are locked by name before anything is looked at, so that two
-- commits seldom wait for each other in a circle.
create function public.jinlin_write_claims(given_tenant text, releases json, claims json) returns void
language plpgsql as $$
declare
  item record;
  found_claim record;
  taken bigint;
  beyond bigint;
begin
  for item in
    select distinct x.scope from json_to_recordset(claims) as x(scope text, capacity bigint)
    where x.capacity is not null order by 1
  loop
    insert into public.jinlin_scopes (tenant, scope, held) values (given_tenant, item.scope, 0) on conflict do nothing;
  end loop;
  for item in
    select x.scope from json_to_recordset(claims) as x(scope text)
    union select x.scope from json_to_recordset(releases) as x(scope text) order by 1
  loop
    perform from public.jinlin_scopes s where s.tenant = given_tenant and s.scope = item.scope for update;
  end loop;
  for item in
    select x.scope, x.key from json_to_recordset(claims) as x(scope text, key text)
    union select x.scope, x.key from json_to_recordset(releases) as x(scope text, key text) order by 1, 2
  loop
    perform from public.jinlin_claims c
      where c.tenant = given_tenant and c.scope = item.scope and c.key = item.key for update;
  end loop;

  for item in select * from json_to_recordset(releases) as x(scope text, key text, holder text) loop
    select c.holder, c.counted into found_claim from public.jinlin_claims c
      where c.tenant = given_tenant and c.scope = item.scope and c.key = item.key;
    if not found or found_claim.holder <> item.holder then
      perform public.jinlin_refuse(jsonb_build_object('_tag', 'ClaimNotHeld', 'rule', 'STORE-5',
        'scope', item.scope, 'key', item.key, 'holder', found_claim.holder));
    end if;
    delete from public.jinlin_claims c
      where c.tenant = given_tenant and c.scope = item.scope and c.key = item.key;
    if found_claim.counted then
      update public.jinlin_scopes s set held = s.held - 1 where s.tenant = given_tenant and s.scope = item.scope;
    end if;
  end loop;

  with wanted as (
    select * from rows from (
      json_to_recordset(claims) as (scope text, key text, holder text, capacity bigint)
    ) with ordinality as x(scope, key, holder, capacity, nth)
  ), taken_now as (
    insert into public.jinlin_claims (tenant, scope, key, holder, counted)
    select given_tenant, w.scope, w.key, w.holder, w.capacity is not null from wanted w order by w.scope, w.key
    on conflict do nothing returning scope, key
  ), counted as (
    select w.nth, w.capacity, w.scope, count(*) over (partition by w.scope order by w.nth) as more
    from wanted w where w.capacity is not null
  )
  select
    (select min(w.nth) from wanted w where (w.scope, w.key) not in (select t.scope, t.key from taken_now t)),
    (select min(c.nth) from counted c where c.capacity < c.more +
      (select s.held from public.jinlin_scopes s where s.tenant = given_tenant and s.scope = c.scope))
    into taken, beyond;
  if taken is null and beyond is null then
    for item in
      select x.scope, count(*) as more from json_to_recordset(claims) as x(scope text, capacity bigint)
      where x.capacity is not null group by 1
    loop
      update public.jinlin_scopes s set held = s.held + item.more
        where s.tenant = given_tenant and s.scope = item.scope;
    end loop;
    return;
  end if;
  select x.scope, x.key, x.capacity into item
    from json_to_recordset(json_build_array(claims -> (least(taken, beyond) - 1)::integer))
    as x(scope text, key text, capacity bigint);
  if beyond < taken or taken is null then
    perform public.jinlin_refuse(jsonb_build_object('_tag', 'CapacityReached', 'rule', 'STORE-5',
      'scope', item.scope, 'capacity', item.capacity));
  end if;
  select c.holder into found_claim from public.jinlin_claims c
    where c.tenant = given_tenant and c.scope = item.scope and c.key = item.key;
  if not found then
    raise exception 'given back in between' using errcode = '40001';
  end if;
  perform public.jinlin_refuse(jsonb_build_object('_tag', 'ClaimTaken', 'rule', 'STORE-5',
    'scope', item.scope, 'key', item.key, 'holder', found_claim.holder));
end
$$;

-- How far readers of the log have come. A reader never stands where the log is not to be read yet.
create function public.jinlin_write_checkpoints(given_tenant text, checkpoints json, horizon jsonb) returns void
language plpgsql as $$
declare
  item record;
  stands text;
  stood boolean;
begin
  for item in
    select * from json_to_recordset(checkpoints) as x(
      name text, origin text, origin_epoch integer, origin_major bigint, origin_place bigint, origin_mark text,
      target text, target_epoch integer, target_major bigint, target_place bigint, target_mark text)
  loop
    select c.position into stands from public.jinlin_checkpoints c
      where c.tenant = given_tenant and c.name = item.name for update;
    stood := found;
    if (item.origin is not null and item.origin is distinct from stands and not exists (
        select from public.jinlin_events e where e.tenant = given_tenant
          and e.epoch = item.origin_epoch and e.major = item.origin_major and e.place = item.origin_place
          and item.origin_mark = horizon ->> 'mark'))
      or not exists (
        select from public.jinlin_events e where e.tenant = given_tenant
          and e.epoch = item.target_epoch and e.major = item.target_major and e.place = item.target_place
          and item.target_mark = horizon ->> 'mark'
          and (e.epoch, e.major) < ((horizon ->> 'epoch')::integer, (horizon ->> 'major')::bigint))
    then
      perform public.jinlin_refuse('{"_tag": "InvalidCursor", "rule": "STORE-6"}');
    end if;
    if stands is not distinct from item.origin then
      if stood then
        update public.jinlin_checkpoints c set position = item.target
          where c.tenant = given_tenant and c.name = item.name;
      else
        insert into public.jinlin_checkpoints (tenant, name, position)
          values (given_tenant, item.name, item.target) on conflict do nothing;
      end if;
    end if;
    if not found or stands is distinct from item.origin then
      perform public.jinlin_refuse(jsonb_build_object('_tag', 'CheckpointMoved', 'rule', 'STORE-12', 'name', item.name));
    end if;
  end loop;
end
$$;

-- What became of deliveries: only of one that is taken, or that is parked and taken back.
create function public.jinlin_write_settlements(given_tenant text, settlements json) returns void
language plpgsql as $$
declare
  item record;
  known record;
begin
  for item in select * from json_to_recordset(settlements) as x(id text, outcome text, not_before bigint, cause text) loop
    select d.status, d.taker into known from public.jinlin_deliveries d
      where d.tenant = given_tenant and d.id = item.id for update;
    if not found or (item.outcome = 'Redriven' and known.status <> 'parked')
      or (item.outcome <> 'Redriven' and known.taker is null)
    then
      perform public.jinlin_refuse(jsonb_build_object('_tag', 'UnknownDelivery', 'rule', 'STORE-10', 'id', item.id));
    end if;
    update public.jinlin_deliveries d set
      taker = null,
      status = case item.outcome when 'Delivered' then 'delivered' when 'Parked' then 'parked' else 'waiting' end,
      not_before = case item.outcome when 'Postponed' then item.not_before when 'Redriven' then 0 else d.not_before end,
      cause = coalesce(item.cause, d.cause)
      where d.tenant = given_tenant and d.id = item.id;
  end loop;
end
$$;

-- Boxes opened, ballots cast and boxes closed, in the order given. A cast writes every row of its box anew, so that no
-- row tells by its transaction which choice it was.
create function public.jinlin_write_ballots(given_tenant text, ballots json) returns void
language plpgsql as $$
declare
  item record;
  is_closed boolean;
  because text;
begin
  for item in select * from json_to_recordset(ballots) as x(what text, box text, choice text, choices json) loop
    because := null;
    if item.what = 'Open' then
      insert into public.jinlin_boxes (tenant, box) values (given_tenant, item.box) on conflict do nothing;
      if found then
        insert into public.jinlin_ballots (tenant, box, place, choice)
          select given_tenant, item.box, x.nth, x.choice
          from json_array_elements_text(item.choices) with ordinality as x(choice, nth);
      else
        because := 'opened-before';
      end if;
    else
      select b.closed into is_closed from public.jinlin_boxes b
        where b.tenant = given_tenant and b.box = item.box for update;
      if not found then
        because := 'unknown-box';
      elsif is_closed then
        because := 'closed';
      elsif item.what = 'Close' then
        update public.jinlin_boxes b set closed = true where b.tenant = given_tenant and b.box = item.box;
        -- By whoever closes the box, so that no row tells by its transaction who voted last.
        update public.jinlin_ballots b set count = b.count where b.tenant = given_tenant and b.box = item.box;
      elsif exists (select from public.jinlin_ballots b
          where b.tenant = given_tenant and b.box = item.box and b.choice = item.choice) then
        update public.jinlin_ballots b set count = b.count + (b.choice = item.choice)::integer
          where b.tenant = given_tenant and b.box = item.box;
      else
        because := 'unknown-choice';
      end if;
    end if;
    if because is not null then
      perform public.jinlin_refuse(jsonb_build_object('_tag', 'BallotRefused', 'rule', 'STORE-15',
        'box', item.box, 'because', because));
    end if;
  end loop;
end
$$;

-- Due lists take the place of those before them, and then what was settled is settled.
create function public.jinlin_write_due(given_tenant text, due json, settled json) returns void
language plpgsql as $$
declare
  list record;
  item record;
begin
  for list in select * from json_to_recordset(due) as x(stream text, items json) loop
    delete from public.jinlin_due d where d.tenant = given_tenant and d.stream = list.stream
      and d.key <> all (array(select x.key from json_to_recordset(list.items) as x(key text)));
    for item in select * from json_to_recordset(list.items) as x(key text, at bigint, rule text, command text) loop
      insert into public.jinlin_due as d (tenant, stream, key, at, rule, command)
        values (given_tenant, list.stream, item.key, item.at, item.rule, item.command)
        on conflict (tenant, stream, key) do update
        set at = excluded.at, rule = excluded.rule, command = excluded.command
        where (d.at, d.rule, d.command) is distinct from (excluded.at, excluded.rule, excluded.command);
    end loop;
  end loop;
  for item in select * from json_to_recordset(settled) as x(stream text, key text) loop
    update public.jinlin_due d set settled = true
      where d.tenant = given_tenant and d.stream = item.stream and d.key = item.key;
  end loop;
end
$$;

-- Rows of views, and after them the versions that are switched on. A row without a body is taken away.
create function public.jinlin_write_views(given_tenant text, view_rows json, switches json) returns void
language plpgsql as $$
declare
  item record;
begin
  for item in
    select * from json_to_recordset(view_rows) as x(view text, version text, key text, body text)
  loop
    if item.body is null then
      delete from public.jinlin_view_rows r where r.tenant = given_tenant
        and r.view = item.view and r.version = item.version and r.key = item.key;
    else
      insert into public.jinlin_view_rows (tenant, view, version, key, body)
        values (given_tenant, item.view, item.version, item.key, item.body)
        on conflict (tenant, view, version, key) do update set body = excluded.body;
    end if;
  end loop;
  for item in select * from json_to_recordset(switches) as x(view text, version text) loop
    insert into public.jinlin_views (tenant, view, version) values (given_tenant, item.view, item.version)
      on conflict (tenant, view) do update set version = excluded.version;
  end loop;
end
$$;

-- What is done once for each tenant in each session: the tenant is listed, and the counter of transactions is looked at,
-- which begins anew where a dump was restored into another server. Later events would then come before earlier ones. A
-- session remembers the tenant that it wrote last, with the mark and the epoch of the store, as \`known\`.
create function public.jinlin_know_tenant(
  given_tenant text, given_epoch integer, own bigint, known text
) returns void
language plpgsql as $$
declare
  is_behind boolean;
begin
  select own < e.major and e.major >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint into is_behind
    from public.jinlin_events e where e.tenant = given_tenant and e.epoch = given_epoch
    order by e.major desc, e.place desc limit 1;
  if is_behind then
    raise exception 'the counter of transactions began anew' using errcode = 'JL002';
  end if;
  insert into public.jinlin_tenants (tenant) values (given_tenant) on conflict do nothing;
  perform set_config('jinlin.known', known, false);
end
$$;

-- Takes hold of a stream to which nothing is added: shared, so that it does not move, or alone. Gives its row.
create function public.jinlin_hold_stream(given_tenant text, given_stream text, alone boolean)
returns public.jinlin_streams language plpgsql as $$
declare
  held public.jinlin_streams;
begin
  loop
    if alone then
      select * into held from public.jinlin_streams s
        where s.tenant = given_tenant and s.stream = given_stream for no key update;
    else
      select * into held from public.jinlin_streams s
        where s.tenant = given_tenant and s.stream = given_stream for share;
    end if;
    if found then return held; end if;
    insert into public.jinlin_streams (tenant, stream) values (given_tenant, given_stream) on conflict do nothing;
  end loop;
end
$$;

-- The parts of a commit that most commits do not have.
create function public.jinlin_write_rest(given_tenant text, given_at bigint, horizon jsonb, given_rest json) returns void
language plpgsql as $$
declare
  rest record;
begin
  select * into rest from json_to_record(given_rest) as x(
    releases json, claims json, checkpoints json, settlements json, ballots json, due json, settled json,
    deliveries json, view_rows json, switches json, audit json);
  if rest.releases is not null or rest.claims is not null then
    perform public.jinlin_write_claims(given_tenant, rest.releases, rest.claims);
  end if;
  if rest.checkpoints is not null then
    perform public.jinlin_write_checkpoints(given_tenant, rest.checkpoints, horizon);
  end if;
  if rest.settlements is not null then
    perform public.jinlin_write_settlements(given_tenant, rest.settlements);
  end if;
  if rest.ballots is not null then
    perform public.jinlin_write_ballots(given_tenant, rest.ballots);
  end if;
  if rest.due is not null or rest.settled is not null then
    perform public.jinlin_write_due(given_tenant, rest.due, rest.settled);
  end if;
  if rest.deliveries is not null then
    insert into public.jinlin_deliveries (tenant, id, key, kind, payload, place, at)
      select given_tenant, x.id, x.key, x.kind, x.payload, nextval('public.jinlin_places'), given_at
      from json_to_recordset(rest.deliveries) as x(id text, key text, kind text, payload text)
      on conflict (tenant, id) do nothing;
  end if;
  if rest.view_rows is not null or rest.switches is not null then
    perform public.jinlin_write_views(given_tenant, rest.view_rows, rest.switches);
  end if;
  if rest.audit is not null then
    insert into public.jinlin_audit (tenant, epoch, major, place, at, kind, body)
      select given_tenant, (horizon ->> 'epoch')::integer, (horizon ->> 'own')::bigint,
        nextval('public.jinlin_places'), given_at, x.kind, x.body
      from json_to_recordset(rest.audit) as x(kind text, body text);
  end if;
end
$$;

-- Writes a commit, or refuses it with the first reason in the order in which every store looks. Streams are locked in the
-- order given, which is that of their names; places are given only then, so that within a stream the order of the log is
-- the order of the stream. \`added\`: how many events a stream gets; 0: it is held alone; null: it must not move.
-- Appends and guards name a stream by its number in \`streams\`; \`ahead\` is what the same commit added to it before.
create function public.jinlin_write(
  given_tenant text, given_at bigint, given_key text, given_content text, given_answer text,
  lease text, token bigint, streams text[], added bigint[],
  append_stream integer[], append_expected bigint[], append_ahead bigint[],
  guard_stream integer[], guard_revision bigint[], events json, rest json
) returns text
language plpgsql as $$
declare
  ledger record;
  row public.jinlin_streams;
  revisions bigint[];
  known text;
  own bigint := 0;
  the_major bigint;
  the_position text;
begin
  select s.epoch, s.mark, s.log_order = 'xid' as by_transaction into strict ledger from public.jinlin_store s;
  if ledger.by_transaction then own := pg_current_xact_id()::text::bigint; end if;
  known := ledger.mark || ledger.epoch || ' ' || given_tenant;
  if current_setting('jinlin.known', true) is distinct from known then
    perform public.jinlin_know_tenant(given_tenant, ledger.epoch, own, known);
  end if;
  if not ledger.by_transaction then
    perform from public.jinlin_tenants t where t.tenant = given_tenant for no key update;
  end if;

  if lease is not null then
    perform from public.jinlin_leases l where l.tenant = given_tenant
      and l.name = lease and l.token = jinlin_write.token and l.holder is not null for share;
    if not found then
      perform public.jinlin_refuse(jsonb_build_object('_tag', 'LeaseLost', 'rule', 'STORE-9', 'lease', lease));
    end if;
  end if;

  the_major := own;
  for i in 1 .. coalesce(cardinality(streams), 0) loop
    if added[i] > 0 then
      insert into public.jinlin_streams as s (tenant, stream, revision, epoch, major)
        values (given_tenant, streams[i], added[i], ledger.epoch, own)
        on conflict (tenant, stream) do update set
          revision = s.revision + excluded.revision,
          epoch = excluded.epoch,
          major = case when s.epoch = excluded.epoch then greatest(s.major, excluded.major) else excluded.major end
        returning * into row;
      revisions[i] := row.revision - added[i];
    else
      row := public.jinlin_hold_stream(given_tenant, streams[i], added[i] is not null);
      revisions[i] := row.revision;
    end if;
    if row.epoch = ledger.epoch then the_major := greatest(the_major, row.major); end if;
  end loop;
  for i in 1 .. coalesce(cardinality(append_stream), 0) loop
    if revisions[append_stream[i]] + append_ahead[i] <> append_expected[i] then
      perform public.jinlin_refuse(jsonb_build_object('_tag', 'VersionConflict', 'rule', 'STORE-2',
        'stream', streams[append_stream[i]], 'expected', append_expected[i],
        'actual', revisions[append_stream[i]] + append_ahead[i]));
    end if;
  end loop;
  for i in 1 .. coalesce(cardinality(guard_stream), 0) loop
    if revisions[guard_stream[i]] <> guard_revision[i] then
      perform public.jinlin_refuse(jsonb_build_object('_tag', 'VersionConflict', 'rule', 'STORE-4',
        'stream', streams[guard_stream[i]], 'expected', guard_revision[i], 'actual', revisions[guard_stream[i]]));
    end if;
  end loop;
  if rest is not null then
    perform public.jinlin_write_rest(given_tenant, given_at, jsonb_build_object('epoch', ledger.epoch, 'mark', ledger.mark,
      'own', own, 'major', pg_snapshot_xmin(pg_current_snapshot())::text::bigint), rest);
  end if;

  if events is not null then
    insert into public.jinlin_events (tenant, epoch, major, place, stream, revision, at, type, digest, body, meta)
      select given_tenant, ledger.epoch, the_major, nextval('public.jinlin_places'),
        x.stream, x.revision, given_at, x.type, x.digest, x.body, x.meta
      from json_to_recordset(events) as x(
        stream text, revision bigint, type text, digest text, body text, meta text);
    the_position := public.jinlin_position(ledger.epoch, the_major, currval('public.jinlin_places'), ledger.mark);
    if the_major > own then
      update public.jinlin_streams s set major = the_major
        where s.tenant = given_tenant and s.stream = any (streams) and s.epoch = ledger.epoch and s.major < the_major;
    end if;
  else
    select public.jinlin_position(e.epoch, e.major, e.place, ledger.mark) into the_position
      from public.jinlin_events e where e.tenant = given_tenant
      order by e.epoch desc, e.major desc, e.place desc limit 1;
  end if;
  if given_key is not null then
    insert into public.jinlin_commands (tenant, key, content, answer, position, at)
      values (given_tenant, given_key, given_content, given_answer, the_position, given_at) on conflict do nothing;
    if not found then perform public.jinlin_refuse('{"_tag": "Repeated"}'); end if;
  end if;
  return coalesce('{"repeated":false,"position":"' || the_position || '"}', '{"repeated":false,"position":null}');
end
$$;

-- One commit. It answers with a text: \`{"repeated": …, "position": …, "answer": …}\`, or \`{"failure": …}\` with nothing
-- written. A racer with the same command id may have been first while this one waited, so that a refused commit asks again.
create function public.jinlin_commit(
  given_tenant text, given_at bigint, given_key text, given_content text, given_answer text,
  lease text, token bigint, streams text[], added bigint[],
  append_stream integer[], append_expected bigint[], append_ahead bigint[],
  guard_stream integer[], guard_revision bigint[], events json, rest json
) returns text
language plpgsql as $$
declare
  failure text;
begin
  if current_setting('synchronous_commit') = 'off' then
    perform public.jinlin_wait_for_disk();
  end if;
  if given_key is not null then
    perform from public.jinlin_commands c where c.tenant = given_tenant and c.key = given_key;
    if found then return public.jinlin_kept(given_tenant, given_key, given_content); end if;
  end if;
  begin
    return public.jinlin_write(given_tenant, given_at, given_key, given_content, given_answer, lease, token,
      streams, added, append_stream, append_expected, append_ahead, guard_stream, guard_revision, events, rest);
  exception when sqlstate 'JL001' then
    get stacked diagnostics failure = pg_exception_detail;
  end;
  if given_key is not null then
    perform from public.jinlin_commands c where c.tenant = given_tenant and c.key = given_key;
    if found then return public.jinlin_kept(given_tenant, given_key, given_content); end if;
  end if;
  if failure = '{"_tag": "Repeated"}' then
    raise exception 'forgotten in between' using errcode = '40001';
  end if;
  return '{"failure":' || failure || '}';
end
$$;

-- Hands out deliveries: of each key the first that waits, unless it must wait longer or is in these hands already. Whoever
-- takes under a lease holds it alone until this has ended, so that nobody else takes at once and nobody overtakes. It
-- answers with a list of deliveries as text; null: the lease is lost.
create function public.jinlin_take(
  given_tenant text, given_lease text, given_token bigint, given_now bigint, given_limit integer
) returns text
language plpgsql as $$
declare
  hands text := given_lease || ' ' || given_token;
  given text;
begin
  perform from public.jinlin_leases l where l.tenant = given_tenant
    and l.name = given_lease and l.token = given_token and l.holder is not null for no key update;
  if not found then return null; end if;
  perform public.jinlin_wait_for_disk();
  with first as (
    select distinct on (d.key) d.key, d.id, d.place, d.not_before, d.taker from public.jinlin_deliveries d
    where d.tenant = given_tenant and d.status = 'waiting' order by d.key, d.place
  ), picked as (
    select f.id from first f where f.not_before <= given_now and f.taker is distinct from hands
    order by f.place limit given_limit
  ), taken as (
    update public.jinlin_deliveries d set starts = d.starts + 1, taker = hands from picked p
    where d.tenant = given_tenant and d.id = p.id returning d.*
  )
  select json_agg(json_build_object('id', t.id, 'key', t.key, 'kind', t.kind, 'payload', t.payload,
    'status', t.status, 'starts', t.starts, 'notBefore', t.not_before, 'at', t.at, 'cause', t.cause) order by t.place)
    into given from taken t;
  return coalesce(given, '[]');
end
$$;

insert into public.jinlin_store (version, log_order) values (1, 'xid');
`
