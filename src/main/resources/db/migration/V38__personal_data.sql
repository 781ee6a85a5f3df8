-- What is said of persons, kept apart from the events, whose chain of hashes would otherwise forbid ever to erase it. An
-- event has {{personal:1}} in its place, and the hash of each value with its salt.
alter table work_order_event add column personal text[] not null default '{}';

-- One row per request to erase somebody's data; whom it was about stands nowhere.
create table erasure (
  id      bigint generated always as identity primary key,
  at      timestamptz not null,
  agent   text not null,
  reason  text not null,
  places  int not null
);

create table personal_data (
  order_number  text not null references work_order,
  sequence      int not null,
  position      int not null,
  -- null once erased, so that nobody finds the value by trying
  salt          text,
  value         text not null,
  erasure       bigint references erasure,
  primary key (order_number, sequence, position),
  check ((salt is null) = (erasure is not null))
);

create function refuse_change_of_personal_data() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.erasure is not null
      and (new.order_number, new.sequence, new.position) = (old.order_number, old.sequence, old.position) then
    return new;
  end if;
  raise exception 'personal data of events is erased or kept, not changed: % refused', tg_op
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger personal_data_is_only_erased before update or delete on personal_data
  for each row execute function refuse_change_of_personal_data();
create trigger personal_data_is_never_truncated before truncate on personal_data
  for each statement execute function refuse_change_of_personal_data();

-- Events written before were sealed anew, once, when their personal data was taken out: what the chain's end was, and is.
create table event_resealed (
  order_number   text primary key references work_order,
  events         int not null,
  hash_before    text not null,
  hash_after     text not null,
  -- a chain that was broken before is left as it was found
  intact_before  boolean not null,
  at             timestamptz not null
);
create trigger resealing_is_never_changed before update or delete on event_resealed
  for each row execute function refuse_change_of_events();
create trigger resealings_are_never_truncated before truncate on event_resealed
  for each statement execute function refuse_change_of_events();

-- As replace() does it for text, for contents that need not be text.
create function replace_bytes(content bytea, old bytea, new bytea) returns bytea language plpgsql immutable as $$
declare
  result bytea := '';
  found int := position(old in content);
begin
  while found > 0 loop
    result := result || substring(content from 1 for found - 1) || new;
    content := substring(content from found + length(old));
    found := position(old in content);
  end loop;
  return result || content;
end $$;
