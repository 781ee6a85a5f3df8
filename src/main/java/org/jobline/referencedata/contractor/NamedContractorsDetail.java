package org.jobline.referencedata.contractor;

import java.util.Map;
import java.util.stream.Collectors;
import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The names behind the codes in an order's events, which stay when its contractor changes. */
@Component
class NamedContractorsDetail implements OrderDetail<NamedContractorsDetail.NamesPart> {

  private final JdbcClient jdbc;

  NamedContractorsDetail(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @param resourceNames by code, of every contractor it has had */
  record NamesPart(Map<String, String> resourceNames) {}

  private record Named(String code, String name) {}

  @Override
  public NamesPart of(Order order) {
    return new NamesPart(jdbc.sql("""
            select code, name from resource where code in (
              select unnest(array[change ->> 'from', change ->> 'to'])
              from (
                select fields -> 'changes' -> 'resource' as change from order_event where order_number = ?) changed)""")
        .param(order.number().value())
        .query(Named.class).stream()
        .collect(Collectors.toMap(Named::code, Named::name)));
  }
}
