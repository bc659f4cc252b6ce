-- what a PostGraphile user writes. For the tree, a row type and a function: the table's own connection does not count below each node
drop function if exists supervision_tree;
drop type if exists supervision_node;
create type supervision_node as (id uuid, parent_id uuid, depth int, child_count int, descendant_count int);
create function supervision_tree(root uuid, day date) returns setof supervision_node language sql stable as $$
  with tree as materialized (
    select id, null::uuid as parent_id, 0::smallint as depth from assignment where id = root and validity @> day
    union all
    select descendant_id, parent_id, depth from supervision_path
    where ancestor_id = root and capacity = 'APPRAISER' and validity @> day
  ), inner_node as materialized (
    select parent_id as id, count(*)::int as children, (
      select count(*)::int from supervision_path
      where ancestor_id = tree.parent_id and capacity = 'APPRAISER' and validity @> day
    ) as below
    from tree where depth > 0 group by parent_id
  ), counted as materialized (
    -- `full join` is never a nested loop, which the planner would choose
    select id, tree.parent_id, tree.depth, children, below from tree full join inner_node using (id)
  )
  select id, parent_id, depth::int, coalesce(children, 0), coalesce(below, 0) from counted order by depth, parent_id, id
$$;

-- what it cannot follow by itself: a plan names its behaviours in an array
create or replace function plan_target_behaviours(plan plan) returns setof target_behaviour language sql stable as $$
  select * from target_behaviour where code = any(plan.behaviours) order by number
$$;
