-- Who has which order open now. Worth nothing a minute later, so it is not logged; in the database, because colleagues
-- may be served by different nodes.
create unlogged table order_reader (
  agent         text not null,
  order_number  text not null,
  seen_at       timestamptz not null,
  primary key (agent, order_number)
);
create index order_reader_order on order_reader (order_number, seen_at);
