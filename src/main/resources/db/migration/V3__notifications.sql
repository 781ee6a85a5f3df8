-- The outbox: what is to leave the database, written in the transaction of the action that causes it.
create table notification (
  id              uuid primary key,
  order_number    text not null references work_order,
  template        text not null,
  -- what it is about, so that nobody is told twice: the order's event number when it was caused
  cause           text not null,
  recipient_name  text not null,
  address         text not null,
  subject         text not null,
  body_text       text not null,
  body_html       text not null,
  message_id      text not null unique,
  state           text not null default 'queued' check (state in ('queued', 'sent')),
  attempts        int not null default 0,
  last_error      text,
  created_at      timestamptz not null,
  sent_at         timestamptz,
  unique (order_number, cause, template, address)
);
