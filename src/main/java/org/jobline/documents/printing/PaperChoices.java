package org.jobline.documents.printing;

import java.util.Map;
import java.util.stream.Stream;
import org.jobline.action.Choice;
import org.jobline.action.FormDefaults;
import org.jobline.action.PickList;
import org.jobline.action.ShortPickList;
import org.jobline.order.Order;
import org.jobline.workorder.quoting.Quotations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The papers that can be made of an order. */
@Configuration(proxyBeanMethods = false)
class PaperChoices {

  private static final String ACTION = "work-order-documents";

  private final Quotations quotations;

  PaperChoices(Quotations quotations) {
    this.quotations = quotations;
  }

  @Bean
  PickList orderPapers() {
    return ShortPickList.ofOrder("orderPapers", "Pick one of the documents of this order.", order ->
        Stream.of(PaperKind.values())
            .filter(kind -> kind != PaperKind.QUOTE_COMPARISON || quotations.isQuoted(order))
            .map(kind -> new Choice(kind.file().replace('-', ' '), kind.title())).toList());
  }

  @Bean
  FormDefaults papersToLookAt() {
    return new FormDefaults() {
      @Override
      public boolean areFor(String action) {
        return ACTION.equals(action);
      }

      @Override
      public Map<String, Object> contextValues(Order order) {
        return Map.of("quoted", quotations.isQuoted(order));
      }
    };
  }
}
