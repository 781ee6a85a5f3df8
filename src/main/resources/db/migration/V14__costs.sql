-- What an estimate is made of, and what delivery costs.

create table estimate (
  id            bigint generated always as identity primary key,
  order_number  text not null references work_order,
  labour        numeric(12,2) not null check (labour >= 0),
  attendees     int check (attendees > 0),
  parts         numeric(12,2) not null check (parts >= 0),
  plant         numeric(12,2) not null check (plant >= 0),
  set_at        timestamptz not null
);
create index estimate_order on estimate (order_number, id desc);

-- What was agreed with a client for a type of work.
create table delivery_charge (
  client     text not null references client,
  work_type  text not null references work_type,
  amount     numeric(12,2) not null check (amount >= 0),
  primary key (client, work_type)
);

-- Null: nobody has set one, and none is expected.
alter table work_order_cost add column delivery_charge numeric(12,2) check (delivery_charge >= 0);
alter table authorisation_request add column delivery_before numeric(12,2);
