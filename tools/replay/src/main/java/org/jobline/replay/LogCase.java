package org.jobline.replay;

import java.util.List;

/**
 * One case of a log: what becomes one work order.
 *
 * @param position its place in the file, from 1; names in a log need not be unique
 * @param events   in the order of the file
 */
record LogCase(int position, String name, List<LogEvent> events) {

  LogCase {
    name = LogEvent.tidy(name);
    events = List.copyOf(events);
  }
}
