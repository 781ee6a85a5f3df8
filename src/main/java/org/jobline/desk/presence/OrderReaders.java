package org.jobline.desk.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jobline.order.OrderNumber;
import org.jobline.platform.engine.UserListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows who has an order open now: the agents whose pages asked for it a moment ago. */
@Service
public class OrderReaders implements UserListener {

  /** Pages ask every five seconds; one that is closed is forgotten after this. */
  static final Duration PRESENCE = Duration.ofSeconds(20);
  /** As often as it is written down that a page is still open. */
  private static final Duration NOTED_EVERY = Duration.ofSeconds(8);

  private final OrderReaderRepository repository;
  private final Clock clock;

  OrderReaders(OrderReaderRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  /** Notes that the agent has the order open, and names the colleagues who have, too. */
  @Transactional
  public List<String> look(String agent, OrderNumber order) {
    Instant now = clock.instant();
    List<OrderReaderRepository.Reader> readers = repository.of(order.value(), now.minus(PRESENCE));
    if (readers.stream().noneMatch(
        reader -> reader.agent().equals(agent) && reader.seenAt().isAfter(now.minus(NOTED_EVERY)))) {
      repository.seen(agent, order.value(), now);
      repository.forget(agent, now.minus(PRESENCE));
    }
    return readers.stream().filter(reader -> !reader.agent().equals(agent))
        .map(OrderReaderRepository.Reader::name).toList();
  }

  @Override
  @Transactional
  public void removed(String user) {
    repository.forget(user);
  }
}
