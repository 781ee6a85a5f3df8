package org.jobline.action;

import org.jobline.platform.error.ChangedMeanwhileException;

/** What an agent confirmed is not what the action would do; nothing was changed. */
class ConfirmedOtherwiseException extends ChangedMeanwhileException {

  ConfirmedOtherwiseException() {
    super("Not saved: what would be recorded is no longer what you confirmed. Check it and confirm it again.", null);
  }
}
