-- Orders are no affair of process owners: the rights to read running and ended ones (READ_INSTANCE 512, READ_HISTORY
-- 4096), which they were once given on all diagrams (6) and decision tables (10), are taken back. On an empty database
-- the engine's tables do not exist yet.
do $$
begin
  if to_regclass('act_ru_authorization') is not null then
    update act_ru_authorization
    set perms_ = perms_ & ~(512 | 4096), rev_ = rev_ + 1
    where group_id_ = 'process-owner' and type_ = 1 and resource_id_ = '*' and resource_type_ in (6, 10)
      and perms_ <> 2147483647;
  end if;
end
$$;
