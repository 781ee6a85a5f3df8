-- What agents want to be reminded of on an order, each for himself or for a group; gone when it is done.
create table reminder (
  id           bigint generated always as identity primary key,
  order_number text not null references orders on delete cascade,
  at           timestamptz not null,
  text         text not null,
  for_agent    text,
  for_group    text,
  made_by      text not null,
  check ((for_agent is null) <> (for_group is null))
);
create index reminder_order on reminder (order_number);
create index reminder_agent on reminder (for_agent, at);
create index reminder_group on reminder (for_group, at);
