package org.jobline.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;

/** Our own diagrams with one thing wrong, and the smallest ones of our own making. */
class FlowCheckTest {

  private static final String REACTIVE = "processes/lifecycles/reactive.bpmn";
  private static final String PREPARATION = "processes/stages/preparation.bpmn";
  private static final String ASSIGNMENT = "processes/stages/assignment.bpmn";
  private static final String ATTENDANCE = "processes/stages/attendance.bpmn";
  private static final String COMPLETION = "processes/stages/completion.bpmn";
  private static final String BATCH = "processes/stages/batch.bpmn";
  private static final String AUTHORISATION = "processes/stages/authorisation.bpmn";
  private static final String CHANGES = "processes/actions/changes-of-plan.bpmn";
  private static final String NOTES = "processes/actions/notes.bpmn";

  private static final FlowCheck CHECK = new FlowCheck();
  private static final MessageCheck MESSAGES = new MessageCheck();

  private static List<Problem> problems(String resource, Consumer<BpmnModelInstance> change) {
    return CHECK.check(OwnDiagrams.deployedWith(resource, change));
  }

  private static Problem theProblem(String resource, Consumer<BpmnModelInstance> change) {
    List<Problem> problems = problems(resource, change);
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  private static List<Problem> problemsOf(String sheet) {
    return CHECK.check(OwnDiagrams.deployedBeside("processes/own.bpmn", sheet));
  }

  @Test
  void our_own_diagrams_have_no_problem() {
    assertThat(CHECK.check(OwnDiagrams.deployed())).isEmpty();
  }

  @Test
  void an_outcome_of_a_called_sheet_that_nobody_catches() {
    List<Problem> problems = problems(REACTIVE, model -> delete(model, "cancelledBeforeAttendance"));
    assertThat(problems).contains(Problem.at(REACTIVE, "attendance", null,
        "'Cancel Job' ends 'Attendance' with 'cancelled', which nobody catches: the order stays at '2.00 Pending "
            + "attendance'. Draw a boundary event 'cancelled' on 'Attendance' that leads on from there."));
  }

  @Test
  void an_outcome_that_nobody_catches_any_more_because_of_the_stage() {
    List<Problem> problems = CHECK.check(OwnDiagrams.deployedAlone(ATTENDANCE, model ->
        model.getModelElementsByType(Escalation.class).stream()
            .filter(escalation -> escalation.getEscalationCode().equals("cancelled"))
            .forEach(escalation -> escalation.setEscalationCode("called off"))));
    assertThat(problems).filteredOn(problem -> problem.elementIds().equals(List.of("cancelledBeforeAttendance")))
        // in each lifecycle that has the stage
        .hasSize(2).allSatisfy(problem -> {
          assertThat(problem.resource()).isEqualTo(ATTENDANCE);
          assertThat(problem.message()).contains("with 'called off', which nobody catches");
        });
    assertThat(problems).filteredOn(problem -> problem.elementIds().isEmpty())
        .hasSize(2).anySatisfy(problem -> {
          assertThat(problem.resource()).isEqualTo(ATTENDANCE);
          assertThat(problem.message()).startsWith("With this file, in " + REACTIVE + " (cancelledBeforeAttendance): "
              + "'cancelled' never happens: nothing in 'Attendance' ends with 'cancelled'.");
        });
  }

  @Test
  void what_is_in_force_already_is_no_fault_of_a_deployment() {
    assertThat(CHECK.check(OwnDiagrams.deployedAlone(NOTES, model -> { }))).isEmpty();
  }

  @Test
  void a_dead_end_with_the_way_to_it() {
    assertThat(problems(ASSIGNMENT, model -> delete(model, "flow_recordAcceptance_accepted")))
        .contains(Problem.at(ASSIGNMENT, "recordAcceptance", null,
            "From '1.03 Pending acceptance' by 'Accept Job' the order comes to 'Record acceptance' and stays there: no "
                + "flow leads on from it. (Reactive work order › Assignment: to be assigned → Where to "
                + "continue? → to Pending acceptance → 1.x3 Pending acceptance → Accept Job → Record acceptance)"));
  }

  @Test
  void a_side_effect_that_is_passed_by() {
    Problem problem = theProblem(ASSIGNMENT, model -> {
      retarget(model, "flow_assign_sendAssignEmail", "automaticAcceptance");
      retarget(model, "flow_automaticAssignment_sendAssignEmail", "automaticAcceptance");
    });
    assertThat(problem.elementIds()).containsExactly("sendAssignEmail");
    assertThat(problem.message()).isEqualTo(
        "No way leads to 'Send assign e-mail': draw a flow to it, or delete it.");
  }

  @Test
  void a_wait_for_a_message_nobody_sends() {
    List<Problem> problems = problems(COMPLETION, model -> message(model, "final-invoice-recorded", "paid"));
    assertThat(problems).contains(Problem.at(COMPLETION, "finalInvoice", null,
        "As '5.01 Completed - in invoice process' the order comes to 'final invoice recorded' and waits there for the "
            + "message 'paid', which nobody sends. (Reactive work order › Completion › In invoice process: to be "
            + "invoiced → 5.x1 Completed - in invoice process → Settled already? → final invoice recorded)"));
  }

  @Test
  void a_question_without_an_answer_for_everything_else() {
    assertThat(problems(PREPARATION, model -> model.<ExclusiveGateway>getModelElementById("whatIsMissing")
        .removeAttribute("default")))
        .extracting(Problem::elementIds, Problem::property, Problem::message)
        .contains(tuple(List.of("whatIsMissing"), null,
            "The answer 'nothing' of 'What is missing?' has no condition, so it would always be taken. Give it one, or "
                + "make it the default flow."));
    assertThat(problems(PREPARATION, model -> delete(model, "flow_whatIsMissing_prepared")))
        .extracting(Problem::property, Problem::message)
        .contains(tuple("default",
            "'What is missing?' has no default flow: when none of its conditions is true, the order gets stuck. Make "
                + "one of 'both', 'contractor' and 'schedule' the default flow."));
  }

  @Test
  void a_question_with_one_answer() {
    assertThat(theProblem(ASSIGNMENT, model -> delete(model, "flow_automaticAssignment_sendAssignEmail")).message())
        .isEqualTo("'Automatic assignment?' has only one answer, to 'Assign'. Draw the other one, or delete the question.");
  }

  @Test
  void an_answer_that_never_gets_its_turn() {
    Problem problem = theProblem(PREPARATION, model -> {
      SequenceFlow both = model.getModelElementById("flow_whatIsMissing_status_0_x3");
      SequenceFlow resource = model.getModelElementById("flow_whatIsMissing_status_0_x4");
      String condition = both.getConditionExpression().getTextContent();
      both.getConditionExpression().setTextContent(resource.getConditionExpression().getTextContent());
      resource.getConditionExpression().setTextContent(condition);
    });
    assertThat(problem.elementIds()).containsExactly("whatIsMissing");
    assertThat(problem.message()).isEqualTo(
        "The answer 'contractor' of 'What is missing?' is never taken: whenever it is true, 'both' is too and comes "
            + "first. Put it first, or change its condition.");
  }

  @Test
  void a_flow_that_goes_round_for_ever() {
    Problem problem = problems(PREPARATION, model -> {
      retarget(model, "flow_status_0_x5_allocateResource", "whatIsMissing");
    }).get(0);
    assertThat(problem.message()).startsWith("An order can go round for ever without waiting for anyone: 'What is "
        + "missing?' → '0.x5 Pending schedule set' → 'What is missing?'.");
  }

  @Test
  void a_status_from_which_no_end_can_be_reached() {
    assertThat(problems(COMPLETION, model -> {
      retarget(model, "flow_recallPeriodOver_nothingInvoiced", "status_5_x2");
      delete(model, "nothingInvoiced");
    })).extracting(Problem::message).singleElement().asString()
        .startsWith("As '3.00 Attendance started' the order comes to 'nothing to invoice' and can never come to an end "
            + "of 'No invoice expected' from there.");
  }

  @Test
  void a_wait_without_a_status_before_it() {
    assertThat(problems(COMPLETION, model -> retarget(model, "flow_toBeInvoiced_status_5_x1", "settledAlready")))
        .extracting(Problem::elementIds, Problem::message)
        .contains(tuple(List.of("finalInvoice"),
            "As '3.00 Attendance started' the order comes to 'final invoice recorded' and waits there, but reaches no "
                + "status on the way: it would still be '3.00 Attendance started'. Draw a status before it. (Reactive "
                + "work order › Completion › In invoice process: to be invoiced → Settled already? → final invoice "
                + "recorded)"));
  }

  @Test
  void a_prompt_that_is_not_offered_when_the_order_waits_with_it() {
    Problem problem = theProblem(ATTENDANCE, model -> property(model, "stopJob", "offeredIn").setCamundaValue("4.*"));
    assertThat(problem.elementIds()).containsExactly("stopJob");
    assertThat(problem.property()).isEqualTo("offeredIn");
    assertThat(problem.message()).startsWith(
        "From '2.00 Pending attendance' by 'Await attendance' the order comes to 'Stop Job' and waits there "
            + "as '3.00 Attendance started', but the task is only available in '4.*'.");
  }

  @Test
  void an_action_on_demand_that_is_never_offered_where_it_is_drawn() {
    assertThat(problems(ATTENDANCE, model -> property(model, "asked_stopJobWorkNotCompleted", "offeredIn")
        .setCamundaValue("5.x0"))).filteredOn(problem -> problem.elementIds().contains("asked_stopJobWorkNotCompleted"))
        .singleElement().satisfies(problem -> {
          assertThat(problem.property()).isEqualTo("offeredIn");
          assertThat(problem.message()).startsWith("'Stop Job › Work Not Completed' is available in '5.x0', but an order "
              + "here is '2.00 Pending attendance', ");
        });
  }

  @Test
  void a_message_of_actions_that_are_never_offered_where_it_is_waited_for() {
    assertThat(problems(CHANGES, model -> property(model, "asked_remoteFix", "offeredIn").setCamundaValue("5.x0")))
        .extracting(Problem::message).anySatisfy(message -> assertThat(message)
            .contains("'Remote Fix' waits for the message 'fixed-remotely', which comes from 'Remote Fix' (available "
                + "in '5.x0'); but an order here is '2.00 Pending attendance', ")
            .endsWith(": it would never come."));
  }

  @Test
  void a_message_that_no_action_ends_with_any_more() {
    assertThat(problems(CHANGES, model -> message(model, "converted", "changed")))
        .extracting(Problem::elementIds, Problem::message).contains(tuple(List.of("converted"),
            "'Convert Work Order' never happens: nobody sends the message 'converted'."));
  }

  @Test
  void a_prompt_without_a_form() {
    assertThat(problems(ATTENDANCE, model -> model.<UserTask>getModelElementById("stopJob")
        .removeAttributeNs("http://camunda.org/schema/1.0/bpmn", "formRef")))
        .filteredOn(problem -> problem.elementIds().equals(List.of("stopJob")))
        .singleElement().extracting(Problem::message).asString().contains("the task has no form: nobody can do it");
  }

  @Test
  void a_sheet_that_cannot_be_called() {
    Consumer<BpmnModelInstance> elsewhere = model ->
        model.<CallActivity>getModelElementById("batch").setCalledElement("bundle");
    assertThat(problems(REACTIVE, elsewhere)).extracting(Problem::message)
        .contains("'Held for a batch' calls 'bundle', which doesn't exist.");
    assertThat(problems(BATCH, model -> model.<Process>getModelElementById("batch").setExecutable(false)))
        .extracting(Problem::message)
        .containsExactly("'Held for a batch' calls 'Held for a batch', which isn't executable.");
  }

  @Test
  void a_called_sheet_that_is_not_told_what_it_needs() {
    assertThat(theProblem(REACTIVE, model -> handOn(model, "attendance", false, true)).message()).isEqualTo(
        "'Attendance' calls 'Attendance' without the order: pass on the business key, "
            + "#{execution.processBusinessKey}.");
    assertThat(theProblem(AUTHORISATION, model -> handOn(model, "question", true, false)).message()).isEqualTo(
        "'Question' doesn't pass on 'askedBy', which 'Question about an authorisation' reads.");
  }

  @Test
  void a_sheet_that_is_not_told_where_to_begin() {
    assertThat(problems(REACTIVE, model -> {
      CallActivity completion = model.getModelElementById("completion");
      entry(model, "completion").forEach(in -> completion.getExtensionElements().removeChildElement(in));
    }).stream().map(Problem::message))
        .contains("'Completion' doesn't pass on 'entry', which 'Completion' asks for to know where to begin.");
  }

  @Test
  void a_sheet_that_is_told_to_begin_where_it_does_not_ask_for() {
    assertThat(problems(REACTIVE, model -> model.getModelElementsByType(Escalation.class).stream()
        .filter(escalation -> escalation.getEscalationCode().equals("recalled"))
        .forEach(escalation -> escalation.setEscalationCode("called back"))))
        .extracting(Problem::elementIds, Problem::property, Problem::message)
        .contains(tuple(List.of("recalled"), "camunda:escalationCodeVariable",
            "'recalled' tells 'Assignment' to begin at 'called back', which 'Assignment' doesn't ask for. It asks for "
                + "'1.x1', '1.x2', '1.x3', '1.x4' and 'recalled'."));
    assertThat(problems(ASSIGNMENT, model -> told(model, "pendingAssignAfterNoAnswer", "no answer")))
        .extracting(Problem::elementIds, Problem::message)
        .contains(tuple(List.of("pendingAssignAfterNoAnswer"),
            "'Pending assign' tells 'Pending assign' to begin at 'no answer', which 'Pending assign' doesn't ask for. "
                + "It asks for 'information required' and 'not reached'."));
  }

  @Test
  void an_end_that_an_open_action_would_hold_up() {
    Problem problem = theProblem(ATTENDANCE, model -> {
      EndEvent end = model.getModelElementById("attended");
      end.removeChildElement(end.getChildElementsByType(TerminateEventDefinition.class).iterator().next());
    });
    assertThat(problem.elementIds()).containsExactly("attended");
    assertThat(problem.message()).endsWith("Make it a terminate end event.");
  }

  @Test
  void two_prompts_at_once() {
    assertThat(problemsOf(Bpmn.convertToString(lifecycle()
        .parallelGateway("both")
        .userTask("one").name("One").camundaFormRef("one").parallelGateway("joined").endEvent("end")
        .moveToNode("both").userTask("other").name("Other").camundaFormRef("other").connectTo("joined")
        .done()))).extracting(Problem::message).anySatisfy(message -> assertThat(message)
            .contains("waits at 'One' at the same time; an order can wait in only one place, with one status"));
  }

  @Test
  void branches_that_do_not_join_as_they_forked() {
    assertThat(problemsOf(Bpmn.convertToString(sheet()
        .exclusiveGateway("which").name("Which?")
        .condition("one", "${order.isOne(execution)}").serviceTask("one").parallelGateway("joined").endEvent("end")
        .moveToNode("which").serviceTask("other").connectTo("joined")
        .done()))).extracting(Problem::message).anySatisfy(message -> assertThat(message)
            .contains("waits there for a branch that can no longer arrive"));
    assertThat(problemsOf(Bpmn.convertToString(sheet()
        .parallelGateway("both").userTask("next").name("Next").camundaFormRef("next").endEvent("end")
        .moveToNode("both").connectTo("next")
        .done()))).extracting(Problem::message).anySatisfy(message -> assertThat(message)
            .contains("gets there a second time while it is still there"));
  }

  @Test
  void a_link_without_its_counterpart() {
    String sheet = Bpmn.convertToString(sheet().intermediateThrowEvent("leave").name("to nowhere").done())
        .replaceAll("(<intermediateThrowEvent id=\"leave\" name=\"to nowhere\">)(\\s*<incoming>.*?</incoming>)",
            "$1$2<linkEventDefinition id=\"def\" name=\"nowhere\" />");
    assertThat(problemsOf(sheet)).extracting(Problem::message)
        .contains("The link 'to nowhere' has no matching link: no link in this box receives 'nowhere'.");
  }

  @Test
  void a_status_behind_the_lifecycles_back() {
    assertThat(problemsOf(Bpmn.convertToString(sheet()
        .intermediateThrowEvent("status").name("4.x0 Attendance paused").endEvent("end").done())))
        .extracting(Problem::message).containsExactly(
            "'4.x0 Attendance paused' would give the order a status while its lifecycle is elsewhere: a status "
                + "belongs to a lifecycle or a stage.");
  }

  @Test
  void a_sheet_that_calls_itself() {
    assertThat(problemsOf(Bpmn.convertToString(sheet()
        .callActivity("again").name("Again").calledElement("round").endEvent("end").done())))
        .extracting(Problem::message).anySatisfy(message -> assertThat(message).contains("'round', which doesn't exist"));
    assertThat(problemsOf(Bpmn.convertToString(Bpmn.createExecutableProcess("round").name("Round").startEvent()
        .callActivity("again").name("Again").calledElement("round").camundaInBusinessKey("#{x}")
        .endEvent("end").done())))
        .extracting(Problem::message).anySatisfy(message -> assertThat(message).contains("calls itself again"));
  }

  /**
   * The net: every flow, boundary event, end event and box on the side of every diagram is taken away by itself. What
   * is not found is what a process owner may well want.
   */
  @Test
  void everything_that_is_taken_away_is_missed() {
    Map<String, FlowSheet> whole = new TreeMap<>();
    OwnDiagrams.deployed().sheets().forEach((key, file) -> whole.put(key, file.flow()));
    Set<String> notMissed = new TreeSet<>();
    List<String> missed = new ArrayList<>();
    OwnDiagrams.models().forEach((resource, model) -> {
      for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
        if (isTakenAway(element)) {
          boolean isFound = isFound(whole, resource, element.getId());
          (isFound ? missed : notMissed).add(resource.replaceAll(".*/|[.]bpmn", "") + " " + element.getId());
        }
      }
    });
    assertThat(missed).hasSizeGreaterThan(400);
    assertThat(notMissed).containsExactlyInAnyOrder(
        // an action less in the menu: the order goes on without it
        "assignment onDemand_information",
        "assignment after_changeResource",
        "delivery after_cancel",
        // an order that comes back begins the stage anew
        "assignment flow_reEnteredAt_status_1_x2",
        // a second reason to go on less: an agent still releases the batch
        "batch heldLongEnough",
        // a type less that can be converted
        "reactive onConversion",
        "quote onConversion",
        // a quote that comes back is asked for again
        "quoting flow_howFar_status_0_14");
  }

  private static boolean isTakenAway(FlowElement element) {
    return element instanceof SequenceFlow || element instanceof BoundaryEvent || element instanceof EndEvent
        || element instanceof SubProcess part && part.triggeredByEvent();
  }

  /** As the checks do, with the sheets that stay the same read once. */
  private static boolean isFound(Map<String, FlowSheet> whole, String resource, String element) {
    Map<String, FlowSheet> sheets = new TreeMap<>(whole);
    ModelFiles changed = OwnDiagrams.deployedAlone(resource, model -> delete(model, element));
    changed.sheets().forEach((key, file) -> {
      if (file.resource().equals(resource)) {
        sheets.put(key, file.flow());
      }
    });
    return !CHECK.find(sheets).isEmpty() || !MESSAGES.check(changed).isEmpty();
  }

  private static AbstractFlowNodeBuilder<?, ?> lifecycle() {
    return Bpmn.createExecutableProcess("quote").name("Quote").startEvent("logged").camundaFormRef("log-work-order")
        .intermediateThrowEvent("status").name("0.x0 Pending schedule and specification");
  }

  private static AbstractFlowNodeBuilder<?, ?> sheet() {
    return Bpmn.createExecutableProcess("own").name("Own").startEvent("asked").name("Own action").message("own-action")
        .userTask("task").name("Own action").camundaFormRef("own-action");
  }

  private static void delete(BpmnModelInstance model, String id) {
    FlowElement element = model.getModelElementById(id);
    if (element instanceof SequenceFlow flow) {
      cut(flow);
    } else {
      FlowNode node = (FlowNode) element;
      new ArrayList<>(node.getIncoming()).forEach(FlowCheckTest::cut);
      new ArrayList<>(node.getOutgoing()).forEach(FlowCheckTest::cut);
      node.getParentElement().removeChildElement(node);
    }
  }

  private static void cut(SequenceFlow flow) {
    flow.getSource().getOutgoing().remove(flow);
    flow.getTarget().getIncoming().remove(flow);
    flow.getParentElement().removeChildElement(flow);
  }

  private static void retarget(BpmnModelInstance model, String flowId, String to) {
    SequenceFlow flow = model.getModelElementById(flowId);
    flow.getTarget().getIncoming().remove(flow);
    FlowNode target = model.getModelElementById(to);
    flow.setTarget(target);
    target.getIncoming().add(flow);
  }

  private static void message(BpmnModelInstance model, String from, String to) {
    model.getModelElementsByType(Message.class).stream().filter(message -> message.getName().equals(from))
        .forEach(message -> message.setName(to));
  }

  private static CamundaProperty property(BpmnModelInstance model, String element, String name) {
    return model.<BaseElement>getModelElementById(element).getExtensionElements()
        .getElementsQuery().filterByType(CamundaProperties.class)
        .singleResult().getCamundaProperties().stream()
        .filter(property -> property.getCamundaName().equals(name)).findFirst().orElseThrow();
  }

  private static Stream<CamundaIn> entry(BpmnModelInstance model, String call) {
    return model.<CallActivity>getModelElementById(call).getExtensionElements().getElementsQuery()
        .filterByType(CamundaIn.class).list().stream().filter(in -> "entry".equals(in.getCamundaTarget()));
  }

  private static void told(BpmnModelInstance model, String call, String entry) {
    entry(model, call).forEach(in -> in.setCamundaSourceExpression(entry));
  }

  private static void handOn(BpmnModelInstance model, String call, boolean businessKey, boolean all) {
    CallActivity activity = model.getModelElementById(call);
    activity.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream()
        .filter(in -> in.getCamundaBusinessKey() != null ? !businessKey : !all)
        .forEach(in -> activity.getExtensionElements().removeChildElement(in));
  }
}
