package org.jobline.api;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jobline.problem.InvalidFields;
import org.jobline.workorder.OrderType;
import org.jobline.workorder.StatusPatterns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds orders for lists. Reads tables of several features, since a list shows a little of each; it changes nothing. */
@Repository
class WorkOrderSearch {

  private static final int MOST = 200;

  /** What may be sorted by, and the columns that stand for it. */
  private static final Map<String, String> SORTS = Map.of(
      "number", "o.number",
      "status", "o.status_code",
      "loggedAt", "o.logged_at",
      "priority", "p.rank",
      "fixDue", "c.fix_due");

  private final JdbcClient jdbc;

  WorkOrderSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @param breached only orders with a target missed (true) or with none (false) */
  record Criteria(
      String text, String type, String status, String site, String client, String resource, String assignee,
      Boolean breached, OffsetDateTime from, OffsetDateTime to, String sort, Integer page, Integer size) {

    int offset() {
      return (page == null ? 0 : page) * limit();
    }

    int limit() {
      return size == null ? 20 : size;
    }
  }

  record Summary(
      String number, String type, String statusCode, String statusName, String client, String site, String siteName,
      String workType, String priority, String description, String resource, Instant loggedAt, Instant fixDue,
      boolean breached) {}

  record Page(List<Summary> items, long total, int page, int size) {}

  /** @throws InvalidFields when a criterion is no status pattern, sort or page there is */
  Page find(Criteria criteria) {
    check(criteria);
    Map<String, Object> parameters = new LinkedHashMap<>();
    StringBuilder where = new StringBuilder(" where true");
    equal(where, parameters, "o.type", "type", type(criteria.type()));
    equal(where, parameters, "o.site", "site", criteria.site());
    equal(where, parameters, "o.client", "client", criteria.client());
    equal(where, parameters, "o.resource", "resource", criteria.resource());
    if (given(criteria.status())) {
      where.append(" and o.status_code ~ :status");
      parameters.put("status", patterns(criteria.status()).asRegularExpression());
    }
    if (given(criteria.text())) {
      where.append(' ').append("""
          and (o.number = upper(:text) or o.search @@ websearch_to_tsquery('simple', :text)
            or o.site in (select code from site where lower(name) like lower(:like)))""");
      parameters.put("text", criteria.text().strip());
      parameters.put("like", criteria.text().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }
    if (given(criteria.assignee())) {
      where.append(' ').append("""
          and exists (select from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
            where e.business_key_ = o.number and t.assignee_ = :assignee)""");
      parameters.put("assignee", criteria.assignee());
    }
    range(where, parameters, criteria);
    if (criteria.breached() != null) {
      where.append(criteria.breached() ? " and " : " and not ").append("coalesce(" + BREACHED + ", false)");
    }
    String from = " from work_order o " + JOINS + where;
    long total = jdbc.sql("select count(*)" + (criteria.breached() == null ? " from work_order o" + where : from))
        .params(parameters).query(Long.class).single();
    List<Summary> items = jdbc.sql("""
        select o.number, o.type, o.status_code, o.status_name, o.client, o.site, s.name as site_name, o.work_type,
          o.priority, o.description, o.resource, o.logged_at, c.fix_due, coalesce(%s, false) as breached""".formatted(BREACHED)
        + from + " order by " + order(criteria.sort()) + " limit " + criteria.limit() + " offset " + criteria.offset())
        .params(parameters)
        .query((row, index) -> new Summary(row.getString("number"), row.getString("type"), row.getString("status_code"),
            row.getString("status_name"), row.getString("client"), row.getString("site"), row.getString("site_name"),
            row.getString("work_type"), row.getString("priority"), row.getString("description"),
            row.getString("resource"), instant(row.getTimestamp("logged_at")), instant(row.getTimestamp("fix_due")),
            row.getBoolean("breached")))
        .list();
    return new Page(items, total, criteria.offset() / criteria.limit(), criteria.limit());
  }

  private static final String BREACHED = "least("
      + "case when c.responded_at is null or c.responded_at > c.respond_due then c.respond_due end, "
      + "case when c.fixed_at is null or c.fixed_at > c.fix_due then c.fix_due end) < now()";

  private static final String JOINS = """
      join site s on s.code = o.site
      join priority p on p.code = o.priority
      left join lateral (select * from sla_clock where order_number = o.number order by id desc limit 1) c on true""";

  private static void check(Criteria criteria) {
    if (criteria.limit() < 1 || criteria.limit() > MOST) {
      throw new InvalidFields("size", "must lie between 1 and " + MOST + ".");
    }
    if (criteria.page() != null && (criteria.page() < 0 || criteria.page() > 1_000_000)) {
      throw new InvalidFields("page", "must lie between 0 and 1000000.");
    }
    storable("text", criteria.text());
    storable("site", criteria.site());
    storable("client", criteria.client());
    storable("resource", criteria.resource());
    storable("assignee", criteria.assignee());
    within("from", criteria.from());
    within("to", criteria.to());
    if (given(criteria.text()) && criteria.text().length() > MOST) {
      throw new InvalidFields("text", "must have at most " + MOST + " characters.");
    }
  }

  private static void storable(String name, String value) {
    if (value != null && value.indexOf('\0') >= 0) {
      throw new InvalidFields(name, "must not contain the character NUL.");
    }
  }

  private static void within(String name, OffsetDateTime time) {
    if (time != null && (time.getYear() < 1970 || time.getYear() >= 2200)) {
      throw new InvalidFields(name, "must lie between the years 1970 and 2200.");
    }
  }

  private static String type(String type) {
    if (!given(type)) {
      return null;
    }
    String name = type.toUpperCase(Locale.ROOT);
    List<String> names = Stream.of(OrderType.values()).map(OrderType::name).toList();
    if (!names.contains(name)) {
      throw new InvalidFields("type", "must be one of " + String.join(", ", names) + ".");
    }
    return name;
  }

  private static StatusPatterns patterns(String status) {
    try {
      return StatusPatterns.parse(status);
    } catch (IllegalArgumentException e) {
      throw new InvalidFields("status", "must be a status number or a pattern of one, such as 1.03 or 1.*.");
    }
  }

  private static void equal(StringBuilder where, Map<String, Object> parameters, String column, String name, String value) {
    if (given(value)) {
      where.append(" and ").append(column).append(" = :").append(name);
      parameters.put(name, value);
    }
  }

  private static void range(StringBuilder where, Map<String, Object> parameters, Criteria criteria) {
    if (criteria.from() != null) {
      where.append(" and o.logged_at >= :from");
      parameters.put("from", criteria.from());
    }
    if (criteria.to() != null) {
      where.append(" and o.logged_at < :to");
      parameters.put("to", criteria.to());
    }
  }

  private static String order(String sort) {
    if (!given(sort)) {
      return "o.logged_at desc, o.number desc";
    }
    boolean descending = sort.startsWith("-");
    String column = SORTS.get(descending ? sort.substring(1) : sort);
    if (column == null) {
      throw new InvalidFields("sort", "must be one of " + SORTS.keySet() + ", with - in front for the last first.");
    }
    return column + (descending ? " desc nulls last" : " nulls last") + ", o.number";
  }

  private static boolean given(String value) {
    return value != null && !value.isBlank();
  }

  private static Instant instant(Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
