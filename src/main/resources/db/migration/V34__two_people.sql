-- Who was told, when a task was completed, what others had changed since its form was opened.
create table told_change (
  task    text not null,
  agent   text not null,
  event   int not null,
  told_at timestamptz not null,
  primary key (task, agent)
);
