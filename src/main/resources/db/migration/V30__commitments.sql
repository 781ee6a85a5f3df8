-- What an order may come to cost is held against the authorisation rules at the end of every action.

alter table work_order_cost
  add column parts      numeric(12,2) not null default 0 check (parts >= 0),
  add column authorised numeric(12,2) not null default 0,
  -- what the cost was made of when it last needed nobody's word, to which a refused change goes back
  add column allowed_average_value   numeric(12,2),
  add column allowed_estimate        numeric(12,2),
  add column allowed_fixed           numeric(12,2),
  add column allowed_calculated      numeric(12,2),
  add column allowed_remote_fix      numeric(12,2),
  add column allowed_delivery_charge numeric(12,2),
  add column allowed_parts           numeric(12,2),
  add column allowed_comprehensive   boolean,
  add column allowed_for             text,
  add constraint allowed_is_whole
    check (num_nulls(allowed_average_value, allowed_parts, allowed_comprehensive) in (0, 3));
comment on column work_order_cost.parts is 'Of all visits, also where a contract covers them';
comment on column work_order_cost.authorised is 'The commitment somebody last agreed to';
comment on column work_order_cost.allowed_for is 'The type of work the rules were asked for; null: they are asked again';

alter table authorisation_request add column commitment numeric(12,2);
update authorisation_request set commitment = amount_after;
alter table authorisation_request alter column commitment set not null;
comment on column authorisation_request.commitment is 'What the order may come to cost; the amounts are of what was changed';

update work_order_cost c set parts = coalesce(
  (select sum(parts_cost) from visit v where v.order_number = c.order_number and v.stopped_at is not null), 0);

update work_order_cost c set authorised = r.amount_after
  from authorisation_request r
  where r.id = (select max(id) from authorisation_request
    where order_number = c.order_number and (state = 'AUTHORISED' or reinstated_with = 'bypass'));

-- the rules are asked at the next action on each order, since some came past them
update work_order_cost set
  allowed_average_value = average_value, allowed_estimate = estimate, allowed_fixed = fixed,
  allowed_calculated = calculated, allowed_remote_fix = remote_fix, allowed_delivery_charge = delivery_charge,
  allowed_parts = parts, allowed_comprehensive = comprehensive;

-- what waits, or was refused and cancelled, goes back to what was before it
update work_order_cost c set
  allowed_estimate = r.estimate_before, allowed_fixed = r.fixed_before, allowed_delivery_charge = r.delivery_before
  from authorisation_request r
  where r.id = (select max(id) from authorisation_request where order_number = c.order_number)
    and (r.state in ('WAITING', 'ON_HOLD', 'INFORMATION_REQUIRED') or r.order_cancelled and r.reinstated_with is null);

alter table authorisation_request
  drop column estimate_before,
  drop column fixed_before,
  drop column delivery_before;
