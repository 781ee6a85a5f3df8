-- How far each case of an event log was replayed as a work order, and what was refused on the way. Refers to nothing of
-- the product, which may change its tables without asking, and holds nothing a person could be found by.

create table progress (
  -- fingerprint of the file
  log           text not null,
  -- place of the case in the file, from 1
  position      int not null,
  case_name     text not null,
  -- null: it could not be logged
  order_number  text unique,
  events_done   int not null default 0 check (events_done >= 0),
  logged_at     timestamptz,
  -- when the last finished event happened in the life of the order
  last_at       timestamptz,
  primary key (log, position),
  check ((order_number is null) = (logged_at is null))
);

create table refusal (
  id        bigint generated always as identity primary key,
  log       text not null,
  position  int not null,
  -- the event within its case, from 1
  event     int not null,
  action    text not null,
  -- the reason as it is counted, without anything that belongs to one order only
  kind      text not null,
  foreign key (log, position) references progress
);
create index refusal_of_case on refusal (log, position);
