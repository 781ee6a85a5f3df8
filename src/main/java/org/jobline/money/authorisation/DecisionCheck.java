package org.jobline.money.authorisation;

import java.time.YearMonth;
import org.jobline.order.Order;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.referencedata.estate.ReferenceData;
import org.springframework.stereotype.Component;

/** What clients want to know of an authorisation. */
@Component
class DecisionCheck {

  private final ReferenceData referenceData;

  DecisionCheck(ReferenceData referenceData) {
    this.referenceData = referenceData;
  }

  /** @throws InvalidFieldsException when the client wants a reason, or the capital code does not cover the period */
  void check(Decision decision, Order order) {
    if (decision.reason() == null && referenceData.authorisationNeedsReason(order.client())) {
      throw new InvalidFieldsException("reason", "Reason is required: this client always wants one.");
    }
    String capitalCode = decision.booking().capitalCode();
    if (capitalCode != null) {
      YearMonth period = YearMonth.parse(decision.booking().capitalPeriod());
      boolean covered = referenceData.capitalCodes(order.client()).stream()
          .anyMatch(code -> code.code().equals(capitalCode) && code.covers(period));
      if (!covered) {
        throw new InvalidFieldsException("period", "Period must be a month in which " + capitalCode + " can be used.");
      }
    }
  }
}
