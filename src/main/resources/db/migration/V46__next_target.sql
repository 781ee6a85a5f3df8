-- What is due of an order next, decided in Java (OrderTargets) and written with every action it may change by. Took the
-- place of columns of the order that a trigger kept by a definition of its own.
create table order_target (
  order_number      text primary key references work_order (number),
  -- the priority of the order's tasks
  urgency           int not null,
  -- neither completed, cancelled, batched nor converted
  open              boolean not null,
  -- the newest; null: none was ever started
  clock             bigint references sla_clock,
  -- false while the order is cancelled, batched or converted
  running           boolean not null,
  around_the_clock  boolean not null,
  -- the earliest target that is open; null when none is, and of an order that is not open
  next_target       text check (next_target in ('RESPOND', 'TEMPORARY_FIX', 'FIX')),
  next_due          timestamptz,
  next_warning      timestamptz,
  respond_due       timestamptz,
  fix_due           timestamptz,
  -- the order is breached once this has passed: the earliest target that is open or was met too late
  breached_at       timestamptz,
  check (num_nulls(next_target, next_due, next_warning) in (0, 3))
);

insert into order_target
select o.number, 50 + 10 * greatest(0, 5 - p.rank),
  o.completed_at is null and o.cancelled_at is null, c.id, coalesce(c.runs, false),
  coalesce(c.around_the_clock, false), next.target, next.due, next.warning,
  case when c.runs or c.responded is not null then c.respond_due end,
  case when c.runs or c.fixed_at is not null then c.fix_due end,
  case when c.runs then least(
    case when c.responded is null or c.responded > c.respond_due then c.respond_due end,
    case when c.temporarily_fixed is null or c.temporarily_fixed > c.temporary_fix_due then c.temporary_fix_due end,
    case when c.fixed_at is null or c.fixed_at > c.fix_due then c.fix_due end) end
from work_order o
  join priority p on p.code = o.priority
  left join lateral (
    select clock.*, clock.stopped_at is null as runs,
      coalesce(clock.temporarily_fixed_at, clock.fixed_at) as temporarily_fixed,
      coalesce(clock.responded_at, clock.temporarily_fixed_at, clock.fixed_at) as responded
    from sla_clock clock where clock.order_number = o.number order by clock.id desc limit 1) c on true
  left join lateral (
    select open.target, open.due, coalesce(open.warning, open.due) as warning
    from (values
      (1, 'RESPOND', c.respond_due, c.respond_warning, c.responded),
      (2, 'TEMPORARY_FIX', c.temporary_fix_due, c.temporary_fix_warning, c.temporarily_fixed),
      (3, 'FIX', c.fix_due, c.fix_warning, c.fixed_at)) as open (place, target, due, warning, reached)
    where c.runs and o.completed_at is null and o.cancelled_at is null and open.reached is null and open.due is not null
    order by open.due, open.place limit 1) next on true;

create index order_target_next_due on order_target (next_due, order_number) where open;
create index order_target_breached on order_target (breached_at) where open;

-- Tasks show what was due when they were made, or when somebody last edited the order: from now on they show what is
-- due next. The engine keeps its times without a zone, in that of the session. On an empty database its tables do not
-- exist yet.
do $$
begin
  if to_regclass('act_ru_task') is null then
    return;
  end if;

  create temporary table shown_target on commit drop as
    select task.id_ as task, kept.urgency, date_trunc('milliseconds', kept.next_due)::timestamp as due
    from order_target kept
    join act_ru_execution instance on instance.business_key_ = kept.order_number
    join act_ru_task task on task.proc_inst_id_ = instance.id_;

  update act_hi_taskinst history set due_date_ = shown.due, priority_ = shown.urgency
  from shown_target shown
  where history.id_ = shown.task
    and (history.due_date_, history.priority_) is distinct from (shown.due, shown.urgency);
  update act_ru_task task set due_date_ = shown.due, priority_ = shown.urgency, rev_ = task.rev_ + 1
  from shown_target shown
  where task.id_ = shown.task and (task.due_date_, task.priority_) is distinct from (shown.due, shown.urgency);
end
$$;

drop trigger clock_keeps_targets_of_order on sla_clock;
drop function keep_targets_of_order();
drop index sla_clock_fix_due;
drop index work_order_next_due;
alter table work_order
  drop column respond_due,
  drop column fix_due,
  drop column next_due,
  drop column next_warning,
  drop column breached_at;
