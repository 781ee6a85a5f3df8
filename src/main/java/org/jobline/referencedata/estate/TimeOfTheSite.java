package org.jobline.referencedata.estate;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jobline.action.SiteTime;
import org.springframework.stereotype.Component;

/** Reads the site's time zone from the estate. */
@Component
class TimeOfTheSite implements SiteTime {

  private final Estate estate;

  TimeOfTheSite(Estate estate) {
    this.estate = estate;
  }

  @Override
  public ZoneId of(String site) {
    return estate.site(site).map(Site::timeZone).orElse(ZoneOffset.UTC);
  }

  @Override
  public ZoneId of(Map<String, Object> submitted) {
    return submitted.get("site") instanceof String site
        ? estate.siteOfLabel(site).map(Site::timeZone).orElse(ZoneOffset.UTC)
        : ZoneOffset.UTC;
  }
}
