-- What was changed of an order's lines and its delivery charge, as it was and as it became; what was changed wrongly, or
-- not authorised, is undone by another.
create table purchase_amendment (
  order_number           text not null references purchase_order,
  sequence               int not null check (sequence > 0),
  number                 text not null unique,
  reason                 text,
  -- only once
  undoes                 text unique references purchase_amendment (number),
  -- null: what the terms say
  delivery_charge_before numeric(12,2),
  delivery_charge_after  numeric(12,2),
  -- what the order came to, without VAT
  net_before             numeric(14,2) not null,
  net_after              numeric(14,2) not null,
  -- of the sheet that says so; null: the supplier knows of no sheet yet, or it says the same
  sheet_version          int,
  recorded_by            text not null,
  recorded_at            timestamptz not null,
  primary key (order_number, sequence)
);
create table purchase_amendment_line (
  order_number       text not null,
  sequence           int not null,
  position           int not null,
  -- what an amendment of the line leaves as it is
  part               text,
  description        text not null,
  unit_name          text not null,
  unit_base_unit     text not null,
  unit_places        int not null,
  unit_numerator     bigint not null,
  unit_denominator   bigint not null,
  vat_rate           numeric(5,2) not null,
  tolerance_percent  numeric(5,2),
  promised_on        date,
  -- null: there was no such line
  ordered_before     numeric(18,3),
  kept_before        numeric(18,3),
  price_before       numeric(12,2),
  required_before    date,
  -- null: there is none any more
  ordered_after      numeric(18,3),
  kept_after         numeric(18,3),
  price_after        numeric(12,2),
  required_after     date,
  primary key (order_number, sequence, position),
  foreign key (order_number, sequence) references purchase_amendment,
  check (ordered_before is not null or ordered_after is not null)
);
do $$
declare
  document text;
begin
  foreach document in array array['purchase_amendment', 'purchase_amendment_line'] loop
    execute format('create trigger %s_is_never_changed before update or delete on %1$s
      for each row execute function refuse_change_of_purchase_documents()', document);
    execute format('create trigger %s_is_never_truncated before truncate on %1$s
      for each statement execute function refuse_change_of_purchase_documents()', document);
  end loop;
end $$;

alter table purchase_order
  -- how many there are of this order
  add column amendments int not null default 0,
  -- of the sheet the supplier was sent or read; below sheet_version while he has still to be told of a change
  add column told_version int not null default 0;
update purchase_order set told_version = sheet_version;
alter table purchase_order alter column amendments drop default, alter column told_version drop default;

-- When the desk has to get in touch with a supplier that is late, for each thing it may be late with.
create table supplier_chase (
  order_number  text not null references purchase_order,
  reason        text not null,
  -- null: nothing is waited for, or the desk is just being told
  due_at        timestamptz,
  chased_at     timestamptz,
  primary key (order_number, reason)
);
create index supplier_chase_due on supplier_chase (due_at) where due_at is not null;
-- those there are already are looked at at once
insert into supplier_chase (order_number, reason, due_at)
  select p.number, chased.reason, now()
  from purchase_order p join orders o on o.number = p.number
    cross join (values ('NOT_ACKNOWLEDGED'), ('DELIVERY_SOON'), ('DELIVERY_OVERDUE'), ('CREDIT_NOTE_MISSING'))
      as chased (reason)
  where p.submitted_at is not null and o.cancelled_at is null;
