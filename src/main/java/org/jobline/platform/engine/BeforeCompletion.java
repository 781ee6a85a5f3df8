package org.jobline.platform.engine;

/**
 * Is told of a task that is about to be completed, in the same transaction, before the engine reads anything of it. What
 * the engine has read it does not read again: of two who complete at one instant, the one who waits for the other only
 * later goes on with a process that has moved on or ended meanwhile.
 */
@FunctionalInterface
public interface BeforeCompletion {

  void before(String taskId);
}
