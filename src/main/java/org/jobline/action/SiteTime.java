package org.jobline.action;

import java.time.ZoneId;
import java.util.Map;

/** The time zone of the site an action is about: what an agent means when he types a time. */
public interface SiteTime {

  ZoneId of(String site);

  /** While the order is being logged, from what was submitted; UTC when the site is not known. */
  ZoneId of(Map<String, Object> submitted);
}
