package org.jobline.desk.pulse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jobline.action.Agent;
import org.jobline.action.ClosedTasks;
import org.jobline.desk.presence.OrderReaders;
import org.jobline.desk.reminder.ReminderService;
import org.jobline.desk.reminder.ReminderView;
import org.jobline.desk.tasklist.TaskListCount;
import org.jobline.desk.tasklist.TaskListCounts;
import org.jobline.order.OrderMark;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.util.DigestUtils;

/** Compares what an open page knows with what is. */
@Service
class PulseService {

  private final OrderReaders readers;
  private final Orders orders;
  private final TaskListCounts counts;
  private final ReminderService reminders;
  private final ClosedTasks closed;
  private final PulseProperties properties;
  private final ObjectMapper json;

  PulseService(
      OrderReaders readers, Orders orders, TaskListCounts counts, ReminderService reminders, ClosedTasks closed,
      PulseProperties properties, ObjectMapper json) {
    this.readers = readers;
    this.orders = orders;
    this.counts = counts;
    this.reminders = reminders;
    this.closed = closed;
    this.properties = properties;
    this.json = json;
  }

  /** @param page checked */
  Pulse of(Agent agent, OpenPage page) {
    return new Pulse(
        properties.refresh().toMillis(),
        agent.name().equals(page.user()) ? null : agent.name(),
        page.order() == null ? null : order(agent, page.order()),
        page.lists() == null ? null : lists(agent, page.lists()),
        page.reminders() == null ? null : reminders(agent, page.reminders()),
        page.closed() == null ? null : closed(agent, page.closed()));
  }

  private Pulse.@Nullable OrderNews order(Agent agent, OpenPage.OpenOrder open) {
    OrderNumber number = open.known();
    List<String> looking = readers.look(agent.name(), number);
    List<String> known = Optional.ofNullable(open.alsoLooking()).orElse(List.of());
    String mark = open.mark();
    boolean isSame = mark != null
        && orders.find(number).filter(order -> OrderMark.isSameState(mark, order)).isPresent();
    return isSame && looking.equals(known) ? null
        : new Pulse.OrderNews(isSame ? null : true, looking.equals(known) ? null : looking);
  }

  private Pulse.@Nullable ListNews lists(Agent agent, String known) {
    List<TaskListCount> all = counts.of(agent);
    String mark = mark(all);
    return mark.equals(known) ? null : new Pulse.ListNews(mark, all);
  }

  private Pulse.@Nullable ReminderNews reminders(Agent agent, String known) {
    List<ReminderView> due = reminders.due(agent).stream().map(reminder -> ReminderView.of(reminder, agent)).toList();
    String mark = mark(due);
    return mark.equals(known) ? null : new Pulse.ReminderNews(mark, due);
  }

  private @Nullable List<ClosedTasks.Closed> closed(Agent agent, OffsetDateTime since) {
    List<ClosedTasks.Closed> all = closed.since(agent.name(), since.toInstant());
    return all.isEmpty() ? null : all;
  }

  /** The same for the same content, whichever node is asked. */
  private String mark(List<?> content) {
    try {
      return DigestUtils.md5DigestAsHex(json.writeValueAsBytes(content));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What is sent as JSON can't be written as JSON", e);
    }
  }
}
