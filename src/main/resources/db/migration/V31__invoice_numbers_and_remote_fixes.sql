-- A resource's number is the same number in capitals, with blanks or with punctuation.
alter table invoice add column number_key text;
update invoice i set number_key = known.key || case when known.place = 1 then '' else '#' || i.id end
  from (select id, coalesce(nullif(upper(regexp_replace(invoice_number, '[^[:alnum:]]', '', 'g')), ''), invoice_number) as key,
      row_number() over (partition by resource, state <> 'rejected',
        coalesce(nullif(upper(regexp_replace(invoice_number, '[^[:alnum:]]', '', 'g')), ''), invoice_number)
        order by id) as place
    from invoice) known
  where known.id = i.id;
alter table invoice alter column number_key set not null;
comment on column invoice.number_key is
  'Letters and digits of the number, in capitals; with the id behind # where it was recorded twice before that counted';
drop index invoice_number_of_resource;
create unique index invoice_number_of_resource on invoice (resource, number_key) where state <> 'rejected';

-- Names of documents, which are among the reasons, may have commas in them.
update invoice set reasons = replace(reasons, ', ', E'\n');
comment on column invoice.reasons is 'One a line';

-- Work done without a visit; whoever is on site after it comes for a recall.
create table remote_fix (
  id            bigint generated always as identity primary key,
  order_number  text not null references work_order,
  resource      text references resource,
  fixed_at      timestamptz not null
);
create index remote_fix_order on remote_fix (order_number);
insert into remote_fix (order_number, resource, fixed_at)
  select e.order_number, o.resource, e.at
  from work_order_event e join work_order o on o.number = e.order_number
  where e.action = 'remote-fix'
  order by e.order_number, e.sequence;
