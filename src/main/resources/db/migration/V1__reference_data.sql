-- The estate (whose shops), the resources (who repairs them) and what was agreed between them.

create table client (
  code                     text primary key,
  name                     text not null,
  currency                 char(3) not null,
  language                 text not null default 'en',
  recall_days              int not null default 14 check (recall_days >= 0),
  short_break_minutes      int not null default 120 check (short_break_minutes >= 0),
  duplicate_window_hours   int not null default 24 check (duplicate_window_hours >= 0),
  second_priority_resource boolean not null default false
);

create table priority (
  code  text primary key,
  name  text not null,
  -- 1 is the most urgent
  rank  int not null unique check (rank > 0)
);

create table work_type (
  code               text primary key,
  name               text not null,
  -- document types that must be filed before an order of this type is complete
  required_documents text[] not null default '{}',
  permit_required    boolean not null default false
);

create table site (
  code              text primary key,
  client            text not null references client,
  name              text not null,
  address           text not null,
  postcode          text not null,
  country           text not null,
  region            text not null,
  time_zone         text not null,
  asbestos_register boolean not null default false,
  -- what the words an agent types are looked for in
  search_text       text not null generated always as (lower(code || ' ' || name || ' ' || address || ' ' || postcode)) stored
);
create index site_client on site (client);

create table contact (
  id        bigint generated always as identity primary key,
  site      text not null references site,
  role      text not null check (role in ('building', 'ppm', 'escalation')),
  name      text not null,
  email     text,
  phone     text,
  language  text not null default 'en'
);
create index contact_site on contact (site, role);

create table resource (
  code                     text primary key,
  name                     text not null,
  email                    text,
  phone                    text,
  language                 text not null default 'en',
  time_zone                text not null,
  internal                 boolean not null default false,
  automatic_assignment     boolean not null default false,
  automatic_acceptance     boolean not null default false,
  prequalification         text not null default 'approved' check (prequalification in ('approved', 'pending', 'rejected')),
  cis_status               text not null default 'not registered' check (cis_status in ('not registered', 'gross', 'standard', 'higher')),
  cis_verification_number  text,
  cis_verified_on          date,
  check (cis_status = 'not registered' or cis_verification_number is not null)
);

create table resource_work_type (
  resource   text not null references resource,
  work_type  text not null references work_type,
  primary key (resource, work_type)
);
create index resource_work_type_work_type on resource_work_type (work_type);

create table resource_region (
  resource  text not null references resource,
  region    text not null,
  primary key (resource, region)
);
create index resource_region_region on resource_region (region);

-- one row per open span; a day without a row is closed
create table opening_hours (
  site      text references site,
  resource  text references resource,
  weekday   int not null check (weekday between 1 and 7),
  opens     time not null,
  -- 24:00 where it is open until midnight
  closes    time not null,
  check ((site is null) <> (resource is null)),
  check (opens < closes)
);
create index opening_hours_site on opening_hours (site);
create index opening_hours_resource on opening_hours (resource);

create table closed_day (
  site      text references site,
  resource  text references resource,
  day       date not null,
  reason    text not null,
  check ((site is null) <> (resource is null))
);
create index closed_day_site on closed_day (site);
create index closed_day_resource on closed_day (resource);

-- Warranty, internal-only agreement, contract or service rate agreement (SRA) between a client and a resource.
create table agreement (
  code                  text primary key,
  kind                  text not null check (kind in ('warranty', 'internal', 'contract', 'sra')),
  client                text not null references client,
  resource              text not null references resource,
  -- null: every work type, every site of the client
  work_type             text references work_type,
  site                  text references site,
  rank                  int not null default 1 check (rank > 0),
  automatic_assignment  boolean not null default false,
  comprehensive         boolean not null default false,
  recall_days           int check (recall_days >= 0),
  valid_from            date not null,
  valid_to              date,
  check (valid_to is null or valid_to >= valid_from)
);
create index agreement_client on agreement (client);

create table rate (
  id              bigint generated always as identity primary key,
  resource        text not null references resource,
  -- null: for every client
  client          text references client,
  purpose         text not null check (purpose in ('reactive', 'remote fix')),
  working_hours   text not null check (working_hours in ('inside', 'outside')),
  call_out_fee    numeric(12,2) not null check (call_out_fee >= 0),
  hours_included  numeric(5,2) not null default 0 check (hours_included >= 0),
  hourly_rate     numeric(12,2) not null check (hourly_rate >= 0),
  unit_minutes    int not null default 15 check (unit_minutes > 0),
  valid_from      date not null,
  valid_to        date
);
create index rate_resource on rate (resource, purpose);

create table average_order_value (
  client     text not null references client,
  work_type  text not null references work_type,
  amount     numeric(12,2) not null check (amount >= 0),
  primary key (client, work_type)
);

create table refusal_reason (
  client  text not null references client,
  reason  text not null,
  primary key (client, reason)
);
