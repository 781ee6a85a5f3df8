package org.jobline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jobline.action.ActionKey;
import org.jobline.action.ActionNotOffered;
import org.jobline.action.Actions;
import org.jobline.action.Agent;
import org.jobline.action.Submission;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.problem.ChangedMeanwhile;
import org.jobline.workorder.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.transaction.support.TransactionTemplate;

@HelpdeskTest
class TwoAgentsTest {

  private final Given given;
  private final Actions actions;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final ExecutorService desks = Executors.newFixedThreadPool(2);

  TwoAgentsTest(Given given, Actions actions, Journal journal, TransactionTemplate transaction) {
    this.given = given;
    this.actions = actions;
    this.journal = journal;
    this.transaction = transaction;
  }

  @AfterEach
  void closeDesks() {
    desks.shutdownNow();
  }

  @RepeatedTest(20)
  void of_two_who_accept_the_same_job_one_wins() throws Exception {
    OrderUnderTest order = given.anAssignedOrder();
    int before = order.events().size();
    List<Optional<RuntimeException>> outcomes = both(order, "accept-job", with(), "accept-job", with());
    assertOneWon(outcomes);
    assertThat(order.status()).isEqualTo("2.00");
    assertThat(order.events()).hasSize(before + 1);
  }

  @RepeatedTest(20)
  void of_two_who_want_different_things_one_wins_and_the_other_is_told() throws Exception {
    OrderUnderTest order = given.anAssignedOrder();
    int before = order.events().size();
    List<Optional<RuntimeException>> outcomes = both(order,
        "cancel-job", with(), "resource-unable-to-accept", with("callerName", "Dispatch", "reason", "No capacity"));
    long won = outcomes.stream().filter(Optional::isEmpty).count();
    // a refused job is still cancelled when the cancellation comes clearly later
    assertThat(won).isBetween(1L, 2L);
    assertThat(order.events()).hasSize(before + (int) won);
    assertThat(journal.verify(Optional.of(order.number())).valid()).isTrue();
  }

  /** The first agent holds the order until the second has asked for it: the instant is the same for certain. */
  @RepeatedTest(3)
  void who_comes_while_another_action_is_under_way_is_told_that_the_order_changes() throws Exception {
    OrderUnderTest order = given.anAssignedOrder();
    int before = order.events().size();
    transaction.executeWithoutResult(begun -> {
      actions.perform(Given.AGENT, order.number(), new ActionKey("accept-job"), Submission.of(with()));
      Future<Optional<RuntimeException>> other = desks.submit(
          () -> attempt(Given.COLLEAGUE, order, "add-notes-public", with("text", "me too")));
      try {
        assertThat(other.get()).get().isInstanceOf(ChangedMeanwhile.class);
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
    });
    assertThat(order.events()).hasSize(before + 1);
  }

  private List<Optional<RuntimeException>> both(
      OrderUnderTest order, String one, Map<String, Object> oneFields, String other, Map<String, Object> otherFields)
      throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    List<Future<Optional<RuntimeException>>> attempts = new ArrayList<>();
    attempts.add(desks.submit(() -> {
      start.await();
      return attempt(Given.AGENT, order, one, oneFields);
    }));
    attempts.add(desks.submit(() -> {
      start.await();
      return attempt(Given.COLLEAGUE, order, other, otherFields);
    }));
    return List.of(attempts.get(0).get(), attempts.get(1).get());
  }

  private Optional<RuntimeException> attempt(
      Agent agent, OrderUnderTest order, String action, Map<String, Object> fields) {
    try {
      actions.perform(agent, order.number(), new ActionKey(action), Submission.of(fields));
      return Optional.empty();
    } catch (ChangedMeanwhile | ActionNotOffered e) {
      return Optional.of(e);
    }
  }

  private static void assertOneWon(List<Optional<RuntimeException>> outcomes) {
    assertThat(outcomes.stream().filter(Optional::isEmpty)).hasSize(1);
  }
}
