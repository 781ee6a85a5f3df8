package org.jobline.notification;

import java.time.ZoneOffset;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.thymeleaf.exceptions.TemplateEngineException;

/** Tries every template at start-up, so that a process owner's slip is found before an agent needs the message. */
@Component
class TemplateCheck implements InitializingBean {

  private final Rendering rendering;

  TemplateCheck(Rendering rendering) {
    this.rendering = rendering;
  }

  /** @throws IllegalStateException naming the template that cannot be rendered, or has no subject */
  @Override
  public void afterPropertiesSet() {
    for (Template template : Template.values()) {
      check(template);
    }
  }

  private void check(Template template) {
    try {
      Rendering.Message message = rendering.render(template, OrderInMail.sample(), "en", ZoneOffset.UTC);
      if (!message.subject().contains(OrderInMail.sample().number())) {
        throw new IllegalStateException(
            "The subject of the mail template \"" + template.file() + "\" must contain the order's number");
      }
    } catch (TemplateEngineException e) {
      throw new IllegalStateException("The mail template \"" + template.file() + "\" is broken: " + e.getMessage(), e);
    }
  }
}
