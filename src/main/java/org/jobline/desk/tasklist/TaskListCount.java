package org.jobline.desk.tasklist;

/**
 * How many jobs a list of Tasklist has.
 *
 * @param list the id of its filter
 */
public record TaskListCount(String list, String name, long count) {}
