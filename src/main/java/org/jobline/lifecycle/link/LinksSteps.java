package org.jobline.lifecycle.link;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderTypes;
import org.springframework.context.annotation.Bean;

/** Orders that belong together. */
@StepsOf("actions/links.bpmn")
class LinksSteps {

  private final LinkService links;
  private final OrderTypes types;
  private final Steps steps;

  LinksSteps(LinkService links, OrderTypes types, Steps steps) {
    this.links = links;
    this.types = types;
    this.steps = steps;
  }

  @Bean
  JavaDelegate createTheLinkedOrderDelegate() {
    return steps.withForm((order, form) -> links.create(
        order, types.named(form.text("type").orElseThrow()).orElseThrow(), form.text("description").orElseThrow()));
  }

  @Bean
  JavaDelegate linkTheOrdersDelegate() {
    return steps.withForm((order, form) -> links.link(
        order, new OrderNumber(form.text("order").orElseThrow()), Relation.of(form.text("relation").orElseThrow())));
  }

  @Bean
  JavaDelegate removeTheLinkDelegate() {
    return steps.withForm((order, form) -> links.remove(
        order, Long.parseLong(form.text("link").orElseThrow()), form.text("reason").orElseThrow()));
  }
}
