-- An order that is no work order has a cost once its type says what it comes to, and is found by lists with nothing due.
alter table work_order_cost rename to order_cost;
alter table order_cost rename constraint work_order_cost_pkey to order_cost_pkey;
alter table order_cost drop constraint work_order_cost_order_number_fkey,
  add foreign key (order_number) references orders;
alter table order_target drop constraint order_target_order_number_fkey,
  add foreign key (order_number) references orders;
