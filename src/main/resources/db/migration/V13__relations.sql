-- Orders that have to do with each other; seen from both sides.
create table work_order_link (
  id            bigint generated always as identity primary key,
  order_number  text not null references work_order,
  other_number  text not null references work_order,
  relation      text not null
    check (relation in ('related', 'follow-on', 'duplicate of', 'converted from', 'batched in')),
  check (order_number <> other_number)
);
create unique index work_order_link_once on work_order_link
  (least(order_number, other_number), greatest(order_number, other_number));
create index work_order_link_order on work_order_link (order_number);
create index work_order_link_other on work_order_link (other_number);

-- Why a client's orders are logged, as he counts them.
create table reason_code (
  client  text not null references client,
  code    text not null,
  name    text not null,
  primary key (client, code)
);

alter table work_order add column capital_code text;
