package org.jobline.platform.security;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jobline.platform.engine.SystemAuthentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells a job that has failed, and may be tried again, from one that is only waiting for its time. */
@Component
class FailedJobs {

  private static final Pattern JOB = Pattern.compile(".*/job/([^/]+)/retries/?");

  private final ManagementService management;
  private final SystemAuthentication system;

  FailedJobs(@Lazy ManagementService management, @Lazy SystemAuthentication system) {
    this.management = management;
    this.system = system;
  }

  /** @param address of a call that gives retries; of all jobs of a definition the engine takes the failed ones only */
  boolean isAlive(String address) {
    Matcher matcher = JOB.matcher(address);
    if (!matcher.matches()) {
      return false;
    }
    Job job = system.call(() -> management.createJobQuery().jobId(matcher.group(1)).singleResult());
    return job != null && job.getRetries() > 0 && job.getExceptionMessage() == null;
  }
}
