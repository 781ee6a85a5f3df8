package org.jobline.desk.tasklist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.jobline.action.Agent;
import org.jobline.platform.engine.FilterConditions;
import org.jobline.platform.engine.SystemAuthentication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Counts what stands in the lists of Tasklist. People of the same groups see the same jobs, so one count answers all of
 * them for a while: fifty agents who look at their lists cost hardly more than one.
 */
@Service
public class TaskListCounts {

  private static final Logger log = LoggerFactory.getLogger(TaskListCounts.class);

  /** A count is good for so long. */
  private static final Duration KEPT = Duration.ofSeconds(5);

  // keeps people who come and go from filling the memory
  private static final int REMEMBERED = 10_000;

  private final FilterService filters;
  private final SystemAuthentication system;
  private final Clock clock;
  private final Set<Broken> told = ConcurrentHashMap.newKeySet();
  private final Map<Asked, Counted> counts = new ConcurrentHashMap<>();

  TaskListCounts(FilterService filters, SystemAuthentication system, Clock clock) {
    this.filters = filters;
    this.system = system;
    this.clock = clock;
  }

  /** Who asks counts only where the list is his own. */
  private record Asked(String list, String query, String person, Set<String> groups) {}

  private record Broken(String list, String query) {}

  private record Counted(Instant at, long count) {}

  /** The lists the agent can read and that can be counted. */
  public List<TaskListCount> of(Agent agent) {
    if (counts.size() >= REMEMBERED) {
      counts.clear();
    }
    return system.callAs(agent.name(), agent.groups(), () -> filters.createTaskFilterQuery().list().stream()
        .flatMap(list -> counted(list, agent).stream())
        .toList());
  }

  private Optional<TaskListCount> counted(Filter list, Agent agent) {
    try {
      return Optional.of(new TaskListCount(list.getId(), list.getName(), count(list, agent)));
    } catch (RuntimeException e) {
      // people make lists of their own: a wrong one, or one deleted meanwhile, takes no other count away
      if (told.size() < REMEMBERED && told.add(new Broken(list.getId(), FilterConditions.of(list)))) {
        log.warn("The list {} can't be counted", list.getName(), e);
      }
      return Optional.empty();
    }
  }

  private long count(Filter list, Agent agent) {
    Instant now = clock.instant();
    String person = FilterConditions.isPersonal(list) ? agent.name() : "";
    return counts.compute(
        new Asked(list.getId(), FilterConditions.of(list), person, agent.groups()),
        (asked, before) -> before != null && now.isBefore(before.at().plus(KEPT))
            ? before : new Counted(now, filters.count(list.getId()))).count();
  }
}
