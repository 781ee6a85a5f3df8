-- Orders are found by everything callers say: words in any order, with or without accents and with slips in their
-- spelling, and telephone numbers however they are written.
create extension if not exists pg_trgm with schema public;

-- Whose bodies are bound when they are made, so that a dump is restored whatever the search path.
create function plain_text(said text) returns text language sql immutable strict parallel safe
  return replace(replace(replace(translate(
    lower(regexp_replace(normalize(said, nfkd), '[\u0300-\u036f\u200b-\u200f]', '', 'g')),
    'øłđıðþ', 'oldidp'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe');

-- The words of a text, what is written with signs in it (EXT-1) both whole (ext1) and in its parts; null when there are
-- none. What is punctuation must not depend on the locale of the database.
create function words_of(said text) returns text[] language sql immutable parallel safe
  return (select array_agg(distinct left(word, 60)) from (
    select regexp_split_to_table(plain_text(said),
      '[\s\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u20a0-\u20cf\u3000-\u303f]+') as word
    union all
    select regexp_replace(regexp_split_to_table(plain_text(said), '\s+'),
      '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u20a0-\u20cf\u3000-\u303f]+', '', 'g')
    ) as words
  where word <> '');

-- The digits of a telephone number from each of them on, to find it by any part; null when it has few.
create function ends_of_phone(phone text) returns text[] language sql immutable parallel safe
  return (select array_agg(substr(digits, place)) from (
    select ltrim(left(regexp_replace(replace(phone, '(0)', ''), '[^0-9]+', '', 'g'), 40), '0') as digits) as dialled,
    generate_series(1, length(digits) - 3) as place);

drop index orders_search;
alter table orders
  drop column search,
  -- what belongs to the order, such as @contractor:ALPHA, whose name is looked up when it is asked for
  add column search_marks text[] not null default '{}';
update orders o set
  search_text = concat_ws(' ', w.external_reference, w.resource_reference, w.description, w.location, w.equipment,
    w.symptom),
  search_marks = case when w.resource is null then '{}' else array['@contractor:' || w.resource] end
from work_order w where w.number = o.number;
-- Every action writes all columns of an order, but these texts seldom change. A generated column would be computed each
-- time; these triggers compute it only when a text has changed.
create function search_of(number text, search_text text, contact_name text, contact_phone text, search_marks text[])
  returns tsvector language sql immutable parallel safe
  return array_to_tsvector(
    words_of(number || ' ' || search_text || ' ' || contact_name) || ends_of_phone(contact_phone) || search_marks);
alter table orders add column search tsvector;
update orders set search = search_of(number, search_text, contact_name, contact_phone, search_marks);

create function keep_order_found() returns trigger language plpgsql as $$
begin
  new.search := search_of(new.number, new.search_text, new.contact_name, new.contact_phone, new.search_marks);
  return new;
end $$;
create trigger new_order_is_found before insert on orders
  for each row execute function keep_order_found();
create trigger changed_order_is_found before update on orders
  for each row
  when (old.search_text is distinct from new.search_text or old.contact_name is distinct from new.contact_name
    or old.contact_phone is distinct from new.contact_phone or old.search_marks is distinct from new.search_marks
    or old.number is distinct from new.number)
  execute function keep_order_found();
create index orders_search on orders using gin (search) with (fastupdate = on);
create index work_order_external_reference on work_order (lower(external_reference));
create index work_order_resource_reference on work_order (lower(resource_reference));

alter table site add column search tsvector generated always as (array_to_tsvector(
  words_of(code || ' ' || name || ' ' || address || ' ' || postcode || ' ' || replace(postcode, ' ', '')))) stored;
create index site_search on site using gin (search);
alter table resource add column search tsvector generated always as (array_to_tsvector(
  words_of(code || ' ' || name) || ends_of_phone(phone))) stored;
create index resource_search on resource using gin (search);
alter table contact add column search tsvector generated always as (array_to_tsvector(
  coalesce(ends_of_phone(phone), '{}'))) stored;
create index contact_search on contact using gin (search);

-- Every word orders are found by, to look up what somebody may have meant who has misspelt one.
-- Transactions never wait for each other here, so a word that two of them meet at once is kept twice, which is no harm.
create table search_word (word text not null);
create index search_word_word on search_word (word);
create index search_word_similar on search_word using gin (word public.gin_trgm_ops);

create function keep_search_words() returns trigger language plpgsql as $$
begin
  insert into search_word
    select lexeme from unnest(new.search)
    where length(lexeme) between 4 and 30 and lexeme !~ '[0-9@]'
      and not exists (select from search_word known where known.word = lexeme);
  return null;
end $$;
create trigger words_of_new_order_are_kept after insert on orders
  for each row execute function keep_search_words();
create trigger words_of_order_are_kept after update on orders
  for each row when (old.search is distinct from new.search) execute function keep_search_words();
create trigger words_of_site_are_kept after insert or update on site
  for each row execute function keep_search_words();
create trigger words_of_resource_are_kept after insert or update on resource
  for each row execute function keep_search_words();

insert into search_word
  select distinct lexeme from (
    select (unnest(search)).lexeme from orders
    union all select (unnest(search)).lexeme from site
    union all select (unnest(search)).lexeme from resource) as words
  where length(lexeme) between 4 and 30 and lexeme !~ '[0-9@]';
