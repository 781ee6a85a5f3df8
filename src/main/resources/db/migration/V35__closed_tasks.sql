-- What the system closed although an agent had it open: the order no longer offered it.
create table closed_task (
  task         text primary key,
  agent        text not null,
  order_number text not null references work_order,
  action       text not null,
  label        text not null,
  -- number and name of the order's status by then
  status       text not null,
  -- the action that led there and who did it
  cause        text,
  closed_at    timestamptz not null
);
create index closed_task_agent on closed_task (agent, closed_at);
