-- What an order was to come to when that was refused: until it comes to something else, its supplier is not sent it.
alter table purchase_order add column price_refused boolean not null default false;
alter table purchase_order alter column price_refused drop default;
