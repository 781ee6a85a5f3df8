-- An order that is no work order has a cost once its type says what it comes to, and is found by lists with nothing due.
alter table work_order_cost rename to order_cost;
alter table order_cost rename constraint work_order_cost_pkey to order_cost_pkey;
alter table order_cost drop constraint work_order_cost_order_number_fkey,
  add foreign key (order_number) references orders;
alter table order_target drop constraint order_target_order_number_fkey,
  add foreign key (order_number) references orders;

-- What the order comes to as its own type says it, and what that last changed by; null: its type does not say.
alter table order_cost
  add column price              numeric(12,2) check (price >= 0),
  add column price_kind         text,
  add column allowed_price      numeric(12,2),
  add column allowed_price_kind text,
  add constraint price_is_whole check (num_nulls(price, price_kind) in (0, 2)),
  add constraint allowed_price_is_whole check (num_nulls(allowed_price, allowed_price_kind) in (0, 2));
