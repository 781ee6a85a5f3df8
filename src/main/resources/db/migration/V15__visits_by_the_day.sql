-- An order may be scheduled again, by the day or not; a visit is charged as was agreed when it began.
alter table visit add column by_the_day boolean not null default false;
comment on column visit.by_the_day is 'Whether the order was scheduled by the day when the visit began';
