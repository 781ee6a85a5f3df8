package org.jobline.messaging.recipients;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.lifecycle.Reinstatement;
import org.springframework.context.annotation.Bean;

/** The mails that are drawn. */
@StepsOf({
    "actions/arrival.bpmn", "actions/changes-of-plan.bpmn", "actions/site.bpmn", "stages/attendance.bpmn",
    "stages/cancellation.bpmn"})
class MailSteps {

  private final OrderNotifier news;
  private final SubscriptionService subscriptions;
  private final Steps steps;

  MailSteps(OrderNotifier news, SubscriptionService subscriptions, Steps steps) {
    this.news = news;
    this.subscriptions = subscriptions;
    this.steps = steps;
  }

  @Bean
  JavaDelegate sendDeallocatedEmailsDelegate() {
    return steps.of(news::deallocated);
  }

  @Bean
  JavaDelegate sendCompletedEmailDelegate() {
    return steps.of(news::completed);
  }

  @Bean
  JavaDelegate sendCancelledEmailsDelegate() {
    return steps.of(news::cancelled);
  }

  @Bean
  JavaDelegate sendAssignedAfterRecallEmailDelegate() {
    return steps.withForm((order, form) -> news.reinstated(order, Reinstatement.of(form)));
  }

  @Bean
  JavaDelegate sendEtaEmailDelegate() {
    return steps.of(news::eta);
  }

  @Bean
  JavaDelegate tellTheSubscribersDelegate() {
    return steps.withForm((order, form) -> subscriptions.tell(
        order, form.text("type").orElseThrow(), form.text("what").orElseThrow(), form.text("message").orElseThrow()));
  }
}
