package org.jobline.modelling;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.jobline.order.OrderCard;

/**
 * What expressions of the diagrams may name beside beans, once the deployment is taken.
 *
 * @param variables of the processes
 * @param fields of all forms that diagrams use
 * @param actions keys of all that is drawn
 */
record Known(Set<String> variables, Set<String> fields, Set<String> actions) {

  /** What steps of ours set beside the order's card: what an authorisation or a request is about. */
  private static final Set<String> BY_STEPS = Set.of(
      "kindOfChange", "currency", "amountBefore", "amountAfter", "estimateBefore", "fixedBefore", "deliveryBefore",
      "profile", "askedBy", "authorisationSubject", "authorisationAnswer", "authorisationQuestion", "engineersRequest");

  static Known of(ModelFiles files) {
    Known known = new Known(new TreeSet<>(OrderCard.NAMES), new TreeSet<>(), new TreeSet<>());
    known.variables().addAll(BY_STEPS);
    // on the lifecycle only: an expression of another sheet would not find it
    known.variables().remove(OrderCard.STATUS);
    Collection<Sheet> sheets = files.sheets().values();
    sheets.forEach(known::add);
    known.actions().forEach(key -> files.form(key).ifPresent(form -> known.fields().addAll(FormContent.keys(form))));
    return known;
  }

  private void add(Sheet sheet) {
    sheet.all(UserTask.class).stream().map(UserTask::getCamundaFormRef).forEach(key -> add(key, actions));
    sheet.all(StartEvent.class).forEach(start -> {
      add(start.getCamundaFormRef(), actions);
      add(start.getCamundaInitiator(), variables);
    });
    sheet.all(BusinessRuleTask.class).forEach(task -> add(task.getCamundaResultVariable(), variables));
    sheet.all(CamundaIn.class).forEach(in -> add(in.getCamundaTarget(), variables));
    sheet.all(CamundaOut.class).forEach(out -> add(out.getCamundaTarget(), variables));
    sheet.all(CamundaInputParameter.class).forEach(input -> add(input.getCamundaName(), variables));
  }

  private static void add(String name, Set<String> names) {
    if (name != null && !name.isBlank()) {
      names.add(name);
    }
  }
}
