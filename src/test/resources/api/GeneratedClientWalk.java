import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.Consumer;
import org.jobline.client.ApiClient;
import org.jobline.client.api.AgentActionsApi;
import org.jobline.client.api.WorkOrdersApi;
import org.jobline.client.model.ActionRequest;
import org.jobline.client.model.ActionResult;
import org.jobline.client.model.ContactRequest;
import org.jobline.client.model.Event;
import org.jobline.client.model.NewOrderRequest;
import org.jobline.client.model.Offer;
import org.jobline.client.model.Problem;
import org.jobline.client.model.ScheduleRequest;
import org.jobline.client.model.WorkOrder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClientResponseException;

/** What a program does that has nothing but the generated client; given the address of the server. */
public class GeneratedClientWalk implements Consumer<String> {

  @Override
  public void accept(String address) {
    ApiClient client = new ApiClient();
    client.setBasePath(address);
    client.setUsername("agent");
    client.setPassword("agent");
    walk(new WorkOrdersApi(client), new AgentActionsApi(client));
  }

  private static void walk(WorkOrdersApi orders, AgentActionsApi actions) {
    NewOrderRequest call = new NewOrderRequest()
        .type("REACTIVE").site("S-014").workType("FAB").priority("P1")
        .description("A tile has come off").contact(new ContactRequest().name("Sue")).resource("RES-01")
        .schedule(new ScheduleRequest().kind(ScheduleRequest.KindEnum.UP_TO_SLA)).confirmDuplicate(true);
    ResponseEntity<WorkOrder> made = orders.logWorkOrderWithHttpInfo(call, "generated-client-1");
    WorkOrder logged = made.getBody();
    assertThat(made.getStatusCode().value()).isEqualTo(201);
    assertThat(made.getHeaders().getLocation()).hasToString("/api/work-orders/" + logged.getNumber());
    assertThat(logged.getStatus().getCode()).isEqualTo("1.00");
    assertThat(orders.logWorkOrder(call, "generated-client-1").getNumber()).isEqualTo(logged.getNumber());

    List<Offer> offered = actions.getActions(logged.getNumber());
    assertThat(offered).anySatisfy(offer -> {
      assertThat(offer.getKey()).isEqualTo("assign");
      assertThat(offer.getPrompt()).isTrue();
    });
    ActionResult done = actions.performAction(logged.getNumber(), "assign",
        new ActionRequest().spokeTo("Dispatch").putAdditionalProperty("how", "by phone"), null, null);
    assertThat(done.getStatus()).isEqualTo("1.03 Pending acceptance");
    assertThat(done.getEvent().getSpokeTo()).isEqualTo("Dispatch");

    ResponseEntity<WorkOrder> read = orders.getWorkOrderWithHttpInfo(logged.getNumber(), null);
    WorkOrder order = read.getBody();
    assertThat(order.getStatus().getName()).isEqualTo("Pending acceptance");
    assertThat(order.getContact().getName()).isEqualTo("Sue");
    assertThat(order.getResourceName()).isEqualTo("Pennine Heating");
    assertThat(order.getCost().getCurrency()).isEqualTo("GBP");
    assertThat(order.getSla().getRespond().getDue()).isAfter(order.getLoggedAt());
    assertThat(order.getVisits()).isEmpty();
    assertThat(orders.getEvents(logged.getNumber())).extracting(Event::getAction)
        .containsExactly("log-work-order", "assign");

    refused(orders, actions, logged.getNumber(), read.getHeaders().getETag());
  }

  private static void refused(WorkOrdersApi orders, AgentActionsApi actions, String number, String mark) {
    Problem notOffered = problem(409, () ->
        actions.performAction(number, "stop-job", new ActionRequest(), mark, "generated-client-2"));
    assertThat(notOffered.getType()).hasToString("https://jobline.org/problems/action-not-offered");
    assertThat(notOffered.getOrderStatus()).isEqualTo("1.03 Pending acceptance");
    assertThat(notOffered.getOfferedIn()).isEqualTo("3.x0");
    Problem invalid = problem(422, () -> orders.logWorkOrder(new NewOrderRequest().site("S-014"), null));
    assertThat(invalid.getErrors()).extracting(fault -> fault.getField()).contains("workType", "priority");
    assertThat(problem(404, () -> orders.getWorkOrder("R-999999", null)).getDetail())
        .isEqualTo("There is no work order R-999999.");
  }

  private static Problem problem(int status, Runnable call) {
    RestClientResponseException refusal = catchThrowableOfType(RestClientResponseException.class, call::run);
    assertThat(refusal.getStatusCode().value()).isEqualTo(status);
    return refusal.getResponseBodyAs(Problem.class);
  }
}
