package org.jobline.messaging.notification;

import java.io.IOException;
import java.time.ZoneOffset;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Tries every template at start-up, so that a process owner's slip is found before an agent needs the message. */
@Component
class TemplateCheck implements InitializingBean {

  private final Rendering rendering;

  TemplateCheck(Rendering rendering) {
    this.rendering = rendering;
  }

  /** @throws IllegalStateException naming the template that cannot be rendered, or has no number in its subject */
  @Override
  public void afterPropertiesSet() throws IOException {
    for (String language : rendering.languages()) {
      for (Template template : Template.values()) {
        OrderInMail.samples().forEach(order -> check(template, order, language));
      }
    }
  }

  private void check(Template template, OrderInMail order, String language) {
    if (!subject(template, order, language).contains(order.number())) {
      throw new IllegalStateException("The subject of the mail template \"" + template.file() + "\" (" + language
          + ") must contain the order's number");
    }
  }

  private String subject(Template template, OrderInMail order, String language) {
    try {
      return rendering.render(template, order, language, ZoneOffset.UTC, "Words <of> an agent").subject();
    } catch (RuntimeException e) {
      throw new IllegalStateException("The mail template \"" + template.file() + "\" (" + language + ") is broken: "
          + e.getMessage(), e);
    }
  }
}
