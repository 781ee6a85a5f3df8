package org.jobline.action;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Hands a submission past the engine to the user task that it completes. It belongs to the call, which may begin before
 * its transaction does.
 */
@Component
class PendingSubmissions {

  // one for each application: tests start several in one process
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<PendingSubmission> present = new ThreadLocal<>();

  /** Does something that completes the user task the submission is for. */
  <T> T with(PendingSubmission submission, Supplier<T> doing) {
    PendingSubmission before = present.get();
    present.set(submission);
    try {
      return doing.get();
    } finally {
      if (before == null) {
        present.remove();
      } else {
        present.set(before);
      }
    }
  }

  Optional<PendingSubmission> present() {
    return Optional.ofNullable(present.get());
  }

  /** That for this action, which is used up by it: what follows in the diagram is another action. */
  Optional<PendingSubmission> consume(ActionKey key) {
    Optional<PendingSubmission> submission = present().filter(candidate -> candidate.isFor(key));
    submission.ifPresent(used -> present.remove());
    return submission;
  }
}
