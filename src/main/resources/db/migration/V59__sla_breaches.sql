-- Which passed targets the desk and the escalation contacts were told of: each once (domain/clock-and-mail.md, Timers).
create table sla_breach (
  clock    bigint not null references sla_clock,
  target   text not null check (target in ('RESPOND', 'TEMPORARY_FIX', 'FIX')),
  told_at  timestamptz not null,
  primary key (clock, target)
);

-- What had passed before anybody was told is no news.
insert into sla_breach
select c.id, passed.target, now()
from sla_clock c
  cross join lateral (values
    ('RESPOND', c.respond_due), ('TEMPORARY_FIX', c.temporary_fix_due), ('FIX', c.fix_due)) as passed (target, due)
where passed.due < now();
