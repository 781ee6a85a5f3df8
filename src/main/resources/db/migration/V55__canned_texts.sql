-- What a group writes again and again, to be put into the forms of its members.
create table canned_text (
  id         bigint generated always as identity primary key,
  group_name text not null,
  -- null: of every action
  action     text,
  name       text not null,
  text       text not null,
  changed_by text not null
);
create unique index canned_text_name on canned_text (group_name, coalesce(action, ''), lower(name));
