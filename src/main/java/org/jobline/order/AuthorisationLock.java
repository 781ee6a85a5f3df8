package org.jobline.order;

import java.time.Instant;

/**
 * What a locked order waits for.
 *
 * @param profile the group that has to decide
 * @param level the first is 1
 * @param since when this level began to wait
 * @param subject what is to be authorised, in words an agent understands
 */
public record AuthorisationLock(String profile, int level, Instant since, String subject) {}
