package org.jobline.lifecycle.link;

import java.util.List;
import org.jobline.order.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LinkRepository {

  private final JdbcClient jdbc;

  LinkRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** From either side, oldest first. */
  List<Link> of(OrderNumber number) {
    return jdbc.sql("""
        select l.id, o.number, l.relation, l.order_number = :number as from_here, o.status_code || ' ' || o.status_name as status
        from order_link l
          join orders o on o.number = case when l.order_number = :number then l.other_number else l.order_number end
        where :number in (l.order_number, l.other_number) order by l.id""")
        .param("number", number.value())
        .query((row, index) -> new Link(row.getLong("id"), new OrderNumber(row.getString("number")),
            Relation.of(row.getString("relation")), row.getBoolean("from_here"), row.getString("status")))
        .list();
  }

  /** @return false when the two are linked already, whichever way round */
  boolean insert(OrderNumber number, OrderNumber other, Relation relation) {
    return jdbc.sql("""
        insert into order_link (order_number, other_number, relation) values (?, ?, ?) on conflict do nothing""")
        .params(number.value(), other.value(), relation.here()).update() > 0;
  }

  void delete(long id) {
    jdbc.sql("delete from order_link where id = ?").param(id).update();
  }
}
