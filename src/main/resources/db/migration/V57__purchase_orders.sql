-- What is bought for sites, from whom, and what became of it.
create table purchase_order (
  number                         text primary key references orders,
  supplier                       text,
  -- what was agreed with supplier and client when the order was given to the supplier
  terms_delivery_charge          numeric(12,2) not null check (terms_delivery_charge >= 0),
  terms_free_from                numeric(12,2),
  terms_over_delivery_percent    numeric(5,2) not null check (terms_over_delivery_percent >= 0),
  terms_price_tolerance_percent  numeric(5,2) not null check (terms_price_tolerance_percent >= 0),
  terms_free_text_lines          boolean not null,
  currency                       char(3) not null,
  -- null: what the terms say
  typed_delivery_charge          numeric(12,2) check (typed_delivery_charge >= 0),
  delivery_location              text,
  requested_date                 date,
  cost_code                      text,
  reason                         text,
  supplier_reference             text,
  submitted_at                   timestamptz,
  submitted_how                  text,
  acknowledged_at                timestamptz,
  attempts                       int not null,
  next_attempt_at                timestamptz,
  -- of the sheet the supplier has; 0: none yet
  sheet_version                  int not null,
  last_position                  int not null,
  -- how many there are of this order, with the decisions about invoices
  documents                      int not null
);
create index purchase_order_supplier on purchase_order (supplier);
create index purchase_order_next_attempt on purchase_order (next_attempt_at) where next_attempt_at is not null;

-- Quantities are in base units and the sums of what the documents say; the checks are the line invariant.
create table purchase_line (
  id                   bigint generated always as identity primary key,
  order_number         text not null references purchase_order,
  position             int not null check (position > 0),
  -- its code in the supplier's catalogue; null: free text
  part                 text,
  description          text not null,
  unit_name            text not null,
  unit_base_unit       text not null,
  unit_places          int not null check (unit_places between 0 and 3),
  unit_numerator       bigint not null check (unit_numerator > 0),
  unit_denominator     bigint not null check (unit_denominator > 0),
  unit_price           numeric(12,2) not null check (unit_price >= 0),
  -- percent
  vat_rate             numeric(5,2) not null check (vat_rate between 0 and 100),
  required_by          date,
  -- null: that of the order's terms
  tolerance_percent    numeric(5,2) check (tolerance_percent >= 0),
  promised_on          date,
  dispatched_on        date,
  ordered              numeric(18,3) not null check (ordered >= 0),
  kept                 numeric(18,3) not null check (kept between 0 and ordered),
  dispatched           numeric(18,3) not null check (dispatched >= 0),
  received             numeric(18,3) not null check (received >= 0),
  returned             numeric(18,3) not null check (returned between 0 and received),
  returned_for_credit  numeric(18,3) not null check (returned_for_credit between 0 and returned),
  not_required         numeric(18,3) not null check (not_required >= 0),
  billed               numeric(18,3) not null check (billed >= 0),
  credited             numeric(18,3) not null check (credited between 0 and billed),
  unique (order_number, position),
  constraint purchase_line_open_is_never_negative
    check (ordered - not_required - returned_for_credit - (received - returned) >= 0)
);

-- Dispatches, receipts, returns and the like; a wrong one is undone by another.
create table purchase_movement (
  order_number     text not null references purchase_order,
  -- among all documents of the order, invoices included
  sequence         int not null check (sequence > 0),
  kind             text not null check (kind in
                     ('DISPATCH', 'RECEIPT', 'RETURN', 'NOT_REQUIRED', 'REQUIRED_AGAIN', 'COUNTER')),
  number           text not null unique,
  delivery_note    text,
  carrier          text,
  tracking_number  text,
  reason           text,
  notes            text,
  -- only once
  undoes           text unique references purchase_movement (number),
  recorded_by      text not null,
  recorded_at      timestamptz not null,
  primary key (order_number, sequence),
  check ((kind = 'RECEIPT') = (delivery_note is not null)),
  check ((kind = 'COUNTER') = (undoes is not null))
);
create table purchase_movement_line (
  order_number          text not null,
  sequence              int not null,
  ordinal               int not null,
  position              int not null,
  -- what it adds to the figures of the line
  kept                  numeric(18,3) not null,
  dispatched            numeric(18,3) not null,
  received              numeric(18,3) not null,
  returned              numeric(18,3) not null,
  returned_for_credit   numeric(18,3) not null,
  not_required          numeric(18,3) not null,
  dispatched_on         date,
  return_reason         text,
  authorisation_number  text,
  note                  text,
  primary key (order_number, sequence, ordinal),
  foreign key (order_number, sequence) references purchase_movement,
  foreign key (order_number, position) references purchase_line (order_number, position)
);

-- Invoices and credit notes of suppliers, as they came.
create table purchase_invoice (
  order_number   text not null references purchase_order,
  sequence       int not null check (sequence > 0),
  supplier       text not null,
  number         text not null,
  dated          date not null,
  -- the supplier gave no lines
  by_total       boolean not null,
  -- null: an invoice
  credit_kind    text check (credit_kind in ('PRICE', 'RETURNED', 'NOT_DELIVERED')),
  credits        int,
  return_number  text references purchase_movement (number),
  -- on no line, net of VAT: delivery, and what a total differs by
  other          numeric(12,2) not null,
  vat            numeric(12,2) not null check (vat >= 0),
  recorded_by    text not null,
  recorded_at    timestamptz not null,
  primary key (order_number, sequence),
  foreign key (order_number, credits) references purchase_invoice,
  check ((credit_kind is null) = (credits is null))
);
create table purchase_invoice_line (
  order_number  text not null,
  sequence      int not null,
  position      int not null,
  billed        numeric(18,3) not null check (billed >= 0),
  credited      numeric(18,3) not null check (credited >= 0),
  not_required  numeric(18,3) not null check (not_required >= 0),
  -- of VAT
  net           numeric(12,2) not null check (net >= 0),
  primary key (order_number, sequence, position),
  foreign key (order_number, sequence) references purchase_invoice,
  foreign key (order_number, position) references purchase_line (order_number, position)
);
-- What became of them, the last one counts.
create table purchase_invoice_decision (
  order_number  text not null,
  sequence      int not null,
  ordinal       int not null,
  state         text not null check (state in ('WAITING', 'ACCEPTED', 'DISPUTED')),
  final         boolean not null,
  -- one per line
  mismatches    text not null,
  remark        text,
  decided_by    text not null,
  decided_at    timestamptz not null,
  primary key (order_number, sequence, ordinal),
  foreign key (order_number, sequence) references purchase_invoice
);

-- A supplier's numbers that are in use: letters and digits, in capitals. One that was disputed may come again.
create table purchase_invoice_number (
  supplier      text not null,
  number_key    text not null,
  order_number  text not null,
  sequence      int not null,
  primary key (supplier, number_key),
  foreign key (order_number, sequence) references purchase_invoice
);

create function refuse_change_of_purchase_documents() returns trigger language plpgsql as $$
begin
  raise exception 'documents of purchasing are append-only: % refused', tg_op
    using errcode = 'integrity_constraint_violation';
end $$;
do $$
declare
  document text;
begin
  foreach document in array array['purchase_movement', 'purchase_movement_line', 'purchase_invoice',
      'purchase_invoice_line', 'purchase_invoice_decision'] loop
    execute format('create trigger %s_is_never_changed before update or delete on %1$s
      for each row execute function refuse_change_of_purchase_documents()', document);
    execute format('create trigger %s_is_never_truncated before truncate on %1$s
      for each statement execute function refuse_change_of_purchase_documents()', document);
  end loop;
end $$;
