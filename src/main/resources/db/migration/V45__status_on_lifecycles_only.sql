-- The status of an order is a variable of its lifecycle only: the copies that called sheets and others were given are
-- taken away, and lifecycles that were never told a later status get the order's own. Cards show it by themselves, so
-- it is no variable of lists any more. On an empty database the engine's tables do not exist yet.
do $$
begin
  if to_regclass('act_ru_variable') is null then
    return;
  end if;

  create temporary table shown_status on commit drop as
    select v.id_ as variable, o.status_code || ' ' || o.status_name as status
    from act_ru_variable v
    join act_ru_execution i on i.id_ = v.proc_inst_id_
    join act_re_procdef d on d.id_ = i.proc_def_id_
    join work_order o on o.number = i.business_key_
    where v.name_ = 'orderStatus' and v.task_id_ is null and i.super_exec_ is null and d.key_ = lower(o.type);

  update act_hi_varinst h
  set state_ = 'DELETED'
  from act_ru_variable v
  where v.name_ = 'orderStatus' and h.id_ = v.id_ and v.id_ not in (select variable from shown_status);
  delete from act_ru_variable where name_ = 'orderStatus' and id_ not in (select variable from shown_status);

  update act_hi_varinst h
  set text_ = s.status, rev_ = h.rev_ + 1
  from shown_status s
  where h.id_ = s.variable and h.text_ is distinct from s.status;
  update act_ru_variable v
  set text_ = s.status, rev_ = v.rev_ + 1
  from shown_status s
  where v.id_ = s.variable and v.text_ is distinct from s.status;

  update act_ru_filter
  set properties_ = jsonb_set(properties_::jsonb, '{variables}', coalesce(
        (select jsonb_agg(variable order by place)
         from jsonb_array_elements(properties_::jsonb -> 'variables') with ordinality as shown (variable, place)
         where variable ->> 'name' <> 'orderStatus'), '[]'))::text,
      rev_ = rev_ + 1
  where resource_type_ = 'Task' and properties_ like '%"orderStatus"%'
    and jsonb_typeof(properties_::jsonb -> 'variables') = 'array';
end
$$;
