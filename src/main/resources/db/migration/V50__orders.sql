-- What orders of every type have becomes a table of its own, which keeps its rows: what refers to an order goes on
-- referring to it. What only work orders have moves beside it.
alter table work_order rename to orders;
alter table orders rename constraint work_order_pkey to orders_pkey;
alter sequence work_order_number rename to order_number;
alter table work_order_event rename to order_event;
alter table order_event rename constraint work_order_event_pkey to order_event_pkey;
alter table work_order_link rename to order_link;
alter table order_link rename constraint work_order_link_pkey to order_link_pkey;
alter sequence work_order_link_id_seq rename to order_link_id_seq;
alter index work_order_link_once rename to order_link_once;
alter index work_order_link_order rename to order_link_order;
alter index work_order_link_other rename to order_link_other;
alter index work_order_status rename to orders_status;
alter index work_order_logged rename to orders_logged;
alter index work_order_site rename to orders_site;
alter index work_order_client rename to orders_client;
alter index work_order_open rename to orders_open;

create table work_order (
  number                text primary key references orders,
  work_type             text not null references work_type,
  priority              text not null references priority,
  description           text not null,
  location              text,
  equipment             text,
  symptom               text,
  reason                text,
  cost_code             text,
  capital_code          text,
  external_reference    text,
  resource              text references resource,
  schedule_kind         text,
  schedule_from         timestamptz,
  schedule_to           timestamptz,
  day_rate              boolean not null default false,
  resource_reference    text,
  -- when the present resource was sent the order; null: it does not know of it
  sent_at               timestamptz,
  eta                   timestamptz,
  eta_requested_at      timestamptz,
  attempts              int not null default 0,
  next_attempt_at       timestamptz,
  refused_by            text[] not null default '{}',
  cis                   boolean not null default false,
  recall_until          timestamptz,
  recalls               int not null default 0
);
insert into work_order
  select number, work_type, priority, description, location, equipment, symptom, reason, cost_code, capital_code,
    external_reference, resource, schedule_kind, schedule_from, schedule_to, day_rate, resource_reference, sent_at, eta,
    eta_requested_at, attempts, next_attempt_at, refused_by, cis, recall_until, recalls
  from orders;

-- An order is found by its number and by the words its type says.
alter table orders add column search_text text not null default '';
update orders set search_text = concat_ws(' ', external_reference, resource_reference, description);

alter table orders
  drop column search,
  drop column work_type,
  drop column priority,
  drop column description,
  drop column location,
  drop column equipment,
  drop column symptom,
  drop column reason,
  drop column cost_code,
  drop column capital_code,
  drop column external_reference,
  drop column resource,
  drop column schedule_kind,
  drop column schedule_from,
  drop column schedule_to,
  drop column day_rate,
  drop column resource_reference,
  drop column sent_at,
  drop column eta,
  drop column eta_requested_at,
  drop column attempts,
  drop column next_attempt_at,
  drop column refused_by,
  drop column cis,
  drop column recall_until,
  drop column recalls;
alter table orders add column search tsvector
  generated always as (to_tsvector('simple', number || ' ' || search_text)) stored;
create index orders_search on orders using gin (search) with (fastupdate = on);

create index work_order_resource on work_order (resource);
create index work_order_work_type on work_order (work_type);
create index work_order_next_attempt on work_order (next_attempt_at) where next_attempt_at is not null;

-- What only work orders have refers to them.
alter table visit drop constraint visit_order_number_fkey,
  add foreign key (order_number) references work_order;
alter table work_order_cost drop constraint work_order_cost_order_number_fkey,
  add foreign key (order_number) references work_order;
alter table sla_clock drop constraint sla_clock_order_number_fkey,
  add foreign key (order_number) references work_order;
alter table order_target drop constraint order_target_order_number_fkey,
  add foreign key (order_number) references work_order;
alter table batch_hold drop constraint batch_hold_order_number_fkey,
  add foreign key (order_number) references work_order;
alter table meter_reading drop constraint meter_reading_order_number_fkey,
  add foreign key (order_number) references work_order;
alter table engineers_request drop constraint engineers_request_order_number_fkey,
  add foreign key (order_number) references work_order;
alter table estimate drop constraint estimate_order_number_fkey,
  add foreign key (order_number) references work_order;
alter table remote_fix drop constraint remote_fix_order_number_fkey,
  add foreign key (order_number) references work_order;
