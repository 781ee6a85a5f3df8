package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.jobline.action.Agent;
import org.jobline.action.UnavailableAction;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the menu says of actions that are not in it. */
@HelpdeskTest
class UnavailableActionsTest {

  private static final Agent FINANCE = new Agent("fiona", Set.of("finance"));

  private static final Agent OUTSIDER = new Agent("olga", Set.of("outsiders"));

  private final Given given;
  private final ApiClient api;
  private final IdentityService identity;

  UnavailableActionsTest(Given given, ApiClient api, IdentityService identity) {
    this.given = given;
    this.api = api;
    this.identity = identity;
  }

  private static UnavailableAction of(OrderUnderTest order, Agent agent, String key) {
    return order.notOffered(agent).stream().filter(action -> action.key().equals(key)).findFirst()
        .orElseThrow(() -> new AssertionError(key + " is not among what is not offered"));
  }

  @Test
  void the_status_stands_in_the_way() {
    UnavailableAction startJob = of(given.anAssignedOrder(), Given.AGENT, "start-job-admin");
    assertThat(startJob.why()).isEqualTo("The order is at 1.03 Pending acceptance.");
    assertThat(startJob.offeredIn()).anyMatch(status -> status.startsWith("2.00 "))
        .noneMatch(status -> status.startsWith("1.03"));
  }

  @Test
  void the_authorisation_stands_in_the_way() {
    OrderUnderTest order = given.anAssignedOrder()
        .perform("set-fixed-cost", with("amount", 12_500, "sure", true));
    assertThat(of(order, Given.AGENT, "accept-job").why()).isEqualTo("Waiting for authorisation.");
  }

  @Test
  void the_group_stands_in_the_way() {
    assertThat(of(given.anAssignedOrder(), FINANCE, "accept-job").why()).isEqualTo("Helpdesk only.");
  }

  /** What stands in the way is found out by the desk, not by what the engine would show them. */
  @Test
  void the_group_stands_in_the_way_of_somebody_who_may_not_look_at_the_process() {
    OrderUnderTest order = given.anAssignedOrder();
    identity.setAuthentication(OUTSIDER.name(), List.copyOf(OUTSIDER.groups()));
    try {
      assertThat(of(order, OUTSIDER, "cancel-job").why()).isEqualTo("Helpdesk only.");
    } finally {
      identity.clearAuthentication();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "1.00", "1.03", "2.00", "3.00", "4.01", "5.01"})
  void offered_or_not_every_action_stands_in_one_of_the_two(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    for (Agent agent : List.of(Given.AGENT, FINANCE)) {
      List<String> offered = order.offered(agent);
      List<UnavailableAction> notOffered = order.notOffered(agent);
      assertThat(notOffered).extracting(UnavailableAction::key).noneMatch(offered::contains);
      assertThat(notOffered).allSatisfy(action -> {
        assertThat(action.why()).matches("[A-Z].*[^.][.]");
        assertThat(action.offeredIn()).isNotEmpty();
      });
      assertThat(Stream.concat(offered.stream(), notOffered.stream().map(UnavailableAction::key)))
          .containsExactlyInAnyOrderElementsOf(everything());
    }
  }

  private Set<String> everything() {
    OrderUnderTest any = given.anAssignedOrder();
    Set<String> all = new HashSet<>(any.offered());
    any.notOffered(Given.AGENT).forEach(action -> all.add(action.key()));
    return all;
  }

  @Test
  void the_api_tells_it_too() {
    OrderUnderTest order = given.anAssignedOrder();
    assertThat(api.get("/api/work-orders/" + order.number() + "/actions/not-offered")).anySatisfy(action -> {
      assertThat(action.get("key").asText()).isEqualTo("start-job-admin");
      assertThat(action.get("why").asText()).isEqualTo("The order is at 1.03 Pending acceptance.");
    });
  }
}
