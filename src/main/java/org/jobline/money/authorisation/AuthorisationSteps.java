package org.jobline.money.authorisation;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.ActionKey;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.order.OrderCard;
import org.jobline.order.Orders;
import org.springframework.context.annotation.Bean;

/** Has a cost authorised, level by level, and sees to what a refusal means. */
@StepsOf({"stages/authorisation.bpmn", "stages/authorisation-question.bpmn", "stages/cancellation.bpmn"})
public class AuthorisationSteps {

  public static final String PROCESS = "authorisation";
  public static final ActionKey AUTHORISE = new ActionKey("authorise");

  static final ActionKey ANSWER = new ActionKey("answer-authorisation-question");

  /** What a refusal does where the lifecycle offers it. */
  static final ActionKey CANCEL_JOB = new ActionKey("cancel-job");
  /** After it an authorisation is asked for again. */
  static final ActionKey REINSTATE = new ActionKey("reinstate");

  /** What the decision table has named. */
  private static final String LEVELS = "levels";

  private final AuthorisationService authorisations;
  private final AuthorisationRules rules;
  private final AuthorisationMailService mails;
  private final RefusedCostService refusedCosts;
  private final Orders orders;
  private final OrderCard card;
  private final Steps steps;

  AuthorisationSteps(
      AuthorisationService authorisations, AuthorisationRules rules, AuthorisationMailService mails,
      RefusedCostService refusedCosts, Orders orders, OrderCard card, Steps steps) {
    this.authorisations = authorisations;
    this.rules = rules;
    this.mails = mails;
    this.refusedCosts = refusedCosts;
    this.orders = orders;
    this.card = card;
    this.steps = steps;
  }

  @Bean
  JavaDelegate lockTheOrderDelegate() {
    return steps.of((order, execution) -> {
      authorisations.ask(order, takeLevels(execution).stream().map(AuthorisationLevel::named).toList());
      execution.setVariables(card.of(orders.get(order)));
    });
  }

  @Bean
  JavaDelegate askTheProfileDelegate() {
    return steps.of((order, execution) -> {
      AuthorisationRequest request = mails.present(order);
      execution.setVariable("profile", request.current().profile());
      execution.setVariable("askedBy", request.answerer());
      execution.setVariable("authorisationSubject", request.subject());
      execution.setVariable("authorisationAnswer", request.answer());
    });
  }

  @Bean
  JavaDelegate recordTheDecisionDelegate() {
    return steps.withForm((order, form, execution) -> execution.setVariable(
        "authorisationQuestion", authorisations.decide(order, Decision.of(form)).question()));
  }

  @Bean
  JavaDelegate recordTheAnswerDelegate() {
    return steps.withForm((order, form) ->
        authorisations.answer(order, form.text("answer").orElseThrow()));
  }

  @Bean
  JavaDelegate unlockTheOrderDelegate() {
    return steps.of(authorisations::unlock);
  }

  @Bean
  JavaDelegate sendDecisionEmailDelegate() {
    return steps.of(mails::notifyWhoAsked);
  }

  @Bean
  JavaDelegate setTheCostBackDelegate() {
    return steps.of(refusedCosts::setTheCostBack);
  }

  @Bean
  JavaDelegate cancelTheOrderDelegate() {
    return steps.of(refusedCosts::cancel);
  }

  @Bean
  JavaDelegate undoTheChangeDelegate() {
    return steps.of(refusedCosts::undo);
  }

  @Bean
  JavaDelegate reEnterAuthorisationDelegate() {
    return steps.of(rules::reEnter);
  }

  private static List<Map<String, Object>> takeLevels(DelegateExecution execution) {
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> levels = (List<Map<String, Object>>) execution.getVariable(LEVELS);
    execution.removeVariable(LEVELS);
    return levels;
  }
}
