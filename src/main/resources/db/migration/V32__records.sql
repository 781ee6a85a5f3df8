alter table sla_clock
  -- a start before this is early; null: any time up to the due instant will do
  add column respond_from timestamptz,
  -- since when the order is cancelled; null: the clock runs
  add column stopped_at   timestamptz;

-- When a clock stood still because its order was cancelled.
create table sla_pause (
  id        bigint generated always as identity primary key,
  clock     bigint not null references sla_clock,
  began_at  timestamptz not null,
  ended_at  timestamptz not null,
  check (ended_at > began_at)
);
create index sla_pause_clock on sla_pause (clock);

-- As before, but a clock that stands still has no running target.
create or replace function keep_targets_of_order() returns trigger language plpgsql as $$
declare
  runs boolean := new.stopped_at is null;
  temporarily_fixed timestamptz := coalesce(new.temporarily_fixed_at, new.fixed_at);
  responded timestamptz := coalesce(new.responded_at, temporarily_fixed);
begin
  update work_order set
    respond_due = case when runs or responded is not null then new.respond_due end,
    fix_due = case when runs or new.fixed_at is not null then new.fix_due end,
    next_due = case when runs then least(
      case when responded is null then new.respond_due end,
      case when temporarily_fixed is null then new.temporary_fix_due end,
      case when new.fixed_at is null then new.fix_due end) end,
    next_warning = case when runs then least(
      case when responded is null then new.respond_warning end,
      case when temporarily_fixed is null then new.temporary_fix_warning end,
      case when new.fixed_at is null then new.fix_warning end) end,
    breached_at = case when runs then least(
      case when responded is null or responded > new.respond_due then new.respond_due end,
      case when temporarily_fixed is null or temporarily_fixed > new.temporary_fix_due then new.temporary_fix_due end,
      case when new.fixed_at is null or new.fixed_at > new.fix_due then new.fix_due end) end
  where number = new.order_number
    and not exists (select from sla_clock newer where newer.order_number = new.order_number and newer.id > new.id);
  return null;
end $$;

update sla_clock c set stopped_at = o.cancelled_at from work_order o
where o.number = c.order_number and o.cancelled_at is not null
  and c.id = (select max(id) from sla_clock newest where newest.order_number = o.number);

-- The schedule of the first attendance counts no more once the order is recalled.
update work_order o set schedule_kind = 'UP_TO', schedule_from = null, schedule_to = null
where o.recalls > 0 and coalesce(o.schedule_to, o.schedule_from) <
  (select max(c.started_at) from sla_clock c where c.order_number = o.number);

-- What one person thinks of one order counts once: what was said last.
alter table feedback add column person text not null
  generated always as (lower(regexp_replace(btrim(given_by), '\s+', ' ', 'g'))) stored;
delete from feedback f using feedback later
where later.order_number = f.order_number and later.resource = f.resource and later.person = f.person and later.id > f.id;
create unique index feedback_once on feedback (order_number, resource, person);
