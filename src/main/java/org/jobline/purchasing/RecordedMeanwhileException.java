package org.jobline.purchasing;

import org.jobline.platform.error.ChangedMeanwhileException;

/** Goods of an order moved after somebody had looked at it who decided on what they saw; nothing was changed. */
class RecordedMeanwhileException extends ChangedMeanwhileException {

  RecordedMeanwhileException(Movement movement) {
    super(movement.recordedBy() + " recorded " + movement.number()
        + " after you opened this form. Check the order before you try again.", null);
  }
}
