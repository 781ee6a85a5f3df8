-- What contractors are asked to quote for; a change is a version of its own.
create table quote_specification (
  order_number  text not null references work_order,
  version       int not null check (version > 0),
  text          text not null check (length(text) between 1 and 20000),
  written_at    timestamptz not null,
  written_by    text not null,
  primary key (order_number, version)
);

-- Who is asked for a quote, once for each order.
create table quote_request (
  order_number           text not null references work_order,
  resource               text not null,
  asked_at               timestamptz not null,
  asked_by               text not null,
  reply_by               date not null,
  specification_version  int not null,
  state                  text not null check (state in ('open', 'answered', 'declined', 'withdrawn')),
  -- why it was declined or withdrawn
  reason                 text,
  -- another quote is final; null again when that is deselected
  closed_at              timestamptz,
  -- when it was told so, which happens once
  rejected_at            timestamptz,
  reminders              int not null check (reminders >= 0),
  reminded_at            timestamptz,
  primary key (order_number, resource),
  foreign key (order_number, specification_version) references quote_specification
);

-- What a contractor wants for the work; amending makes the next version.
create table quote (
  order_number           text not null,
  resource               text not null,
  version                int not null check (version > 0),
  specification_version  int not null,
  labour                 numeric(12,2) not null check (labour >= 0),
  parts                  numeric(12,2) not null check (parts >= 0),
  other                  numeric(12,2) not null check (other >= 0),
  total                  numeric(12,2) not null check (total = labour + parts + other),
  -- on top of the total
  vat                    numeric(12,2) check (vat >= 0),
  currency               char(3) not null,
  -- the last day at the site on which it holds
  valid_until            date not null,
  personnel              int check (personnel > 0),
  lead_days              int check (lead_days >= 0),
  impact                 text,
  reference              text,
  received_at            timestamptz not null,
  entered_by             text not null,
  primary key (order_number, resource, version),
  foreign key (order_number, resource) references quote_request,
  foreign key (order_number, specification_version) references quote_specification
);

create table quote_selection (
  id             bigint generated always as identity primary key,
  order_number   text not null,
  resource       text not null,
  quote_version  int not null,
  selected_at    timestamptz not null,
  selected_by    text not null,
  -- why not the cheapest
  reason         text,
  -- waiting: its total is to be authorised
  state          text not null check (state in ('waiting', 'in force', 'over')),
  foreign key (order_number, resource, quote_version) references quote
);
create unique index quote_selection_in_force on quote_selection (order_number) where state <> 'over';
create index quote_selection_order on quote_selection (order_number);

create function refuse_change_of_quotes() returns trigger language plpgsql as $$
begin
  -- but for people who are erased from what was written
  if tg_op = 'UPDATE' and to_jsonb(new) - '{text,impact,reference}'::text[] = to_jsonb(old) - '{text,impact,reference}'::text[]
      and new::text like '%[erased]%' then
    return new;
  end if;
  raise exception 'Specifications and quotes are never changed or deleted; write the next version';
end $$;
create trigger quote_is_never_changed before update or delete on quote
  for each row execute function refuse_change_of_quotes();
create trigger quotes_are_never_truncated before truncate on quote
  for each statement execute function refuse_change_of_quotes();
create trigger specification_is_never_changed before update or delete on quote_specification
  for each row execute function refuse_change_of_quotes();
create trigger specifications_are_never_truncated before truncate on quote_specification
  for each statement execute function refuse_change_of_quotes();
