package org.jobline.documents;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OutstandingItemRepository {

  private final JdbcClient jdbc;

  OutstandingItemRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the rules ask of an order. */
  List<RequiredItem> required(String client, String workType) {
    return jdbc.sql("""
        select kind, item from required_item
        where coalesce(client, :client) = :client and coalesce(work_type, :workType) = :workType
        union select 'document', unnest(required_documents) from work_type where code = :workType""")
        .param("client", client).param("workType", workType)
        .query((row, index) -> new RequiredItem(row.getString("kind"), row.getString("item"))).list();
  }

  /** Once per order and item. */
  void require(String orderNumber, RequiredItem item) {
    jdbc.sql("insert into outstanding_item (order_number, kind, item) values (?,?,?) on conflict do nothing")
        .params(orderNumber, item.kind(), item.item()).update();
  }

  /** The paper of a certificate that says "fail" is none of the documents that are waited for. */
  List<RequiredItem> missing(String orderNumber) {
    return jdbc.sql("""
        select i.kind, i.item from outstanding_item i where i.order_number = ? and not case i.kind
          when 'certificate' then exists (select from certificate c
            where c.order_number = i.order_number and c.type = i.item and c.deleted_at is null and c.result = 'pass')
          else exists (select from document d
            where d.order_number = i.order_number and d.type = i.item and d.removed_at is null
              and not exists (select from certificate c where c.document = d.id and c.result = 'fail'))
          end
        order by i.item, i.kind""")
        .param(orderNumber)
        .query((row, index) -> new RequiredItem(row.getString("kind"), row.getString("item"))).list();
  }
}
