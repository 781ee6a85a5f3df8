-- Lists of orders sort and filter by the targets of the order's newest clock; found here without looking at each clock.
alter table work_order
  add column respond_due  timestamptz,
  add column fix_due      timestamptz,
  -- the earliest target that is still open, and when three quarters of it are used up
  add column next_due     timestamptz,
  add column next_warning timestamptz,
  -- from when on the order counts as breached: the earliest target that is open or was met too late
  add column breached_at  timestamptz;

-- A later target that is met meets the earlier ones (SlaClock).
create function keep_targets_of_order() returns trigger language plpgsql as $$
declare
  temporarily_fixed timestamptz := coalesce(new.temporarily_fixed_at, new.fixed_at);
  responded timestamptz := coalesce(new.responded_at, temporarily_fixed);
begin
  update work_order set
    respond_due = new.respond_due,
    fix_due = new.fix_due,
    next_due = least(
      case when responded is null then new.respond_due end,
      case when temporarily_fixed is null then new.temporary_fix_due end,
      case when new.fixed_at is null then new.fix_due end),
    next_warning = least(
      case when responded is null then new.respond_warning end,
      case when temporarily_fixed is null then new.temporary_fix_warning end,
      case when new.fixed_at is null then new.fix_warning end),
    breached_at = least(
      case when responded is null or responded > new.respond_due then new.respond_due end,
      case when temporarily_fixed is null or temporarily_fixed > new.temporary_fix_due then new.temporary_fix_due end,
      case when new.fixed_at is null or new.fixed_at > new.fix_due then new.fix_due end)
  where number = new.order_number
    and not exists (select from sla_clock newer where newer.order_number = new.order_number and newer.id > new.id);
  return null;
end $$;
create trigger clock_keeps_targets_of_order after insert or update on sla_clock
  for each row execute function keep_targets_of_order();
update sla_clock set started_at = started_at;

create index work_order_open on work_order (logged_at desc, number desc)
  where completed_at is null and cancelled_at is null;
create index work_order_next_due on work_order (next_due, number)
  where completed_at is null and cancelled_at is null;
create index work_order_next_attempt on work_order (next_attempt_at) where next_attempt_at is not null;

-- What an agent looks at again and again: a question about orders, with the columns it is shown in.
create table saved_list (
  id           bigint generated always as identity primary key,
  owner        text not null,
  name         text not null,
  -- the group that sees it too; null: nobody but its owner
  shared_with  text,
  -- what GET /api/work-orders takes
  query        jsonb not null,
  columns      text[] not null,
  sort         text
);
create unique index saved_list_name on saved_list (owner, lower(name));
create index saved_list_shared on saved_list (shared_with) where shared_with is not null;
