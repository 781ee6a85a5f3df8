package org.jobline.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.ApiClient.performing;
import static org.jobline.fixture.ApiClient.post;
import static org.jobline.fixture.Given.with;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.ApiClient.Answer;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** An action can be done, but what is offered next can't be told, as when a diagram can't be read. */
@HelpdeskTest
class OfferedNextTest {

  private final Given given;
  private final ApiClient api;
  private final RepositoryService repository;
  private final Map<String, OfferCondition> conditions;
  private final Map.Entry<String, OfferCondition> readable;

  @SuppressWarnings("unchecked")
  OfferedNextTest(Given given, ApiClient api, RepositoryService repository, ActionPolicy policy) {
    this.given = given;
    this.api = api;
    this.repository = repository;
    this.conditions = (Map<String, OfferCondition>) ReflectionTestUtils.getField(policy, "conditions");
    this.readable = Map.entry("linked", conditions.get("linked"));
  }

  @BeforeEach
  void a_diagram_is_unreadable() {
    conditions.put(readable.getKey(), new OfferCondition() {
      @Override
      public String name() {
        return readable.getKey();
      }

      @Override
      public boolean holds(Order order) {
        return repository.getBpmnModelInstance("of no diagram") != null;
      }

      @Override
      public String refusalReason() {
        return "never asked";
      }
    });
  }

  @AfterEach
  void it_is_readable_again() {
    conditions.put(readable.getKey(), readable.getValue());
  }

  @Test
  void an_action_that_was_done_is_answered_as_done() {
    OrderUnderTest order = given.aLoggedOrder();
    Answer answer = api.call(post(performing(order.number(), "add-notes-public"), with("text", "Gate code 1234")));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.content()).containsKeys("event", "status");
    assertThat(order.events()).hasSize(2);
  }

  @Test
  void so_is_one_that_is_sent_under_a_key_and_repeated() {
    OrderUnderTest order = given.aLoggedOrder();
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      Answer answer = api.call(post(performing(order.number(), "add-notes-public"), with("text", "Gate code 1234"))
          .header("Idempotency-Key", key));
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
    assertThat(order.events()).hasSize(2);
  }
}
