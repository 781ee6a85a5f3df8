-- Purchasing orders are found by what callers say of them: the supplier's name, its reference, parts, delivery notes and
-- numbers of invoices. The supplier stands there as a mark, as contractors do, since its name is looked up.
update orders o set
  search_marks = case when p.supplier is null then '{}' else array['@supplier:' || p.supplier] end,
  search_text = concat_ws(' ', p.supplier_reference, p.reason, p.delivery_location,
    (select string_agg(concat_ws(' ', l.part, l.description), ' ' order by l.position) from purchase_line l
      where l.order_number = p.number),
    (select string_agg(concat_ws(' ', m.delivery_note, m.tracking_number), ' ' order by m.sequence)
      from purchase_movement m where m.order_number = p.number),
    (select string_agg(i.number, ' ' order by i.sequence) from purchase_invoice i where i.order_number = p.number))
from purchase_order p where p.number = o.number;
create index purchase_order_supplier_reference on purchase_order (lower(supplier_reference));
create index purchase_movement_delivery_note on purchase_movement (lower(delivery_note)) where delivery_note is not null;
create index purchase_invoice_number_typed on purchase_invoice (lower(number));

create trigger words_of_supplier_are_kept_for_orders after insert or update on supplier
  for each row execute function keep_search_words();
insert into search_word
  select distinct lexeme from (select (unnest(search)).lexeme from supplier) as words
  where length(lexeme) between 4 and 30 and lexeme !~ '[0-9@]'
    and not exists (select from search_word known where known.word = lexeme);
