package org.jobline.referencedata.contractor;

import java.math.BigDecimal;

/**
 * How a contractor was rated by those it worked for.
 *
 * @param average from 1, poor, to 5, excellent, to one decimal place
 * @param count how often
 */
public record Score(BigDecimal average, long count) {

  String words() {
    return "rated " + average.toPlainString() + " of 5 by " + count;
  }
}
