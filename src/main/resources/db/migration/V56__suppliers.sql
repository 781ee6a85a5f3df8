-- Whom parts are bought from, what they sell, and to which clients (domain/purchasing.md).
create table supplier (
  code                    text primary key,
  name                    text not null,
  email                   text,
  phone                   text,
  -- of all its prices and charges
  currency                char(3) not null,
  -- how its orders reach it; automatic: the system sends them by e-mail as soon as they may be sent
  sent_by                 text not null default 'e-mail' check (sent_by in ('e-mail', 'telephone', 'automatic')),
  -- whether what it was sent counts as acknowledged
  auto_acknowledge        boolean not null default false,
  -- the value of goods below which it takes no order
  minimum_order           numeric(12,2) not null default 0 check (minimum_order >= 0),
  delivery_charge         numeric(12,2) not null default 0 check (delivery_charge >= 0),
  -- the value of goods from which delivery is free; null: never
  delivery_free_from      numeric(12,2) check (delivery_free_from >= 0),
  lead_time_days          int not null default 1 check (lead_time_days >= 0),
  -- how much more than was ordered may be kept
  tolerance_percent       numeric(5,2) not null default 0 check (tolerance_percent between 0 and 100),
  -- how much more than was agreed may be invoiced
  price_tolerance_percent numeric(5,2) not null default 0 check (price_tolerance_percent between 0 and 100),
  active                  boolean not null default true,
  search                  tsvector generated always as (array_to_tsvector(words_of(code || ' ' || name))) stored,
  check (case sent_by when 'telephone' then phone else email end is not null)
);
create index supplier_search on supplier using gin (search);

create table supplier_client (
  supplier          text not null references supplier,
  client            text not null references client,
  -- how the supplier knows the client
  account_number    text,
  -- in place of the supplier's
  tolerance_percent numeric(5,2) check (tolerance_percent between 0 and 100),
  active            boolean not null default true,
  primary key (supplier, client)
);
create index supplier_client_client on supplier_client (client);

-- An order has one currency: its client's.
create function sell_in_the_currency_of_the_client() returns trigger language plpgsql as $$
declare
  currencies text;
begin
  select s.code || ' sells in ' || s.currency || ', ' || c.code || ' pays in ' || c.currency || '.' into currencies
    from supplier s, client c where s.code = new.supplier and c.code = new.client and s.currency <> c.currency;
  if currencies is not null then
    raise exception 'A supplier must sell in the currency of its client' using errcode = 'check_violation',
      detail = currencies, table = tg_table_name, column = 'client', constraint = 'supplier_client_currency';
  end if;
  return new;
end $$;
create trigger supplier_sells_in_the_currency_of_the_client before insert or update on supplier_client
  for each row execute function sell_in_the_currency_of_the_client();

-- 15mm and 15 mm, 600x400 and 600 × 400 are found by either.
create function words_of_part(said text) returns text[] language sql immutable parallel safe
  return (select words_of(said || ' ' || regexp_replace(plain, '(?<=[0-9])(?=[a-zA-Z])', ' ', 'g')
      || ' ' || regexp_replace(plain, '(?<=[0-9]) (?=[a-zA-Z])', '', 'g'))
    from (select regexp_replace(said, '(?<=[0-9])\s*[xX×]\s*(?=[0-9])', ' ', 'g') as plain) as sizes);

create table supplier_part (
  supplier         text not null references supplier,
  code             text not null,
  name             text not null,
  description      text,
  -- null: for any work type
  work_type        text references work_type,
  -- what is counted: piece, metre, litre
  base_unit        text not null,
  base_places      int not null default 0 check (base_places between 0 and 3),
  -- what is bought: piece, pack of 96, 100 m drum
  unit             text not null,
  -- so many base units are so many units, exactly: 96 in 1 pack, 1 roll in 3 thirds of a roll
  base_numerator   int not null default 1 check (base_numerator > 0),
  base_denominator int not null default 1 check (base_denominator > 0),
  -- of one unit, without VAT
  price            numeric(12,2) not null check (price >= 0),
  vat_rate         numeric(5,2) not null check (vat_rate between 0 and 100),
  -- of units
  minimum_quantity numeric(12,3) check (minimum_quantity > 0),
  multiple_of      numeric(12,3) check (multiple_of > 0),
  active           boolean not null default true,
  -- the name of the supplier is looked up when it is asked for, so that a new one needs no part rewritten
  search           tsvector generated always as (array_to_tsvector(array_append(
    words_of_part(supplier || ' ' || code || ' ' || name || ' ' || coalesce(description, '')),
    '@supplier:' || supplier))) stored,
  primary key (supplier, code)
);
create index supplier_part_search on supplier_part using gin (search);
create index supplier_part_name on supplier_part (name, supplier, code);

create table supplier_price_break (
  supplier      text not null,
  part          text not null,
  -- in units: so many or more cost this each
  from_quantity numeric(12,3) not null check (from_quantity > 0),
  price         numeric(12,2) not null check (price >= 0),
  primary key (supplier, part, from_quantity),
  foreign key (supplier, part) references supplier_part
);

-- As search_word for orders: every word parts are found by. Apart, so that neither is asked for words only the other has.
create table part_word (word text not null);
create index part_word_word on part_word (word);
create index part_word_similar on part_word using gin (word public.gin_trgm_ops);

create function keep_part_words() returns trigger language plpgsql as $$
begin
  insert into part_word
    select lexeme from unnest(new.search)
    where length(lexeme) between 4 and 30 and lexeme !~ '[0-9@]'
      and not exists (select from part_word known where known.word = lexeme);
  return null;
end $$;
create trigger words_of_supplier_are_kept after insert or update on supplier
  for each row execute function keep_part_words();
create trigger words_of_new_part_are_kept after insert on supplier_part
  for each row execute function keep_part_words();
create trigger words_of_part_are_kept after update on supplier_part
  for each row when (old.search is distinct from new.search) execute function keep_part_words();

-- Whether agents may order for the client what stands in no catalogue.
alter table client add column free_text_lines boolean not null default true;
