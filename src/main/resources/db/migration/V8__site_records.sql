-- What is recorded about a site and its people, and how many engineers a resource may send.

create table meter (
  code  text primary key,
  site  text not null references site,
  name  text not null,
  unit  text not null
);
create index meter_site on meter (site);

create table meter_reading (
  id            bigint generated always as identity primary key,
  meter         text not null references meter,
  order_number  text not null references work_order,
  value         numeric(12,3) not null check (value >= 0),
  read_at       timestamptz not null,
  -- the meter was replaced or has rolled over, so that the value may be below the one before
  restarted     boolean not null default false,
  recorded_by   text not null,
  unique (meter, read_at)
);
create index meter_reading_order on meter_reading (order_number);

create table feedback (
  id            bigint generated always as identity primary key,
  order_number  text not null references work_order,
  resource      text not null references resource,
  rating        int not null check (rating between 1 and 5),
  given_by      text not null,
  given_at      timestamptz not null
);
create index feedback_resource on feedback (resource);

create table rate_group (
  code      text primary key,
  name      text not null,
  -- how many come without anybody asking
  included  int not null default 0 check (included >= 0)
);
insert into rate_group (code, name, included) values ('STD', 'Standard engineer', 1);

-- One row per request; the accepted ones are the cap of Start and Stop Job.
create table engineers_request (
  id            bigint generated always as identity primary key,
  order_number  text not null references work_order,
  resource      text not null references resource,
  rate_group    text not null references rate_group,
  engineers     int not null check (engineers > 0),
  requested_at  timestamptz not null,
  decision      text check (decision in ('accept', 'refuse', 'withdrawn')),
  -- which of the order's visits it covers, counted from 1; null: all to come
  first_visit   int,
  last_visit    int,
  -- the resource lost or ended the order
  lapsed        boolean not null default false
);
create unique index engineers_request_open on engineers_request (order_number) where decision is null;
create index engineers_request_order on engineers_request (order_number);
alter table work_order drop column engineers_approved;

create table notification_type (
  code  text primary key,
  name  text not null
);

create table subscription (
  contact            bigint not null references contact,
  notification_type  text not null references notification_type,
  channel            text not null check (channel in ('e-mail', 'SMS')),
  primary key (contact, notification_type)
);

create table active_notification (
  order_number       text not null references work_order,
  notification_type  text not null references notification_type,
  message            text not null,
  since              timestamptz not null,
  primary key (order_number, notification_type)
);

alter table notification add column channel text not null default 'e-mail' check (channel in ('e-mail', 'SMS'));
