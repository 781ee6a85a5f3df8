package org.jobline.authorisation;

import org.jobline.action.Fields;

/**
 * What an authoriser filled in.
 *
 * @param what one of the four decisions of the form
 */
record Decision(
    String what, String reference, String reason, String expenditure, String capitalPeriod, String capitalCode) {

  static final String AUTHORISE = "authorise";
  static final String REFUSE = "refuse";
  static final String ON_HOLD = "on hold";
  static final String INFORMATION_REQUIRED = "information required";

  static Decision of(Fields fields) {
    return new Decision(
        fields.text("decision").orElseThrow(), fields.text("reference").orElse(null), fields.text("reason").orElse(null),
        fields.text("expenditure").orElse(null), fields.text("period").orElse(null),
        fields.text("capitalCode").orElse(null));
  }
}
