-- First answers to requests that carry an Idempotency-Key, kept so that a repetition does nothing twice.
create table idempotency_key (
  agent         text not null,
  key           text not null,
  -- hash of method, path and body
  fingerprint   text not null,
  status        int,
  content_type  text,
  location      text,
  body          bytea,
  created_at    timestamptz not null,
  primary key (agent, key)
);
create index idempotency_key_age on idempotency_key (created_at);
