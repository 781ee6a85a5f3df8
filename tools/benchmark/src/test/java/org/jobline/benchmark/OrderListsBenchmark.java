package org.jobline.benchmark;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jobline.fixture.Chromium;
import org.jobline.fixture.Given;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.OwnEngine;
import org.jobline.fixture.TestReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/**
 * How long the first page of each list takes with 100,000 open orders, for 50 agents in 5 groups, through HTTP with
 * authorization on. Not run with the tests: {@code mvn -f tools -Plists}; another size with
 * {@code -Dbenchmark.orders=20000}. A few orders are brought into each status by the actions themselves; then their
 * rows, those of the engine too, are copied.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "jobline.embedded-database.directory=target/data-benchmark",
      "jobline.embedded-database.keep=false",
      "logging.level.org.jobline.benchmark=info",
      "logging.level.org.camunda=off"
    })
@ActiveProfiles("demo")
@Import({TestReferenceData.class, Given.class})
@ExtendWith(OwnEngine.class)
class OrderListsBenchmark {

  private static final Logger log = LoggerFactory.getLogger(OrderListsBenchmark.class);
  private static final int ORDERS = Integer.getInteger("benchmark.orders", 100_000);
  private static final int AGENTS = 50;
  private static final int GROUPS = 5;
  private static final int WARM_UP = 10;
  private static final int CALLS = Integer.getInteger("benchmark.calls", 100);
  private static final int AT_ONCE = 4;
  private static final String PASSWORD = "Bench-mark-1234";
  private static final int PAUSE_MS = 100;
  private static final int ROWS_LOOKED_AT = 20;
  private static final String COMPLETE = """
      row => new Promise((done, failed) => {
        const number = row.dataset.number;
        const start = performance.now();
        row.click();
        const look = () => {
          const page = document.querySelector('.jobline-page-body');
          const isThere = page && document.querySelector('.jobline-page-head h1').textContent.trim() === number
            && page.querySelector('.jobline-next form [type=submit]') && page.querySelector('.jobline-timeline');
          const taken = performance.now() - start;
          return isThere ? requestAnimationFrame(() => done(taken))
            : taken > 30000 ? failed(new Error(number + ' is not there')) : requestAnimationFrame(look);
        };
        look();
      })""";
  private static final List<String> STATUSES =
      List.of("0.03", "0.04", "0.05", "1.00", "1.01", "1.02", "1.03", "1.04", "2.00", "3.00", "4.00", "4.01");
  private static final List<String> ROOMS = List.of(
      "kitchen", "cellar", "stockroom", "office", "sales floor", "car park", "roof", "plant room", "lobby", "lift");
  private static final List<String> CALLERS = List.of("Ottoline Zoë", "Anna Smith", "Percival O''Brien", "Zoltán Ruiz");
  private static final List<String> TOWNS = List.of("Leeds", "York", "Hull", "Ripon");
  private static final List<String> FAULTS = List.of(
      "boiler is cold", "door does not close", "light flickers", "tap drips", "alarm rings", "tile is loose",
      "drain is blocked", "window is cracked", "fridge is warm", "socket is dead", "shutter sticks", "heater smells");

  @LocalServerPort int port;
  @Autowired Given given;
  @Autowired JdbcClient jdbc;
  @Autowired IdentityService identity;
  @Autowired FilterService filters;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void measure() throws Exception {
    people();
    fill();
    Map<String, String> questions = questions();
    StringBuilder report = new StringBuilder("%n%-34s %8s %8s %8s%n".formatted("one agent after the other", "p50", "p95", "max"));
    List<Long> all = new ArrayList<>();
    for (Map.Entry<String, String> question : questions.entrySet()) {
      measured(question.getValue(), WARM_UP);
      List<Long> times = measured(question.getValue(), CALLS);
      all.addAll(times);
      report.append(line(question.getKey(), times));
    }
    report.append(line("all", all));
    report.append(line(AT_ONCE + " agents at once, all mixed", together(questions.values())));
    report.append(line("an order's page in the browser", pages(questions)));
    log.info("{}", report);
  }

  private static String line(String name, List<Long> times) {
    List<Long> sorted = times.stream().sorted().toList();
    return "%-34s %5d ms %5d ms %5d ms%n".formatted(name, sorted.get(sorted.size() / 2),
        sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1), sorted.get(sorted.size() - 1));
  }

  private List<Long> measured(String path, int calls) throws IOException, InterruptedException {
    List<Long> times = new ArrayList<>();
    for (int call = 0; call < calls; call++) {
      times.add(time(call % AGENTS + 1, path));
    }
    return times;
  }

  private List<Long> together(Iterable<String> paths) throws InterruptedException, ExecutionException {
    ExecutorService agents = Executors.newFixedThreadPool(AT_ONCE);
    List<Callable<Long>> calls = new ArrayList<>();
    for (int round = 1; round <= CALLS / AT_ONCE; round++) {
      int agent = round % AGENTS + 1;
      paths.forEach(path -> calls.add(() -> time(agent, path)));
    }
    List<Long> times = new ArrayList<>();
    for (Future<Long> call : agents.invokeAll(calls)) {
      times.add(call.get());
    }
    agents.shutdown();
    return times;
  }

  /** From the click on its row in the table until next action, facts and timeline are there, beside other agents. */
  private List<Long> pages(Map<String, String> questions) throws ExecutionException, InterruptedException {
    ExecutorService others = Executors.newSingleThreadExecutor();
    AtomicBoolean isOver = new AtomicBoolean();
    List<String> asked = List.copyOf(questions.values());
    Future<?> work = others.submit(() -> {
      for (int call = 0; !isOver.get(); call++) {
        time(call % AGENTS + 1, asked.get(call % asked.size()));
        Thread.sleep(PAUSE_MS);
      }
      return null;
    });
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.tasklistAs("agent", port);
      List<Long> times = new ArrayList<>();
      for (int round = 0; round < WARM_UP + CALLS; round++) {
        page.evaluate("location.hash = '#/orders?state=open&page=" + round + "'");
        Locator row = page.locator("tr[data-number]").nth(round % ROWS_LOOKED_AT);
        row.waitFor();
        Number taken = (Number) page.evaluate(COMPLETE, row.elementHandle());
        if (round >= WARM_UP) {
          times.add(taken.longValue());
        }
      }
      return times;
    } finally {
      isOver.set(true);
      work.get();
      others.shutdown();
    }
  }

  /** @return milliseconds until the whole answer is there */
  private long time(int agent, String path) throws IOException, InterruptedException {
    String login = Base64.getEncoder().encodeToString((name(agent) + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path.replace("{agent}", name(agent))))
        .header("Authorization", "Basic " + login).header("Accept", "application/json, application/hal+json").build();
    long start = System.nanoTime();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    long taken = (System.nanoTime() - start) / 1_000_000;
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return taken;
  }

  private Map<String, String> questions() {
    String some = jdbc.sql("select number from orders order by number offset ?").param(ORDERS / 2)
        .query(String.class).list().get(0);
    Map<String, String> questions = new LinkedHashMap<>();
    list(questions, "open", "state=open");
    list(questions, "mine", "state=open&assignee={agent}&sort=due");
    list(questions, "unassigned", "state=open&unassigned=true&sort=due");
    list(questions, "of a group", "state=open&group=desk-3&sort=due");
    list(questions, "due today", "due=today&sort=due");
    list(questions, "breached", "state=open&breached=true&sort=due");
    list(questions, "chase now", "chase=now&sort=due");
    list(questions, "waiting for authorisation", "state=open&locked=true&sort=due");
    list(questions, "completed", "state=completed");
    list(questions, "stage", "state=open&status=2.*&sort=due");
    list(questions, "of a resource", "state=open&resource=ALPHA");
    for (String sort : List.of("number", "-status", "priority", "site", "-eta", "-fixDue", "resource")) {
      list(questions, "sorted by " + sort, "state=open&sort=" + sort);
    }
    list(questions, "page 1,000", "state=open&page=1000");
    list(questions, "repeated look, no total", "state=open&sort=due&total=false");
    list(questions, "text: number", "text=" + some);
    list(questions, "text: digits of a number", "text=" + some.substring(2));
    list(questions, "text: common word", "text=boiler");
    list(questions, "text: two words", "text=boiler+cellar");
    list(questions, "text: unfinished word", "text=flick");
    list(questions, "text: site", "text=shop+777");
    list(questions, "text: nothing found", "text=zeppelin");
    list(questions, "text: site and word", "text=leeds+boiler");
    list(questions, "text: site, caller and word", "text=leeds+otoline+boiler");
    list(questions, "text: misspelt", "text=bolier");
    list(questions, "text: all misspelt", "text=leads+bolier+kichen");
    list(questions, "text: phone", "text=07700+905123");
    list(questions, "text: phone from abroad", "text=%2B44+7700+905123");
    list(questions, "text: end of a phone", "text=905123");
    list(questions, "text: caller", "text=ottoline+05123");
    list(questions, "text: postcode", "text=LS1+777");
    list(questions, "text: reference", "text=EXT-777-3");
    list(questions, "text: every order", "text=in+the");
    list(questions, "text: every site", "text=street");
    list(questions, "text: every site and order", "text=high+street+shop+in+the+unit");
    list(questions, "text: common word, open, due", "text=boiler&state=open&sort=due");
    list(questions, "text: first letters of much", "text=07");
    questions.put("find box: common word", "/api/work-orders?size=12&text=boiler");
    questions.put("find box: misspelt", "/api/work-orders?size=12&text=flikers");
    questions.put("the order by its number", "/api/work-orders/" + some);
    for (Filter filter : filters.createTaskFilterQuery().list()) {
      if (!filter.getName().equals("Waiting for authorisation")) {
        questions.put("Tasklist: " + filter.getName(),
            "/engine-rest/engine/default/filter/" + filter.getId() + "/list?firstResult=0&maxResults=15");
      }
    }
    return questions;
  }

  private static void list(Map<String, String> questions, String name, String query) {
    questions.put(name, "/api/work-orders?size=50&" + query);
  }

  private static String name(int agent) {
    return "agent-%02d".formatted(agent);
  }

  private void people() {
    for (int number = 1; number <= GROUPS; number++) {
      Group group = identity.newGroup("desk-" + number);
      group.setName("Desk " + number);
      identity.saveGroup(group);
    }
    for (int number = 1; number <= AGENTS; number++) {
      User user = identity.newUser(name(number));
      user.setFirstName("Agent");
      user.setLastName(Integer.toString(number));
      user.setPassword(PASSWORD);
      identity.saveUser(user);
      identity.createMembership(name(number), "helpdesk");
      identity.createMembership(name(number), "desk-" + (number % GROUPS + 1));
    }
  }

  private void fill() {
    List<String> patterns = new ArrayList<>();
    for (int i = 0; i < 2 * STATUSES.size(); i++) {
      OrderUnderTest order = given.anOrderIn(STATUSES.get(i % STATUSES.size()));
      patterns.add(order.number().value());
    }
    given.aCompletedOrder();
    int copies = ORDERS / patterns.size();
    jdbc.sql("create unlogged table pattern as select unnest(?) as number").param(patterns.toArray(String[]::new)).update();
    jdbc.sql("create unlogged table copy as select generate_series(1, ?) as n").param(copies).update();
    jdbc.sql("""
        insert into site (code, client, name, address, postcode, country, region, time_zone)
        select 'SHOP-' || n, case n %% 3 when 0 then 'ACME' when 1 then 'NEXT' else 'REASONED' end, 'Shop ' || n,
          n || ' High Street, ' || (%s)[1 + n %% 4], 'LS1 ' || n, 'GB', 'North', 'Europe/London'
        from generate_series(1, 2000) n""".formatted(array(TOWNS))).update();
    String number = "'R-' || (1000000 + c.n * 100 + p.place)";
    jdbc.sql("alter table pattern add column place int generated always as identity").update();
    insert("orders", "join pattern p on p.number = r.number", Map.of(
        "number", number,
        "site", "'SHOP-' || (1 + (c.n * 7 + p.place) % 2000)",
        "contact_name", "(" + array(CALLERS) + ")[1 + (c.n + p.place) % " + CALLERS.size() + "] || ' ' || p.place",
        "contact_phone", "'07700 9' || lpad(((c.n * 25 + p.place) % 100000)::text, 5, '0')",
        "logged_at", later("logged_at")));
    insert("work_order", "join pattern p on p.number = r.number", Map.of(
        "number", number,
        "description", "(" + array(FAULTS) + ")[1 + (c.n + p.place) % " + FAULTS.size() + "] || ' in the ' || ("
            + array(ROOMS) + ")[1 + (c.n / 7) % " + ROOMS.size() + "] || ' of unit ' || c.n",
        "external_reference", "'EXT-' || c.n || '-' || p.place",
        "eta", later("eta"), "next_attempt_at", later("next_attempt_at"),
        "priority", "'P' || (1 + c.n % 2)"));
    jdbc.sql("update orders o set client = s.client from site s where s.code = o.site and o.client <> s.client").update();
    jdbc.sql("update orders o set search_text = concat_ws(' ', external_reference, resource_reference, description,"
        + " location, equipment, symptom) from work_order w where w.number = o.number").update();
    insert("order_cost", "join pattern p on p.number = r.order_number", Map.of("order_number", number));
    Map<String, String> clock = new LinkedHashMap<>(Map.of("order_number", number, "id", ""));
    for (String column : List.of("started_at", "respond_due", "temporary_fix_due", "fix_due", "respond_warning",
        "temporary_fix_warning", "fix_warning", "responded_at", "temporarily_fixed_at", "fixed_at")) {
      clock.put(column, later(column));
    }
    insert("sla_clock", "join pattern p on p.number = r.order_number", clock);
    Map<String, String> target = new LinkedHashMap<>(Map.of("order_number", number, "clock", "null"));
    for (String column : List.of("next_due", "next_warning", "respond_due", "fix_due", "breached_at")) {
      target.put(column, later(column));
    }
    insert("order_target", "join pattern p on p.number = r.order_number", target);
    Map<String, String> visit = new LinkedHashMap<>(Map.of("order_number", number, "id", "",
        "started_at", later("started_at"), "stopped_at", later("stopped_at")));
    insert("visit", "join pattern p on p.number = r.order_number", visit);
    copyEngine(number);
    jdbc.sql("vacuum analyze").update();
    log.info("{} open orders, {} tasks", jdbc.sql(
        "select count(*) from orders where completed_at is null and cancelled_at is null").query(Long.class).single(),
        jdbc.sql("select count(*) from act_ru_task").query(Long.class).single());
  }

  /** The ids of a copy are those of its pattern with the number of the copy behind. */
  private void copyEngine(String number) {
    jdbc.sql("""
        create unlogged table instance as
        select e.proc_inst_id_ as id, p.number, p.place from act_ru_execution e
        join pattern p on p.number = e.business_key_ where e.business_key_ is not null""").update();
    String own = "join instance i on i.id = r.proc_inst_id_ join pattern p on p.number = i.number";
    insert("act_ru_execution", own, Map.of("id_", id("id_"), "proc_inst_id_", id("proc_inst_id_"),
        "parent_id_", id("parent_id_"), "super_exec_", id("super_exec_"), "root_proc_inst_id_", id("root_proc_inst_id_"),
        "business_key_", "case when r.business_key_ is not null then " + number + " end",
        "act_inst_id_", id("act_inst_id_")));
    insert("act_ru_task", own, Map.of("id_", id("id_"), "execution_id_", id("execution_id_"),
        "proc_inst_id_", id("proc_inst_id_"),
        "assignee_", "case when (c.n + p.place) % 3 = 0 then 'agent-' || lpad((1 + (c.n + p.place) % "
            + AGENTS + ")::text, 2, '0') end",
        "create_time_", later("create_time_"), "due_date_", later("due_date_")));
    insert("act_ru_identitylink",
        "join act_ru_task t on t.id_ = r.task_id_ join instance i on i.id = t.proc_inst_id_ "
            + "join pattern p on p.number = i.number",
        Map.of("id_", id("id_"), "task_id_", id("task_id_"),
            "group_id_", "case when r.group_id_ is not null then 'desk-' || (1 + c.n % " + GROUPS + ") end"));
    insert("act_ru_variable", own, Map.of("id_", id("id_"), "execution_id_", id("execution_id_"),
        "proc_inst_id_", id("proc_inst_id_"), "task_id_", id("task_id_"), "var_scope_", id("var_scope_"),
        "text_", "case when r.name_ = 'orderNumber' then " + number + " else r.text_ end"));
    insert("act_ru_event_subscr", own, Map.of("id_", id("id_"), "execution_id_", id("execution_id_"),
        "proc_inst_id_", id("proc_inst_id_")));
  }

  /** @param changed what replaces a column; empty text: it is left to the database */
  private void insert(String table, String joins, Map<String, String> changed) {
    List<String> columns = jdbc.sql("""
        select column_name from information_schema.columns
        where table_schema = current_schema() and table_name = ? and is_generated = 'NEVER'
        order by ordinal_position""").param(table).query(String.class).list().stream()
        .filter(column -> !"".equals(changed.get(column))).toList();
    String values = columns.stream().map(column -> changed.getOrDefault(column, "r." + column))
        .collect(Collectors.joining(", "));
    int rows = jdbc.sql("insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from "
        + table + " r " + joins + " cross join copy c").update();
    log.info("{} rows in {}", rows, table);
  }

  private static String id(String column) {
    return "r." + column + " || '-' || c.n";
  }

  /** The copies are spread over a month; a few hours of it lie ahead. */
  private static String later(String column) {
    return "r." + column + " - (c.n - 20) * interval '10 minutes'";
  }

  private static String array(List<String> words) {
    return "array[" + words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", ")) + "]";
  }
}
