package org.jobline.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The personal part of events: beside their chain, so that it can be erased without breaking it. */
@Repository
class PersonalData {

  private static final String INSERT =
      "insert into personal_data (order_number, sequence, position, salt, value) values (?,?,?,?,?)";

  private final JdbcTemplate batches;
  private final JdbcClient jdbc;

  PersonalData(JdbcTemplate batches, JdbcClient jdbc) {
    this.batches = batches;
    this.jdbc = jdbc;
  }

  void keep(List<OrderEvent> events) {
    List<Object[]> rows = new ArrayList<>();
    for (OrderEvent event : events) {
      int position = 0;
      for (PersonalValue value : event.personal()) {
        rows.add(new Object[] {event.orderNumber(), event.sequence(), ++position, value.salt(), value.value()});
      }
    }
    if (!rows.isEmpty()) {
      batches.batchUpdate(INSERT, rows);
    }
  }

  /** By the sequence of the event, in the order of their places. */
  Map<Integer, List<PersonalValue>> of(OrderNumber number) {
    Map<Integer, List<PersonalValue>> values = new LinkedHashMap<>();
    jdbc.sql("""
        select e.sequence, h.hash, p.salt, coalesce(p.value, '[missing]') as value
        from order_event e cross join lateral unnest(e.personal) with ordinality h (hash, position)
          left join personal_data p on (p.order_number, p.sequence, p.position) = (e.order_number, e.sequence, h.position)
        where e.order_number = ? order by e.sequence, h.position""")
        .param(number.value())
        .query(row -> {
          values.computeIfAbsent(row.getInt("sequence"), added -> new ArrayList<>())
              .add(new PersonalValue(row.getString("hash"), row.getString("salt"), row.getString("value")));
        });
    return values;
  }

  /** The first value, of one order or of all, that is neither what the event was sealed with nor erased by a request. */
  Optional<String> firstBroken(Optional<OrderNumber> number) {
    return jdbc.sql("""
        select place from (
          select e.order_number, e.sequence, e.order_number || ' event ' || e.sequence as place
          from order_event e cross join lateral unnest(e.personal) with ordinality h (hash, position)
            left join personal_data p on (p.order_number, p.sequence, p.position) = (e.order_number, e.sequence, h.position)
          where p.order_number is null or p.erasure is null
            and encode(sha256(decode(p.salt, 'hex') || convert_to(p.value, 'UTF8')), 'hex') <> h.hash
          union all
          select r.order_number, r.events, r.order_number || ' event ' || r.events
          from event_resealed r
            left join order_event e on (e.order_number, e.sequence) = (r.order_number, r.events)
          where r.intact_before and e.hash is distinct from r.hash_after) broken
        where :number::text is null or order_number = :number
        order by order_number, sequence limit 1""")
        .param("number", number.map(OrderNumber::value).orElse(null))
        .query(String.class).optional();
  }
}
