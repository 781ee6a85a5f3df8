package org.jobline.lifecycle.quoting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jobline.action.FormDefaults;
import org.jobline.order.Order;
import org.jobline.referencedata.contractor.Contractor;
import org.jobline.referencedata.contractor.OrderRanking;
import org.jobline.workorder.WorkOrders;
import org.jobline.workorder.quoting.Quotation;
import org.jobline.workorder.quoting.Quotations;
import org.jobline.workorder.quoting.Specification;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of quotes show before anything is typed. */
@Configuration(proxyBeanMethods = false)
class QuoteFormValues {

  private final Quotations quotations;

  QuoteFormValues(Quotations quotations) {
    this.quotations = quotations;
  }

  /** The first time those with whom terms are agreed; who else is asked later is a matter of the quotes there are. */
  @Bean
  FormDefaults contractorsToAsk(WorkOrders workOrders, OrderRanking ranking, QuoteTerms terms) {
    return new FormDefaults() {
      @Override
      public boolean areFor(String action) {
        return QuotingSteps.REQUEST_QUOTES.value().equals(action);
      }

      @Override
      public Map<String, Object> of(Order order) {
        Map<String, Object> values = new HashMap<>();
        if (quotations.find(order).filter(quotation -> quotation.requests().isEmpty()).isPresent()) {
          List<String> agreed = ranking.agreed(workOrders.of(order)).stream().map(Contractor::code).toList();
          values.put("contractors", agreed);
        }
        values.put("replyBy", terms.replyBy(order).toString());
        return values;
      }
    };
  }

  @Bean
  FormDefaults specificationToChange() {
    return new FormDefaults() {
      @Override
      public boolean areFor(String action) {
        return QuotingSteps.CHANGE_SPECIFICATION.value().equals(action);
      }

      @Override
      public Map<String, Object> of(Order order) {
        return quotations.find(order).flatMap(Quotation::specification).map(Specification::text)
            .<Map<String, Object>>map(text -> Map.of("specification", text)).orElse(Map.of());
      }
    };
  }
}
