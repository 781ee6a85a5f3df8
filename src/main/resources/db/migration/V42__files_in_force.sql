-- Diagrams, decision tables and forms: each content once.
create table model_content (
  hash     text primary key,
  content  bytea not null
);

-- Every file of every deployment. In force is the newest row of a file whose deployment still exists.
create table deployed_file (
  id             bigint generated always as identity primary key,
  -- the key of what it defines and its ending, such as assignment.bpmn, whatever the client called it
  file           text not null,
  name           text not null,
  hash           text not null references model_content,
  version        int not null,
  deployment_id  text not null,
  deployed_at    timestamptz not null,
  -- who brought this content, when, and the release it came with; unlike the above the same as long as it is unchanged
  changed_by     text not null,
  changed_at     timestamptz not null,
  release        text,
  -- forms a diagram names, such as accept-job.form
  forms          text[] not null default '{}'
);
create index deployed_file_newest on deployed_file (file, id desc);
create index deployed_file_deployment on deployed_file (deployment_id);

-- What the newest release has of each file, and what was last taken of a release.
create table release_file (
  file        text primary key,
  name        text not null,
  taken_hash  text,
  hash        text not null references model_content,
  release     text not null,
  offered_at  timestamptz not null,
  -- why it could not be deployed
  refusal     text
);

create table modelling_event (
  id            bigint generated always as identity primary key,
  at            timestamptz not null,
  who           text not null,
  what          text not null,
  file          text not null,
  from_version  int,
  to_version    int,
  from_hash     text,
  to_hash       text,
  release       text,
  reason        text
);
create index modelling_event_file on modelling_event (file, id);
create trigger modelling_event_is_never_changed before update or delete on modelling_event
  for each row execute function refuse_change_of_events();
create trigger modelling_events_are_never_truncated before truncate on modelling_event
  for each statement execute function refuse_change_of_events();
