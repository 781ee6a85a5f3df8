-- What resources ask to be paid, when, and what is deducted from it for the tax authority.

-- How far an invoice may go above what was expected before finance looks at it.
alter table client add column invoice_tolerance_percent numeric(5,2) not null default 0
  check (invoice_tolerance_percent between 0 and 100);

create table staged_payment (
  id            bigint generated always as identity primary key,
  order_number  text not null references work_order,
  due_on        date not null,
  amount        numeric(12,2) not null check (amount > 0)
);
create index staged_payment_order on staged_payment (order_number);

create table invoice (
  id              bigint generated always as identity primary key,
  order_number    text not null references work_order,
  resource        text not null references resource,
  invoice_number  text not null,
  dated           date not null,
  currency        char(3) not null,
  -- net of VAT; all of it counts as labour where the order is no CIS work
  labour          numeric(12,2) not null check (labour >= 0),
  materials       numeric(12,2) not null check (materials >= 0),
  vat             numeric(12,2) not null check (vat >= 0),
  cis             boolean not null,
  -- percent of the labour
  cis_rate        numeric(5,2) not null check (cis_rate between 0 and 100),
  deduction       numeric(12,2) not null check (deduction >= 0),
  payable         numeric(12,2) not null,
  final           boolean not null,
  state           text not null check (state in ('waiting', 'accepted', 'rejected')),
  -- why it waits or waited for finance
  reasons         text not null default '',
  recorded_by     text not null,
  recorded_at     timestamptz not null,
  check (labour + materials = payable + deduction - vat)
);
-- a rejected invoice may come again under its number
create unique index invoice_number_of_resource on invoice (resource, upper(invoice_number)) where state <> 'rejected';
create unique index invoice_one_waits on invoice (order_number) where state = 'waiting';
create index invoice_order on invoice (order_number);
create index invoice_cis_month on invoice (dated) where cis;
