package org.jobline.desk.worklist;

import static org.jobline.desk.worklist.OrderQuery.given;
import static org.jobline.desk.worklist.OrderQuery.said;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jobline.money.cost.CostService;
import org.jobline.order.StatusCode;
import org.jobline.order.StatusPatterns;
import org.jobline.purchasing.PurchaseListing;
import org.jobline.sla.NextTargetService;
import org.jobline.sla.OrderTargets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds orders for lists. Reads tables of several features and of the engine, since a list shows a little of each; it
 * changes nothing. First the numbers of a page are found, on the orders alone as far as possible, then what the page
 * shows of them is read at once.
 */
@Repository
class OrderSearch {

  /** An ETA of null would have the visits looked at all the same. */
  private static final String NOT_COME = """
      coalesce(work.eta < :now, false) and not exists (select from visit v
        where v.order_number = work.number and (v.stopped_at is null or v.started_at >= work.eta))""";
  /** So few orders may have been found because a word is misspelt. */
  private static final int FEW = 5;

  private final JdbcClient jdbc;
  private final TextSearch texts;
  private final CostService costs;
  private final NextTargetService targets;
  private final PurchaseListing purchases;
  private final Clock clock;

  OrderSearch(
      JdbcClient jdbc, TextSearch texts, CostService costs, NextTargetService targets, PurchaseListing purchases,
      Clock clock) {
    this.jdbc = jdbc;
    this.texts = texts;
    this.costs = costs;
    this.targets = targets;
    this.purchases = purchases;
    this.clock = clock;
  }

  /**
   * What the text of a query asks of orders, best first; empty when it has none. Words may be misspelt where only few
   * orders have them as they are written.
   */
  Optional<TextSearch.Match> text(OrderQuery query) {
    return said(query.text()).map(String::strip).map(text ->
        texts.byNumber(text).orElseGet(() -> {
          TextSearch.Match exact = texts.byWords(text);
          if (!exact.isRare()) {
            return exact;
          }
          List<String> few = numbers(query, Optional.of(exact), FEW, 0);
          return few.size() == FEW ? exact
              : texts.byLikeWords(text).map(like -> exact.or(like).withFirst(few)).orElse(exact);
        }));
  }

  /** The numbers of the orders a query asks for, in its order. */
  List<String> numbers(OrderQuery query, Optional<TextSearch.Match> text, int limit, long offset) {
    String order = OrderSort.sql(query.sort());
    Conditions conditions = conditions(query, OrderSort.isByTargets(order));
    text.ifPresent(conditions::and);
    String best = given(query.sort()) ? "" : text.map(TextSearch.Match::first).filter(first -> !first.isEmpty())
        .map(first -> {
          conditions.parameters.put("first", first.toArray(String[]::new));
          return "array_position(cast(:first as text[]), o.number), ";
        }).orElse("");
    String joins = (order.startsWith("s.") ? " join site s on s.code = o.site" : "")
        + (order.startsWith("p.") ? " left join priority p on p.code = w.priority" : "");
    return jdbc.sql("select " + conditions.number() + " from " + conditions.tables(joins + order) + joins
            + conditions.where + " order by " + best + order + " limit " + limit + " offset " + offset)
        .params(conditions.parameters).query(String.class).list();
  }

  /** How many orders a query asks for; counting ends at the limit. */
  long count(OrderQuery query, Optional<TextSearch.Match> text, int limit) {
    Conditions conditions = conditions(query, query.breached() != null || given(query.due()));
    text.ifPresent(conditions::and);
    return jdbc.sql("select count(*) from (select from " + conditions.tables("") + conditions.where
            + " limit " + limit + ") counted")
        .params(conditions.parameters).query(Long.class).single();
  }

  /** What lists show of these orders, in this order. */
  List<OrderRow> rows(List<String> numbers) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    Map<String, OpenTasks> tasks = tasks(numbers);
    Map<String, CostService.Accrual> accruals = costs.accruals(numbers);
    Map<String, OrderTargets> targetsOf = targets.of(numbers);
    Map<String, PurchaseListing.Entry> bought = purchases.of(numbers);
    Instant now = clock.instant();
    Map<String, OrderRow> rows = new HashMap<>();
    jdbc.sql("""
        select o.*, w.*, coalesce(w.next_attempt_at, b.next_attempt_at) as next_try, c.name as client_name, s.name as site_name, s.time_zone, t.name as work_type_name,
          p.name as priority_name, r.name as resource_name
        from orders o
          left join work_order w on w.number = o.number
          left join purchase_order b on b.number = o.number
          join client c on c.code = o.client
          join site s on s.code = o.site
          left join work_type t on t.code = w.work_type
          left join priority p on p.code = w.priority
          left join resource r on r.code = w.resource
        where o.number = any(:numbers)""")
        .param("numbers", numbers.toArray(String[]::new))
        .query(row -> {
          String number = row.getString("number");
          Optional<OrderTargets> due = Optional.ofNullable(targetsOf.get(number));
          OpenTasks open = tasks.getOrDefault(number, OpenTasks.NONE);
          CostService.Accrual accrual = accruals.get(number);
          Optional<PurchaseListing.Entry> purchase = Optional.ofNullable(bought.get(number));
          rows.put(number, new OrderRow(
              number, row.getString("type"), row.getString("status_code"), row.getString("status_name"),
              row.getString("client"), row.getString("client_name"), row.getString("site"), row.getString("site_name"),
              row.getString("time_zone"), row.getString("work_type"), row.getString("work_type_name"),
              row.getString("priority"), row.getString("priority_name"),
              purchase.map(PurchaseListing.Entry::subject).orElse(row.getString("description")),
              row.getString("external_reference"), row.getString("resource"), row.getString("resource_name"),
              purchase.map(PurchaseListing.Entry::supplier).orElse(null),
              purchase.map(PurchaseListing.Entry::supplierName).orElse(null),
              purchase.map(PurchaseListing.Entry::promisedOn).orElse(null), instant(row.getTimestamp("eta")),
              row.getTimestamp("logged_at").toInstant(),
              due.map(OrderTargets::respondDue).orElse(null), due.map(OrderTargets::fixDue).orElse(null),
              due.flatMap(OrderTargets::due).orElse(null), due.flatMap(kept -> kept.state(now)).orElse(null),
              due.filter(kept -> kept.isBreached(now)).isPresent(), row.getString("lock_profile") != null,
              row.getString("lock_profile"),
              instant(row.getTimestamp("next_try")), accrual != null ? accrual.currency()
                  : purchase.map(PurchaseListing.Entry::currency).orElse(null),
              accrual == null ? null : accrual.amount().toPlainString(),
              purchase.map(entry -> entry.openAmount().toPlainString()).orElse(null), List.copyOf(open.names),
              List.copyOf(open.assignees)));
        });
    return numbers.stream().filter(rows::containsKey).map(rows::get).toList();
  }

  private record OpenTasks(TreeSet<String> names, TreeSet<String> assignees) {

    private static final OpenTasks NONE = new OpenTasks(new TreeSet<>(), new TreeSet<>());
  }

  private Map<String, OpenTasks> tasks(List<String> numbers) {
    Map<String, OpenTasks> tasks = new HashMap<>();
    jdbc.sql("""
        select e.business_key_, t.name_, t.assignee_
        from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_
        where e.business_key_ = any(:numbers)""")
        .param("numbers", numbers.toArray(String[]::new))
        .query(row -> {
          OpenTasks open = tasks.computeIfAbsent(
              row.getString(1), number -> new OpenTasks(new TreeSet<>(), new TreeSet<>()));
          open.names.add(row.getString(2));
          if (row.getString(3) != null) {
            open.assignees.add(row.getString(3));
          }
        });
    return tasks;
  }

  private Conditions conditions(OrderQuery query, boolean isByTargets) {
    Conditions conditions = new Conditions(isByTargets);
    conditions.equal("o.type", "type", query.type() == null ? null : query.type().toUpperCase(Locale.ROOT));
    conditions.equal("o.site", "site", query.site());
    conditions.equal("o.client", "client", query.client());
    conditions.equal("w.resource", "resource", query.resource());
    conditions.equal("po.supplier", "supplier", query.supplier());
    conditions.equal("w.work_type", "workType", query.workType());
    conditions.equal("w.priority", "priority", query.priority());
    said(query.state()).ifPresent(state -> conditions.and(switch (state) {
      case "completed" -> "o.completed_at is not null";
      case "cancelled" -> "o.cancelled_at is not null";
      default -> conditions.open();
    }));
    said(query.status()).ifPresent(status ->
        conditions.and("o.status_code = any(:statuses)", "statuses", statuses(status)));
    said(query.assignee()).ifPresent(assignee ->
        conditions.and(conditions.task() + "t.assignee_ = :assignee)", "assignee", assignee));
    said(query.group()).ifPresent(group ->
        conditions.and(conditions.task() + "exists (select from act_ru_identitylink l"
            + " where l.task_id_ = t.id_ and l.group_id_ = :group))", "group", group));
    if (query.unassigned() != null) {
      conditions.and((query.unassigned() ? "" : "not ") + conditions.task() + "t.assignee_ is null)");
    }
    if (query.locked() != null) {
      conditions.and("o.lock_profile is " + (query.locked() ? "not null" : "null"));
    }
    times(conditions, query);
    return conditions;
  }

  private void times(Conditions conditions, OrderQuery query) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    if (query.breached() != null) {
      conditions.and(query.breached() ? "d.breached_at < :now"
          : "(d.breached_at is null or d.breached_at >= :now)", "now", now);
    }
    if ("today".equals(query.due())) {
      conditions.and(conditions.open() + " and d.next_due >= :now and d.next_due < :midnight", "now", now);
      conditions.parameters.put("midnight", midnight(now, query.zoneId()));
    } else if ("soon".equals(query.due())) {
      conditions.and(conditions.open() + " and d.next_warning <= :now and d.next_due >= :now", "now", now);
    } else if ("overdue".equals(query.due())) {
      conditions.and(conditions.open() + " and d.next_due < :now", "now", now);
    }
    if ("now".equals(query.chase())) {
      conditions.and(chased(conditions, "work.next_attempt_at <= :now or " + NOT_COME, "bought.next_attempt_at <= :now"),
          "now", now);
    } else if ("later".equals(query.chase())) {
      conditions.and(chased(conditions, "work.next_attempt_at > :now", "bought.next_attempt_at > :now"), "now", now);
    }
    if (query.from() != null) {
      conditions.and("o.logged_at >= :from", "from", query.from());
    }
    if (query.to() != null) {
      conditions.and("o.logged_at < :to", "to", query.to());
    }
  }

  /** Contractors of open orders, and suppliers: of one that was delivered a credit note may be missing. */
  private static String chased(Conditions conditions, String contractor, String supplier) {
    return "(" + conditions.open() + " and " + conditions.number()
        + " in (select work.number from work_order work where " + contractor + ") or " + conditions.number()
        + " in (select bought.number from purchase_order bought where " + supplier + "))";
  }

  private static OffsetDateTime midnight(OffsetDateTime now, ZoneId zone) {
    return now.atZoneSameInstant(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toOffsetDateTime();
  }

  private static String[] statuses(String patterns) {
    StatusPatterns wanted = StatusPatterns.parse(patterns);
    return IntStream.range(0, 6).boxed()
        .flatMap(stage -> IntStream.range(0, 100).mapToObj(rest -> "%d.%02d".formatted(stage, rest)))
        .map(StatusCode::new)
        .filter(wanted)
        .map(StatusCode::value)
        .toArray(String[]::new);
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  /**
   * A where clause in the making. A list by what is due is read from the targets of orders alone, unless something else
   * is asked of the orders too; any other is read from the orders, with their targets where something is asked of them.
   * Where lists only go by what one type of order alone has, others come too, last.
   */
  private static final class Conditions {

    private static final Pattern OF_ORDERS = Pattern.compile("\\bo\\.");
    private static final Pattern OF_WORK_ORDERS = Pattern.compile("\\bw\\.");
    private static final Pattern OF_PURCHASES = Pattern.compile("\\bpo\\.");
    private static final Pattern OF_TARGETS = Pattern.compile("\\bd\\.");

    private final boolean isByTargets;
    private final StringBuilder where = new StringBuilder(" where true");
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    Conditions(boolean isByTargets) {
      this.isByTargets = isByTargets;
    }

    String number() {
      return isByTargets ? "d.order_number" : "o.number";
    }

    String open() {
      return isByTargets ? "d.open" : "o.completed_at is null and o.cancelled_at is null";
    }

    /** To be followed by a condition on the task, and a bracket. */
    String task() {
      return "exists (select from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_"
          + " where e.business_key_ = " + number() + " and ";
    }

    /** @param rest what else the list goes by */
    String tables(String rest) {
      String asked = where + " " + rest;
      String others = isByTargets
          ? joined(OF_ORDERS, asked, "orders o on o.number = d.order_number")
          : joined(OF_TARGETS, asked, "order_target d on d.order_number = o.number");
      return (isByTargets ? "order_target d" : "orders o") + others
          + ofType(OF_WORK_ORDERS, rest, "work_order w on w.number = " + number())
          + ofType(OF_PURCHASES, rest, "purchase_order po on po.number = " + number());
    }

    private String ofType(Pattern columns, String rest, String table) {
      return columns.matcher(where).find() ? " join " + table
          : columns.matcher(rest).find() ? " left join " + table : "";
    }

    private static String joined(Pattern columns, String asked, String table) {
      return columns.matcher(asked).find() ? " join " + table : "";
    }

    void and(String condition) {
      where.append(" and ").append(condition);
    }

    void and(String condition, String parameter, Object value) {
      and(condition);
      parameters.put(parameter, value);
    }

    void and(TextSearch.Match text) {
      and(text.condition());
      parameters.putAll(text.parameters());
    }

    void equal(String column, String parameter, @Nullable String value) {
      said(value).ifPresent(wanted -> and(column + " = :" + parameter, parameter, wanted));
    }
  }
}
