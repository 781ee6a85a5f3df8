-- What may be filed, and what must be before an order is complete.
create table document_type (
  name  text primary key
);

create table document_sub_type (
  type  text not null references document_type,
  name  text not null,
  primary key (type, name)
);

create table certificate_type (
  name  text primary key
);

-- Beside the documents that the type of work itself requires (work_type.required_documents).
create table required_item (
  -- null: of every client, for every type of work
  client     text references client,
  work_type  text references work_type,
  -- a sign-off is a document too, signed by whoever ordered the work
  kind       text not null check (kind in ('document', 'certificate', 'sign-off')),
  item       text not null
);
create unique index required_item_once on required_item (coalesce(client, ''), coalesce(work_type, ''), kind, item);

-- A file that was sent but belongs to no document yet.
create table upload (
  id            uuid primary key,
  order_number  text not null references work_order,
  agent         text not null,
  file_name     text not null,
  media_type    text not null,
  size          bigint not null,
  sha256        text not null,
  content       oid not null,
  uploaded_at   timestamptz not null
);
create index upload_age on upload (uploaded_at);

-- The content of each version lies in a large object.
create table document_version (
  document     uuid not null references document,
  version      int not null check (version > 0),
  file_name    text not null,
  media_type   text not null,
  size         bigint not null,
  sha256       text not null,
  content      oid not null,
  uploaded_at  timestamptz not null,
  uploaded_by  text not null,
  primary key (document, version)
);
insert into document_version
  select id, 1, file_name, media_type, size, sha256, lo_from_bytea(0, content), uploaded_at, uploaded_by from document;
insert into document_type select distinct type from document;

alter table document
  drop column file_name,
  drop column media_type,
  drop column size,
  drop column sha256,
  drop column content,
  drop column uploaded_by,
  add column sub_type text,
  add column removed_at timestamptz,
  add column removed_by text,
  add column removal_reason text;
alter table document rename column uploaded_at to filed_at;

create table certificate (
  id               uuid primary key,
  order_number     text not null references work_order,
  type             text not null,
  number           text not null,
  issued_on        date not null,
  valid_to         date not null check (valid_to >= issued_on),
  result           text not null check (result in ('pass', 'fail')),
  asset            text,
  document         uuid not null references document,
  added_at         timestamptz not null,
  added_by         text not null,
  deleted_at       timestamptz,
  deleted_by       text,
  deletion_reason  text
);
create index certificate_order on certificate (order_number, added_at);
create index certificate_document on certificate (document);

-- Whether an item has arrived is what documents and certificates say.
alter table outstanding_item
  drop constraint outstanding_item_pkey,
  drop column arrived_at,
  add column kind text not null default 'document',
  add primary key (order_number, kind, item);
alter table outstanding_item alter column kind drop default;

create table notification_attachment (
  notification  uuid not null references notification,
  position      int not null,
  file_name     text not null,
  media_type    text not null,
  content       oid not null,
  primary key (notification, position)
);
