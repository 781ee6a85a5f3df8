create sequence work_order_number start with 100001;

create table work_order (
  number                text primary key,
  type                  text not null,
  status_code           text not null,
  status_name           text not null,
  client                text not null references client,
  site                  text not null references site,
  work_type             text not null references work_type,
  priority              text not null references priority,
  description           text not null,
  contact_name          text not null,
  contact_phone         text,
  location              text,
  equipment             text,
  symptom               text,
  reason                text,
  cost_code             text,
  external_reference    text,
  resource              text references resource,
  schedule_kind         text,
  schedule_from         timestamptz,
  schedule_to           timestamptz,
  resource_reference    text,
  -- when the present resource was sent the order; null: it does not know of it
  sent_at               timestamptz,
  eta                   timestamptz,
  eta_requested_at      timestamptz,
  engineers_approved    int not null default 1 check (engineers_approved > 0),
  attempts              int not null default 0,
  next_attempt_at       timestamptz,
  refused_by            text[] not null default '{}',
  locked                boolean not null default false,
  cis                   boolean not null default false,
  cancelled_at          timestamptz,
  status_before_cancel  text,
  completed_at          timestamptz,
  recall_until          timestamptz,
  recalls               int not null default 0,
  logged_at             timestamptz not null,
  logged_by             text not null,
  last_event            int not null default 0,
  last_hash             text not null default '',
  version               bigint not null,
  search                tsvector generated always as (to_tsvector('simple',
    number || ' ' || coalesce(external_reference, '') || ' ' || coalesce(resource_reference, '') || ' ' || description)) stored
);
create index work_order_search on work_order using gin (search) with (fastupdate = on);
create index work_order_status on work_order (status_code, logged_at desc);
create index work_order_logged on work_order (logged_at desc);
create index work_order_site on work_order (site, logged_at desc);
create index work_order_client on work_order (client, logged_at desc);
create index work_order_resource on work_order (resource, logged_at desc);
create index work_order_duplicate on work_order (site, work_type, logged_at);

-- One row per completed action, never changed: see the triggers below and the chain of hashes.
create table work_order_event (
  order_number   text not null references work_order,
  sequence       int not null,
  at             timestamptz not null,
  agent          text not null,
  channel        text,
  spoke_to       text,
  action         text not null,
  label          text not null,
  status_before  text,
  status_after   text not null,
  summary        text not null,
  private        boolean not null,
  -- json, not jsonb: the hash is over these very characters
  fields         json not null,
  previous_hash  text not null,
  hash           text not null,
  primary key (order_number, sequence)
);

create function refuse_change_of_events() returns trigger language plpgsql as $$
begin
  raise exception 'events are append-only: % refused', tg_op using errcode = 'integrity_constraint_violation';
end $$;
create trigger event_is_never_changed before update or delete on work_order_event
  for each row execute function refuse_change_of_events();
create trigger events_are_never_truncated before truncate on work_order_event
  for each statement execute function refuse_change_of_events();

create table visit (
  id            bigint generated always as identity primary key,
  order_number  text not null references work_order,
  engineer      text,
  reported_by   text,
  attending     int not null check (attending > 0),
  permit_number text,
  started_at    timestamptz not null,
  stopped_at    timestamptz,
  outcome       text,
  reasons       text[] not null default '{}',
  parts_cost    numeric(12,2) not null default 0 check (parts_cost >= 0),
  check (stopped_at is null or stopped_at >= started_at)
);
create index visit_order on visit (order_number, started_at);
create unique index one_open_visit on visit (order_number) where stopped_at is null;

create table work_order_cost (
  order_number      text primary key references work_order,
  currency          char(3) not null,
  average_value     numeric(12,2) not null default 0,
  estimate          numeric(12,2),
  fixed             numeric(12,2),
  calculated        numeric(12,2),
  remote_fix        numeric(12,2),
  set_to_zero       boolean not null default false,
  comprehensive     boolean not null default false,
  mark_up_percent   numeric(5,2) not null default 0,
  version           bigint not null
);

-- One row per running of the clock: the first when the order is logged, another with each recall.
create table sla_clock (
  id                     bigint generated always as identity primary key,
  order_number           text not null references work_order,
  started_at             timestamptz not null,
  around_the_clock       boolean not null,
  -- null: no such target was agreed
  respond_due            timestamptz,
  temporary_fix_due      timestamptz,
  fix_due                timestamptz,
  -- when three quarters of the target are used up
  respond_warning        timestamptz,
  temporary_fix_warning  timestamptz,
  fix_warning            timestamptz,
  responded_at           timestamptz,
  temporarily_fixed_at   timestamptz,
  fixed_at               timestamptz
);
create index sla_clock_order on sla_clock (order_number, id desc);
create index sla_clock_fix_due on sla_clock (fix_due) where fixed_at is null;

create table outstanding_item (
  order_number   text not null references work_order,
  item           text not null,
  arrived_at     timestamptz,
  primary key (order_number, item)
);

create table document (
  id            uuid primary key,
  order_number  text not null references work_order,
  type          text not null,
  title         text not null,
  file_name     text not null,
  media_type    text not null,
  size          bigint not null,
  sha256        text not null,
  content       bytea not null,
  uploaded_at   timestamptz not null,
  uploaded_by   text not null
);
create index document_order on document (order_number, uploaded_at);
