-- What a locked order waits for; an order is locked while this is there.
alter table work_order
  drop column locked,
  add column lock_profile text,
  add column lock_level   int,
  add column lock_since   timestamptz,
  add column lock_subject text,
  add constraint lock_is_whole check (num_nulls(lock_profile, lock_level, lock_since, lock_subject) in (0, 4));

alter table client add column authorisation_reason_required boolean not null default false;

-- What capital expenditure may be booked to, and in which months.
create table if not exists capital_code (
  client       text not null references client,
  code         text not null,
  period_from  date not null,
  period_to    date not null,
  primary key (client, code),
  check (period_to >= period_from)
);

-- A change of cost that somebody has to authorise before the order goes on.
create table authorisation_request (
  id                    bigint generated always as identity primary key,
  order_number          text not null references work_order,
  kind                  text not null,
  currency              char(3) not null,
  amount_before         numeric(12,2) not null,
  amount_after          numeric(12,2) not null,
  -- what the cost was made of before the change; null: there was none
  estimate_before       numeric(12,2),
  fixed_before          numeric(12,2),
  asked_by              text not null,
  asked_at              timestamptz not null,
  -- who brought the cancelled order back
  asked_again_by        text,
  state                 text not null,
  on_hold_until         timestamptz,
  question              text,
  answer                text,
  fallback              text,
  order_cancelled       boolean not null default false,
  -- what was chosen when the cancelled order was reinstated
  reinstated_with       text,
  version               bigint not null
);
create index authorisation_request_order on authorisation_request (order_number, id desc);
create unique index one_authorisation_at_a_time on authorisation_request (order_number)
  where state in ('WAITING', 'ON_HOLD', 'INFORMATION_REQUIRED');

-- Who has to authorise it, one after the other, and what they decided.
create table authorisation_level (
  request         bigint not null references authorisation_request,
  position        int not null,
  level           int not null check (level > 0),
  profile         text not null,
  reason          text not null,
  waiting_since   timestamptz,
  decided_at      timestamptz,
  decided_by      text,
  decision        text,
  reference       text,
  decision_reason text,
  expenditure     text,
  capital_period  text,
  capital_code    text,
  primary key (request, position)
);
