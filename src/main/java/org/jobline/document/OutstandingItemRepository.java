package org.jobline.document;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OutstandingItemRepository {

  private final JdbcClient jdbc;

  OutstandingItemRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Once per order and type; a document filed before counts as arrived. */
  void require(String orderNumber, String type) {
    jdbc.sql("""
        insert into outstanding_item (order_number, item, arrived_at)
        values (:order, :type,
          (select min(uploaded_at) from document where order_number = :order and type = :type))
        on conflict do nothing""")
        .param("order", orderNumber).param("type", type).update();
  }

  List<String> missing(String orderNumber) {
    return jdbc.sql("select item from outstanding_item where order_number = ? and arrived_at is null order by item")
        .param(orderNumber).query(String.class).list();
  }

  /** @return how many items that were missing have arrived */
  int arrived(String orderNumber, String type, Instant at) {
    return jdbc.sql("update outstanding_item set arrived_at = ? where order_number = ? and item = ? and arrived_at is null")
        .params(Timestamp.from(at), orderNumber, type).update();
  }
}
