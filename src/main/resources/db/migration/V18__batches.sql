-- Small jobs that wait for others in the same building (domain/statuses.md, 0.06).
create table batch_rule (
  code            text primary key,
  name            text not null,
  client          text not null references client,
  site            text references site,
  work_type       text references work_type,
  priority        text references priority,
  orders_at_most  int check (orders_at_most > 0),
  value_at_most   numeric(12,2) check (value_at_most >= 0),
  days_at_most    int not null check (days_at_most > 0),
  active          boolean not null default true
);
create index batch_rule_client on batch_rule (client) where active;
comment on table batch_rule is 'Orders of a client that are held; site, type of work and priority narrow it when they are given';
comment on column batch_rule.orders_at_most is 'One more than these in a building releases them; null for any number';
comment on column batch_rule.value_at_most is 'Releases them when they are expected to cost more together, in the currency of the client; null for any cost';
comment on column batch_rule.days_at_most is 'An order that was held so long releases those of its building';

create table batch_hold (
  order_number text primary key references work_order,
  rule         text not null references batch_rule,
  held_since   timestamptz not null,
  held_in      text not null
);
create index batch_hold_rule on batch_hold (rule);
comment on column batch_hold.held_in is 'The status of an order that is held; an order with another status is held no more';
