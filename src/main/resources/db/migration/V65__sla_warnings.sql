-- The desk is warned of targets at risk (level 0), told of missed ones (1), and told again when they are missed by more,
-- as the table sla-escalation says (domain/clock-and-mail.md, Timers): of each target and level once.
alter table sla_breach rename to sla_escalation;
alter table sla_escalation drop constraint sla_breach_pkey;
alter table sla_escalation
  add column level    int not null default 1 check (level >= 0),
  -- when the level after this one is to be told; null when there is none, or it was told
  add column next_at  timestamptz,
  add primary key (clock, target, level);
alter table sla_escalation alter column level drop default;
create index sla_escalation_next on sla_escalation (next_at) where next_at is not null;
create index order_target_warning on order_target (next_warning) where open and running;

-- What was at risk before anybody was warned is no news.
insert into sla_escalation (clock, target, level, told_at)
select c.id, at_risk.target, 0, now()
from sla_clock c
  cross join lateral (values
    ('RESPOND', c.respond_warning), ('TEMPORARY_FIX', c.temporary_fix_warning), ('FIX', c.fix_warning))
    as at_risk (target, warning)
where at_risk.warning < now();

-- From which level on somebody is told of missed targets.
alter table contact add column escalation_level int not null default 1 check (escalation_level >= 1);
