package org.jobline.operations.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jobline.action.Agent;
import org.jobline.order.ActionPerformed;
import org.jobline.order.Journal;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.error.InvalidFieldsException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Erases what is known of a person, after somebody has seen what that would be. */
@Service
class ErasureService {

  private static final String ACTION = "erase-personal-data";
  private static final String LABEL = "Erase Personal Data";
  private static final String EVENTS = "events";
  private static final int MAX_REASON = 500;

  private final ErasureRepository repository;
  private final Orders orders;
  private final Journal journal;
  private final ObjectMapper json;
  private final Clock clock;

  ErasureService(ErasureRepository repository, Orders orders, Journal journal, ObjectMapper json, Clock clock) {
    this.repository = repository;
    this.orders = orders;
    this.journal = journal;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param places how many entries name the person, by where
   * @param orders those the entries belong to
   * @param files documents of these orders, whose contents are not searched
   */
  record Findings(int matches, Map<String, Integer> places, Set<String> orders, List<ErasureRepository.File> files) {}

  record Erasure(long id, Instant at, int matches, Set<String> orders) {}

  @Transactional(readOnly = true)
  Findings search(Person person) {
    Map<String, Integer> places = new LinkedHashMap<>();
    places.put(EVENTS, repository.matchesInEvents(person));
    Place.ALL.forEach(place -> places.merge(place.where(), repository.matches(place, person), Integer::sum));
    places.values().removeIf(matches -> matches == 0);
    Set<String> affected = repository.orders(person);
    return new Findings(
        places.values().stream().mapToInt(Integer::intValue).sum(), places, affected, repository.files(affected));
  }

  /**
   * Erases the person's data and notes in each order that this was done, and why.
   *
   * @param expected how many entries the search found
   * @throws InvalidFieldsException when the entries are others by now, or the reason names the person
   */
  @Transactional
  Erasure erase(Agent agent, Person person, String reason, int expected) {
    check(person, reason);
    Findings found = search(person);
    if (found.matches() != expected) {
      throw new InvalidFieldsException("matches",
          "must be the number a search has just found: it is now " + found.matches() + ", not " + expected + ".");
    }
    Instant now = clock.instant();
    long id = repository.record(now, agent.name(), reason, found.matches());
    repository.eraseInEvents(person, id);
    Place.ALL.forEach(place -> repository.erase(place, person));
    repository.forgetSearchWords(person);
    found.orders().forEach(number -> note(agent, new OrderNumber(number), reason, id, now));
    return new Erasure(id, now, found.matches(), found.orders());
  }

  private static void check(Person person, String reason) {
    if (reason == null || reason.isBlank() || reason.length() > MAX_REASON) {
      throw new InvalidFieldsException("reason", "is required, up to " + MAX_REASON + " characters.");
    }
    if (person.isNamedIn(reason)) {
      throw new InvalidFieldsException("reason", "must not name the person, because the reason is kept.");
    }
  }

  private void note(Agent agent, OrderNumber number, String reason, long id, Instant at) {
    Order order = orders.lock(number);
    journal.append(order, new ActionPerformed(at, agent.name(), null, null, ACTION, LABEL,
        order.status().code().value(), LABEL + ": " + reason, false, fields(reason, id), Set.of(), Set.of()));
  }

  private String fields(String reason, long id) {
    try {
      return json.writeValueAsString(Map.of("reason", reason, "erasure", id));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A text and a number can always be written", e);
    }
  }
}
