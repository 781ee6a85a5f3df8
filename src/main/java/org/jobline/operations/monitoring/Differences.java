package org.jobline.operations.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jobline.order.OrderCard;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderProcess;
import org.jobline.order.OrderTypes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds orders that are not what their last event or their process says. Reads tables of the engine, since all orders
 * are looked through at once; a rule is one statement, however many orders there are.
 *
 * <p>Where a process stands is taken from what the engine runs on, never from its history: that is deleted some years
 * after a process began, whether or not it has ended, and a process owner may set the time. The status an order has
 * passed last is kept by its lifecycle as a variable, and where the tokens stand tells which statuses
 * it can have there.
 */
@Repository
class Differences {

  /** A list is for people; the sum says how bad it is. */
  static final int LISTED = 100;

  private static final String AUTHORISATION = "authorisation";
  private static final String NUMBERS = "'^" + OrderNumber.FORM + "$'";

  private static final String EVENT = """
      select o.number, 'The status is not the one its last event left it in.' as what,
        coalesce(e.status_after || ' after event ' || e.sequence || ', ' || e.label,
          'an event ' || greatest(o.last_event, 1)) as expected,
        o.status_code || ' ' || o.status_name as found
      from orders o left join order_event e on e.order_number = o.number and e.sequence = o.last_event
      where e.status_after is distinct from o.status_code {order}""";

  /** Whatever is not called by another process and moves an order: its lifecycle, and nothing else. */
  private static final String MOVER = """
      with mover as (
        select e.id_ as id, e.business_key_ as number, d.key_ as key, d.id_ as definition
        from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
        where e.parent_id_ is null and e.super_exec_ is null
          and (d.id_ = any(:moving) or d.key_ = any(:lifecyclesOfTypes)) {process}),
      """;

  private static final String PROCESS = MOVER + """
      running as (
        select m.number, count(*) as processes, min(m.key) as key,
          string_agg(m.key || ' ' || m.id, ', ' order by m.key, m.id) as names
        from mover m where m.number is not null group by m.number)
      select o.number,
        case when r.number is null then 'Its process has ended, but the order hasn''t.'
          when r.processes > 1 then 'Several processes move it.'
          else 'The process that moves it is not its lifecycle.' end as what,
        'one process ' || lower(o.type) as expected,
        coalesce(r.names, 'none in ' || o.status_code || ' ' || o.status_name) as found
      from orders o left join running r on r.number = o.number
      where case when r.number is null then {mustRun} else r.processes > 1 or r.key <> lower(o.type) end {order}""";

  private static final String NO_ORDER = """
      select e.business_key_ as number, 'A process runs for an order that does not exist.' as what, 'none' as expected,
        d.key_ || ' ' || e.id_ as found
      from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
      where e.parent_id_ is null and e.super_exec_ is null
        and (e.business_key_ ~ {numbers} or d.id_ = any(:moving) or d.key_ = any(:lifecyclesOfTypes))
        and not exists (select from orders o where o.number = e.business_key_) {process}""";

  /** The lifecycle itself and the stages it has called. */
  private static final String SHEET = MOVER + """
      sheet as (
        select s.id_ as id, s.proc_def_id_ as definition, m.id as lifecycle, m.definition as lifecycle_definition,
          m.number
        from mover m join act_ru_execution s on s.root_proc_inst_id_ = m.id and s.id_ = s.proc_inst_id_)""";

  private static final String PASSED = SHEET + """
       select o.number, 'The status is not the one its process has passed last.' as what,
        coalesce(v.text_, 'some status') as expected, o.status_code || ' ' || o.status_name as found
      from sheet s join orders o on o.number = s.number
        left join act_ru_variable v on v.execution_id_ = s.id and v.name_ = :variable
      where s.id = s.lifecycle and v.text_ is distinct from o.status_code || ' ' || o.status_name {order}""";

  private static final String STANDING = """

      from sheet s join orders o on o.number = s.number
        join act_ru_execution x on x.proc_inst_id_ = s.id and x.act_id_ is not null and not x.is_event_scope_
      -- a process that was moved stands somewhere without being active
      where not exists (select from act_ru_execution c where c.parent_id_ = x.id_) {order}
      """;

  private static final String PLACE = "o.type, o.status_code, s.lifecycle_definition, s.definition, x.act_id_";

  private static final String PLACES = SHEET + " select distinct " + PLACE + STANDING;

  private static final String AT_PLACES = SHEET + " select distinct o.number, o.status_name, " + PLACE + STANDING + """
      and (o.type, o.status_code, s.lifecycle_definition, s.definition, x.act_id_) in (
        select * from unnest(:types, :statuses, :lifecycles, :sheets, :elements))""";

  private static final String LOCK = """
      with asking as (
        select e.business_key_ as number, count(*) as processes,
          string_agg(d.key_ || ' ' || e.id_, ', ' order by e.id_) as names
        from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
        where e.parent_id_ is null and e.super_exec_ is null and d.key_ = :authorisation {process}
        group by e.business_key_)
      select o.number,
        case when o.lock_level is null then 'It is not locked, though somebody is asked to authorise it.'
          else 'It is locked, though not one process asks for its authorisation.' end as what,
        case when o.lock_level is null then 'no process ' else 'one process ' end || :authorisation as expected,
        coalesce(a.names, 'none') as found
      from orders o left join asking a on a.number = o.number
      where coalesce(a.processes, 0) <> case when o.lock_level is null then 0 else 1 end {order}""";

  private final JdbcClient jdbc;
  private final LastMilestones milestones;
  private final OrderTypes types;
  private final Clock clock;

  Differences(JdbcClient jdbc, LastMilestones milestones, OrderTypes types, Clock clock) {
    this.types = types;
    this.jdbc = jdbc;
    this.milestones = milestones;
    this.clock = clock;
  }

  /**
   * @param first at most {@link #LISTED} of them, by the number of the order
   * @param more how many are left out
   */
  record Found(List<OrderDifference> first, long more) {}

  /** Where a token stands, and the status its order has. */
  private record Place(String type, String status, String lifecycle, String sheet, String element) {

    static Place read(ResultSet row) throws SQLException {
      return new Place(row.getString("type"), row.getString("status_code"), row.getString("lifecycle_definition"),
          row.getString("definition"), row.getString("act_id_"));
    }
  }

  /** Of one order or of all. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Found find(Optional<OrderNumber> number) {
    String[] moving = moving(number);
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Found> byRule = new ArrayList<>();
    byRule.add(found(EVENT, number, Map.of()));
    byRule.add(found(PROCESS, number, Map.of("moving", moving, "now", now)));
    byRule.add(found(NO_ORDER, number, Map.of("moving", moving)));
    byRule.add(found(PASSED, number, Map.of("moving", moving, "variable", OrderCard.STATUS)));
    byRule.add(misplaced(number, moving));
    byRule.add(found(LOCK, number, Map.of("authorisation", AUTHORISATION)));
    List<OrderDifference> first = byRule.stream()
        .flatMap(found -> found.first().stream())
        .sorted(Comparator.comparing(OrderDifference::number, Comparator.nullsLast(Comparator.naturalOrder())))
        .limit(LISTED)
        .toList();
    long all = byRule.stream().mapToLong(found -> found.first().size() + found.more()).sum();
    return new Found(first, all - first.size());
  }

  /** The diagrams that move orders, of those that processes run on. */
  private String[] moving(Optional<OrderNumber> number) {
    return query("select distinct e.proc_def_id_ from act_ru_execution e where e.parent_id_ is null"
            + " and e.super_exec_ is null {process}", number, Map.of())
        .query(String.class).list().stream()
        .filter(milestones::areIn)
        .toArray(String[]::new);
  }

  private Found misplaced(Optional<OrderNumber> number, String[] moving) {
    Map<Place, Set<String>> wrong = new LinkedHashMap<>();
    query(PLACES, number, Map.of("moving", moving)).query((row, index) -> Place.read(row)).list().forEach(place ->
        types.named(place.type())
            .flatMap(type -> milestones.at(place.lifecycle(), place.sheet(), place.element(), type))
            .filter(statuses -> !statuses.contains(place.status()))
            .ifPresent(statuses -> wrong.put(place, new TreeSet<>(statuses))));
    if (wrong.isEmpty()) {
      return new Found(List.of(), 0);
    }
    return found(AT_PLACES, number, Map.of(
        "moving", moving, "types", column(wrong, Place::type), "statuses", column(wrong, Place::status),
        "lifecycles", column(wrong, Place::lifecycle), "sheets", column(wrong, Place::sheet),
        "elements", column(wrong, Place::element)),
        row -> {
          Place place = Place.read(row);
          return new OrderDifference(row.getString("number"), "It cannot have this status where its process stands.",
              String.join(", ", wrong.get(place)) + " at " + place.element() + " of "
                  + OrderProcess.keyOf(place.sheet()),
              place.status() + " " + row.getString("status_name"));
        });
  }

  private static String[] column(Map<Place, ?> places, Function<Place, String> column) {
    return places.keySet().stream().map(column).toArray(String[]::new);
  }

  private Found found(String rule, Optional<OrderNumber> number, Map<String, Object> parameters) {
    return found(rule, number, parameters, row -> new OrderDifference(
        row.getString("number"), row.getString("what"), row.getString("expected"), row.getString("found")));
  }

  private interface Reading {
    OrderDifference of(ResultSet row) throws SQLException;
  }

  private Found found(String rule, Optional<OrderNumber> number, Map<String, Object> parameters, Reading reading) {
    long[] all = {0};
    List<OrderDifference> first = query(
        // counted before the rest is left out
        "select *, count(*) over () as all_found from (" + rule + ") differing order by number limit " + LISTED,
        number, parameters)
        .query((row, index) -> {
          all[0] = row.getLong("all_found");
          return reading.of(row);
        }).list();
    return new Found(first, all[0] - first.size());
  }

  private JdbcClient.StatementSpec query(String sql, Optional<OrderNumber> number, Map<String, Object> parameters) {
    String filled = sql
        .replace("{order}", number.isPresent() ? "and o.number = :number" : "")
        .replace("{process}", number.isPresent() ? "and e.business_key_ = :number" : "")
        .replace("{numbers}", NUMBERS)
        .replace("{mustRun}", StuckOrders.LIVES);
    JdbcClient.StatementSpec statement = jdbc.sql(filled).params(parameters)
        .param("lifecyclesOfTypes", types.lifecycles().toArray(String[]::new));
    return number.isPresent() ? statement.param("number", number.get().value()) : statement;
  }
}
