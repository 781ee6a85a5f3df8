package org.jobline.lifecycle.quoting;

import org.jobline.referencedata.contractor.Contractor;
import org.jobline.referencedata.contractor.ContractorService;
import org.jobline.workorder.quoting.Quote;
import org.springframework.stereotype.Component;

/** What events and lists call contractors and their quotes. */
@Component
class QuoteWords {

  private final ContractorService contractors;

  QuoteWords(ContractorService contractors) {
    this.contractors = contractors;
  }

  String name(String contractor) {
    return contractors.find(contractor).map(Contractor::name).orElse(contractor);
  }

  String amount(Quote quote) {
    return quote.price().total().toPlainString() + " " + quote.price().currency();
  }
}
