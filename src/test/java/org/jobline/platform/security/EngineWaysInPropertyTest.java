package org.jobline.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.jobline.fixture.Seed;
import org.jobline.fixture.ServedDemoTest;
import org.jobline.platform.security.EngineEndpoints.Endpoint;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Chance calls every endpoint of the engine and its web applications, as everybody, with bodies made after what the
 * endpoint reads: nothing breaks, no order is changed without an event, nobody gains a right.
 */
@ServedDemoTest
class EngineWaysInPropertyTest {

  private static final int CALLS = Integer.getInteger("jobline.calls", 10_000);
  private static final int ROUNDS = 20;
  private static final List<String> PEOPLE = List.of("agent", "finance", "manager", "owner", "nobody", "admin");
  private static final Map<String, Set<String>> GROUPS_OF = Map.of("finance", Set.of("finance"),
      "manager", Set.of("manager"), "owner", Set.of("process-owner"), "admin", Set.of("admin", "camunda-admin"));
  private static final String EVIL = "${identityService.createMembership('agent2','admin')}";
  private static final String REST = "/engine-rest/";
  private static final String WEBAPPS = "/camunda/api/engine/engine/default/";
  private static final String BESIDE = "/camunda/api/";

  /** What administrators may change of people and lists: chance gets names nobody has. */
  private static final String ADMINS_OWN = "(?:user|group|tenant|authorization|filter)(?:/.*)?";

  private static final List<EngineCalls> PERMITTED =
      List.of(EngineCalls.ofRest(), EngineCalls.ofWebapps(), EngineCalls.besideThem());

  @LocalServerPort int port;
  @Autowired ObjectMapper json;
  @Autowired JdbcClient jdbc;

  private final long seed = Seed.orElse(20_261_127);
  private final Map<String, List<String>> ids = new HashMap<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();

  private record Way(String prefix, Endpoint endpoint) {}

  @Test
  void chance_breaks_nothing_changes_no_order_without_an_event_and_gains_no_right() throws Exception {
    for (int i = 0; i < 5; i++) {
      order("S-0" + (20 + i));
    }
    List<Way> ways = Stream.of(
        EngineEndpoints.ofTheEngine().stream().map(endpoint -> new Way(REST, endpoint)),
        EngineEndpoints.ofTheEngine().stream().map(endpoint -> new Way(WEBAPPS, endpoint)),
        // whoever logs out is not asked any more
        EngineEndpoints.besideTheEngine().stream().filter(endpoint -> !endpoint.path().endsWith("/logout"))
            .map(endpoint -> new Way(BESIDE, endpoint))).flatMap(stream -> stream).toList();
    Map<String, Caller> callers = new LinkedHashMap<>();
    PEOPLE.forEach(person -> callers.put(person, new Caller(person, ways)));
    // what another test left failed may be tried again by a manager
    jdbc.sql("update act_ru_job set retries_ = 1 where retries_ < 1").update();
    Map<String, String> rights = rights();
    Map<String, List<String>> before = tables();
    Instant start = Instant.now();
    ExecutorService threads = Executors.newFixedThreadPool(PEOPLE.size());
    try {
      for (int round = 0; round < ROUNDS; round++) {
        readIds();
        Map<String, String> orders = orders();
        Map<String, Long> events = events();
        int number = round;
        for (Future<Void> done : threads.invokeAll(callers.values().stream().<Callable<Void>>map(caller -> () -> {
          caller.call(ways, new Random(seed * 31 + number * 7L + caller.person.hashCode()), number);
          return null;
        }).toList())) {
          done.get();
        }
        Map<String, Long> eventsNow = events();
        orders().forEach((order, state) -> {
          if (!state.equals(orders.get(order)) && eventsNow.get(order).equals(events.get(order))) {
            faults.add("Round " + number + ": " + order + " changed without an event, from\n  " + orders.get(order)
                + "\nto\n  " + state);
          }
        });
        assertThat(rights()).as("rights, in round %s with seed %s", round, seed).isEqualTo(rights);
      }
    } finally {
      threads.shutdownNow();
      restore(before);
    }
    System.out.println("Seed " + seed + ": " + statuses + " in " + Duration.between(start, Instant.now()).toSeconds()
        + " s");
    assertThat(faults).as("with seed %s (-Djobline.seed)", seed).isEmpty();
    assertThat(statuses.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(CALLS);
    assertThat(statuses.keySet()).contains(200, 204, 400, 401, 403, 404, 422);
  }

  private void order(String site) throws IOException {
    HttpResponse<String> answer = new Browser(port).as("agent").post("/api/work-orders", """
        {"type":"REACTIVE","site":"%s","workType":"FAB","priority":"P1","description":"A tile came off",
         "contactName":"Sue","confirmDuplicate":true}""".formatted(site));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  /** One person, with a password for the engine and a session for the web applications. */
  private final class Caller {

    private final String person;
    private final Browser withPassword;
    private final Browser inSession;
    /** What somebody may call at all: most of chance's calls are these. */
    private final List<Way> open;

    Caller(String person, List<Way> ways) {
      this.person = person;
      this.open = ways.stream().filter(this::isOpen).toList();
      boolean isNobody = person.equals("nobody");
      this.withPassword = isNobody ? new Browser(port) : new Browser(port).as(person);
      this.inSession = isNobody ? new Browser(port)
          : new Browser(port).in(person.equals("owner") ? "cockpit" : "tasklist", person);
    }

    private boolean isOpen(Way way) {
      String path = way.prefix() + way.endpoint().path().replaceAll("\\{engine}", "default")
          .replaceAll("\\{.*?}", person);
      return PERMITTED.stream().anyMatch(calls ->
          calls.permitted(person, GROUPS_OF.getOrDefault(person, Set.of("helpdesk")), way.endpoint().method(), path)
              .isPresent());
    }

    void call(List<Way> ways, Random random, int round) {
      int share = CALLS / ROUNDS / PEOPLE.size() + 1;
      for (int i = 0; i < share; i++) {
        // all of them in turn, and what is left by chance
        int turn = round * share + i;
        Way way = ways.get(turn < ways.size() ? turn : random.nextInt(ways.size()));
        if (turn >= ways.size() && random.nextInt(4) > 0) {
          way = open.get(random.nextInt(open.size()));
        }
        Chance chance = new Chance(random, person.equals("admin") && way.endpoint().path().matches(ADMINS_OWN));
        String path = way.prefix() + chance.path(way.endpoint().path());
        String body = way.endpoint().method().matches("POST|PUT") ? chance.body(way.endpoint().body()) : null;
        // each from somewhere else: chance fails to log in more often than one address may
        HttpResponse<String> answer = (way.prefix().equals(REST) ? withPassword : inSession)
            .with("X-Forwarded-For", "198.18.%d.%d".formatted(turn / 250 % 250, turn % 250))
            .call(way.endpoint().method(), path, body == null ? null : "application/json", body);
        statuses.merge(answer.statusCode(), 1, Integer::sum);
        if (answer.statusCode() >= 500 || answer.body().contains("Exception") && answer.statusCode() >= 400) {
          faults.add("%s as %s: %s %s %s%n  -> %s".formatted(
              answer.statusCode(), person, way.endpoint().method(), path, body, answer.body()));
        }
      }
    }
  }

  /** Makes addresses and bodies that might be meant. */
  private final class Chance {

    private static final int DEPTH = 3;

    private final Random random;
    private final boolean namesNobody;

    Chance(Random random, boolean namesNobody) {
      this.random = random;
      this.namesNobody = namesNobody;
    }

    private <T> T any(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }

    String path(String template) {
      String kind = template.replaceAll("/.*", "");
      String path = Arrays.stream(template.split("/"))
          .map(part -> !part.startsWith("{") ? part
              : part.equals("{engine}") || part.equals("{processEngineName}") ? "default" : encoded(id(kind)))
          .reduce((left, right) -> left + "/" + right).orElseThrow();
      List<String> asked = IntStream.range(0, random.nextInt(3)).mapToObj(i -> any(List.of(
          "firstResult=" + any(List.of("0", "-1", "x", "99999999999")), "maxResults=" + any(List.of("1", "-5", "2000")),
          "sortBy=" + any(List.of("id", "instanceId", "name", "x'--")), "sortOrder=" + any(List.of("asc", "desc", "up")),
          "assigneeExpression=" + encoded(EVIL), "deserializeValues=true", "cascade=true", "skipCustomListeners=true",
          "processInstanceId=" + encoded(id("process-instance")), "name=" + encoded(text()), "unknown=1",
          "groupBy=month", "metrics=x", "latestVersion=true", "variables=a_eq_b", "tenantIdIn=a,b",
          "createdAfter=2026-01-01", "reportType=duration&periodUnit=month"))).toList();
      return path + (asked.isEmpty() ? "" : "?" + String.join("&", asked));
    }

    private String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String id(String kind) {
      if (namesNobody) {
        return any(List.of("chance-1", "chance-2", "nobody-there"));
      }
      List<String> known = ids.getOrDefault(kind, List.of());
      return known.isEmpty() || random.nextInt(8) == 0
          ? any(List.of("x", "1", "reactive", "agent2", "admin", "ü", "-", "null", "a b", "x".repeat(300)))
          : any(known);
    }

    private String text() {
      return switch (random.nextInt(8)) {
        case 0 -> EVIL;
        case 1 -> "x".repeat(random.nextInt(400));
        case 2 -> "\u0000\u0001ü'\"<b>";
        case 3 -> "2026-11-27T10:00:00.000+0000";
        case 4 -> namesNobody ? "chance-1" : any(List.of("agent2", "admin", "helpdesk"));
        case 5 -> id(any(List.copyOf(new TreeMap<>(ids).keySet())));
        case 6 -> any(List.of("asc", "desc", "Task", "eq", "like", "agent", "reactive", "cancel-job", "", "1"));
        default -> String.valueOf(random.nextInt());
      };
    }

    String body(Class<?> type) {
      try {
        return switch (random.nextInt(12)) {
          case 0 -> random.nextBoolean() ? "" : "{}";
          case 1 -> any(List.of("[]", "null", "1", "\"x\"", "{\"a\":", "{}{}", "{\"a\":1,\"a\":2}", "[[[[[[{}]]]]]]"));
          case 2 -> "{\"orQueries\":[{\"assigneeExpression\":\"" + EVIL + "\"}],\"x\":" + json.writeValueAsString(text())
              + "}";
          default -> json.writeValueAsString(object(type == null || type == String.class ? TaskQueryDto.class : type, 0));
        };
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    private Map<String, Object> object(Class<?> type, int depth) {
      Map<String, Object> object = new LinkedHashMap<>();
      List<BeanPropertyDefinition> properties = json.getDeserializationConfig()
          .introspect(json.constructType(type)).findProperties();
      double share = properties.size() > 12 ? 4.0 / properties.size() : 0.6;
      properties.stream().filter(BeanPropertyDefinition::couldDeserialize).forEach(property -> {
        if (random.nextDouble() < share) {
          object.put(property.getName(), value(property.getPrimaryType(), depth));
        }
      });
      if (type.getSimpleName().equals("UserIdDto") && random.nextBoolean()) {
        object.put("userId", any(List.of("agent", "agent2", "finance", "manager", "admin", "ghost")));
      }
      return object;
    }

    private Object value(JavaType type, int depth) {
      if (random.nextInt(15) == 0) {
        return any(Arrays.asList(null, List.of(), Map.of("a", 1), -1, 1.5, text()));
      }
      Class<?> raw = type == null ? Object.class : type.getRawClass();
      if (raw == String.class || raw == Object.class) {
        return text();
      } else if (raw == Boolean.class || raw == boolean.class) {
        return random.nextBoolean();
      } else if (Number.class.isAssignableFrom(raw) || raw.isPrimitive()) {
        return any(List.of(0, 1, -1, 3, Integer.MAX_VALUE));
      } else if (raw == Date.class) {
        return "2026-11-27T10:00:00.000+0000";
      } else if (raw.isEnum()) {
        return any(List.of(raw.getEnumConstants())).toString();
      } else if (depth > DEPTH) {
        return null;
      } else if (raw.isArray() || Collection.class.isAssignableFrom(raw)) {
        return IntStream.range(0, random.nextInt(3)).mapToObj(i -> value(type.getContentType(), depth + 1)).toList();
      } else if (Map.class.isAssignableFrom(raw)) {
        return variables();
      }
      return object(raw, depth + 1);
    }

    private Map<String, Object> variables() {
      Map<String, Object> variables = new HashMap<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        Map<String, Object> variable = new HashMap<>();
        variable.put("value", text());
        if (random.nextInt(4) == 0) {
          variable.put("type", any(List.of("Object", "File", "Bytes", "Json", "Integer", "Date", "banana")));
          variable.put("valueInfo", Map.of("objectTypeName", "java.util.HashMap",
              "serializationDataFormat", "application/x-java-serialized-object"));
        }
        variables.put(any(List.of("resource", "amount", "notes", "orderStatus", "description", text())), variable);
      }
      return variables;
    }
  }

  private List<String> column(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }

  private void readIds() {
    ids.put("task", column("select id_ from act_ru_task order by 1"));
    ids.put("process-instance", column("select proc_inst_id_ from act_ru_execution where parent_id_ is null order by 1"));
    ids.put("execution", column("select id_ from act_ru_execution order by 1"));
    ids.put("process-definition", column("select id_ from act_re_procdef union select distinct key_ from act_re_procdef"));
    ids.put("decision-definition", column("select id_ from act_re_decision_def union select key_ from act_re_decision_def"));
    ids.put("deployment", column("select id_ from act_re_deployment order by 1"));
    ids.put("job", column("select id_ from act_ru_job order by 1"));
    ids.put("job-definition", column("select id_ from act_ru_jobdef order by 1"));
    ids.put("filter", column("select id_ from act_ru_filter order by 1"));
    ids.put("variable-instance", column("select id_ from act_ru_variable order by 1"));
    ids.put("authorization", column("select id_ from act_ru_authorization order by 1"));
    ids.put("history", column("select id_ from act_hi_procinst order by 1"));
    ids.put("user", List.of("agent", "agent2", "finance", "manager", "owner", "admin"));
    ids.put("group", List.of("helpdesk", "finance", "manager", "process-owner", "admin", "camunda-admin"));
  }

  private static final String STATE = """
      select o.number, md5(o::text || coalesce((select w::text from work_order w where w.number = o.number), '')
          || coalesce((select p::text from purchase_order p where p.number = o.number), '')) || ' ' || o.status_code
        || coalesce((select string_agg(e.act_id_ || e.suspension_state_ || e.is_active_::text, ' ' order by e.act_id_, e.id_)
             from act_ru_execution r join act_ru_execution e on e.proc_inst_id_ = r.proc_inst_id_
             where r.business_key_ = o.number), ' no process')
        || coalesce((select string_agg(t.task_def_key_ || t.suspension_state_ || coalesce(t.due_date_::text, '')
               || coalesce(t.name_, ''), ' ' order by t.task_def_key_, t.id_)
             from act_ru_execution r join act_ru_task t on t.proc_inst_id_ = r.proc_inst_id_
             where r.business_key_ = o.number), ' no task')
        || coalesce((select string_agg(j.type_ || j.suspension_state_ || coalesce(j.duedate_::text, ''), ' ' order by j.id_)
             from act_ru_execution r join act_ru_job j on j.process_instance_id_ = r.proc_inst_id_
             where r.business_key_ = o.number), ' no job')
        || coalesce((select string_agg(v.name_ || '=' || coalesce(v.text_, v.long_::text, v.double_::text, ''), ' '
               order by v.name_, v.id_)
             from act_ru_execution r join act_ru_variable v on v.proc_inst_id_ = r.proc_inst_id_
             where r.business_key_ = o.number), ' no variable') as state
      from orders o""";

  /** Where each order stands, and its process. */
  private Map<String, String> orders() {
    Map<String, String> orders = new TreeMap<>();
    jdbc.sql(STATE).query((row, i) -> orders.put(row.getString(1), row.getString(2))).list();
    return orders;
  }

  private Map<String, Long> events() {
    Map<String, Long> events = new TreeMap<>();
    jdbc.sql("select order_number, count(*) from order_event group by 1")
        .query((row, i) -> events.put(row.getString(1), row.getLong(2))).list();
    return events;
  }

  /** All that decides who may do what; what an administrator gives to nobody counts for nothing. */
  private Map<String, String> rights() {
    Map<String, String> rights = new TreeMap<>();
    Map.of(
        "users", "select id_ || pwd_ from act_id_user where id_ not like 'chance-%'",
        "groups", "select id_ from act_id_group where id_ not like 'chance-%'",
        "members", "select user_id_ || ' in ' || group_id_ from act_id_membership where user_id_ not like 'chance-%'",
        "rights", "select type_ || coalesce(group_id_, '') || coalesce(user_id_, '') || resource_type_"
            + " || coalesce(resource_id_, '') || perms_ from act_ru_authorization"
            + " where coalesce(group_id_, user_id_) in (select id_ from act_id_group union select id_ from act_id_user)"
            + " and coalesce(group_id_, user_id_) not like 'chance-%'",
        "lists", "select name_ || query_ from act_ru_filter where name_ in ('My jobs', 'Breached', 'Unassigned')",
        "deployments", "select id_ from act_re_deployment",
        "suspended", "select id_ from act_re_procdef where suspension_state_ <> 1",
        "timers", "select id_ from act_ru_job where retries_ < 1")
        .forEach((what, sql) -> rights.put(what, String.valueOf(column(sql + " order by 1"))));
    return rights;
  }

  private static final Map<String, String> KEYS = new LinkedHashMap<>();

  static {
    KEYS.put("act_id_membership", "user_id_ || ' ' || group_id_");
    KEYS.put("act_id_tenant_member", "id_");
    KEYS.put("act_id_tenant", "id_");
    KEYS.put("act_id_user", "id_");
    KEYS.put("act_id_group", "id_");
    KEYS.put("act_ru_authorization", "id_");
    KEYS.put("act_ru_filter", "id_");
  }

  private Map<String, List<String>> tables() {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    KEYS.forEach((table, key) -> tables.put(table, column("select " + key + " from " + table)));
    return tables;
  }

  /** Other tests share the database: what the administrator made goes again. */
  private void restore(Map<String, List<String>> before) {
    before.forEach((table, rows) -> {
      List<String> made = new ArrayList<>(column("select " + KEYS.get(table) + " from " + table));
      made.removeAll(rows);
      made.forEach(row -> jdbc.sql("delete from " + table + " where " + KEYS.get(table) + " = ?").param(row).update());
    });
  }
}
