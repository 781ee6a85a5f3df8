package org.jobline.referencedata.estate;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jobline.action.SiteTime;
import org.springframework.stereotype.Component;

/** Reads the site's time zone from the estate. */
@Component
class TimeOfTheSite implements SiteTime {

  private final ReferenceData referenceData;

  TimeOfTheSite(ReferenceData referenceData) {
    this.referenceData = referenceData;
  }

  @Override
  public ZoneId of(String site) {
    return referenceData.site(site).map(Site::timeZone).orElse(ZoneOffset.UTC);
  }

  @Override
  public ZoneId of(Map<String, Object> submitted) {
    return submitted.get("site") instanceof String site
        ? referenceData.siteOfLabel(site).map(Site::timeZone).orElse(ZoneOffset.UTC)
        : ZoneOffset.UTC;
  }
}
