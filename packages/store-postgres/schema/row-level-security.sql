-- Row-level security for @jinlin/store-postgres, to be run by the owner of the tables after 1.sql. The store must then be
-- opened with `rowLevelSecurity: true` and connect as a role that is neither owner nor superuser and has no BYPASSRLS.
-- Each statement of the store then sees the rows of the one tenant for which it is asked, and no others. The list of
-- tenants and the one row about the store itself belong to no tenant and stay as they are.
-- For another schema or prefix put yours in the place of `public.jinlin_` throughout.

do $$
declare
  name text;
begin
  foreach name in array array['streams', 'events', 'commands', 'claims', 'scopes', 'due', 'deliveries', 'leases',
    'checkpoints', 'views', 'view_rows', 'boxes', 'ballots', 'audit']
  loop
    execute format('alter table public.jinlin_%s enable row level security', name);
    execute format('alter table public.jinlin_%s force row level security', name);
    execute format('create policy one_tenant on public.jinlin_%s '
      'using (tenant = current_setting(''jinlin.tenant'', true)) '
      'with check (tenant = current_setting(''jinlin.tenant'', true))', name);
  end loop;
end
$$;
