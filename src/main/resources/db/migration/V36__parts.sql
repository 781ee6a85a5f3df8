-- What can be bought for a site. What a supplier asks for it is his affair.
create table part (
  code       text primary key,
  name       text not null,
  -- null: for any type of work
  work_type  text references work_type,
  -- what it is bought in: piece, metre, pack of 96
  unit       text not null
);

-- Checked at the end of an import, which may swap two of them.
alter table priority
  drop constraint priority_rank_key,
  add constraint priority_rank_key unique (rank) deferrable initially immediate;
