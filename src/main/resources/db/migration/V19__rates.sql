-- Rates by group of clients, day, response and service level (domain/money.md).
create table client_rate_group (
  code text primary key,
  name text not null
);
comment on table client_rate_group is 'Clients that resources charge alike; not to be mixed up with rate_group, the kinds of engineers';

alter table client add column rate_group text references client_rate_group;
insert into client_rate_group (code, name)
  select distinct c.code, c.name from rate r join client c on c.code = r.client;
update client set rate_group = code where code in (select client from rate);

alter table rate add column client_group text references client_rate_group;
update rate set client_group = client;
alter table rate
  drop column client,
  alter column working_hours drop not null,
  drop constraint rate_purpose_check,
  add constraint rate_purpose_check check (purpose in ('reactive', 'remote fix', 'day')),
  add column days text[] not null default '{}'
    check (days <@ '{MON,TUE,WED,THU,FRI,SAT,SUN,HOL}'),
  add column kind text not null default 'hours' check (kind in ('hours', 'response', 'service level')),
  add column response_minutes int check (response_minutes > 0),
  add column within_sla boolean,
  add constraint rate_response check (response_minutes is null or kind = 'response'),
  add constraint rate_service_level check ((within_sla is not null) = (kind = 'service level')),
  add constraint rate_validity check (valid_to is null or valid_to >= valid_from);
comment on column rate.client_group is 'Null: for every client';
comment on column rate.working_hours is 'Null: inside and outside';
comment on column rate.days is 'Empty: every day; HOL are the bank holidays, the days the resource is closed';
comment on column rate.response_minutes is 'Kind response: for a first attendance within so many minutes after the call; null for any later one';
comment on column rate.within_sla is 'Kind service level: whether the first attendance was in time';
comment on column rate.call_out_fee is 'Once per visit; the price of a remote fix, or of an engineer''s day';
comment on column rate.hours_included is 'Time on site that the fee covers, per day for a day rate';

alter table agreement add column recall_charge text not null default 'full'
  check (recall_charge in ('full', 'labour only', 'parts only'));
comment on column agreement.recall_charge is 'What a recall costs: call-out and hours, hours only, or nothing but parts';

alter table work_order add column day_rate boolean not null default false;
alter table work_order_cost add column calculation text[] not null default '{}';
comment on column work_order_cost.calculation is 'How the calculated cost came about, a line per item';

-- An order that was recalled may go to another resource; each visit is charged as agreed with whose it was.
alter table visit add column resource text references resource;
update visit v set resource = (select resource from work_order o where o.number = v.order_number);
