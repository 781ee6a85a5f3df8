package org.jobline.lifecycle.visit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jobline.action.FormDefaults;
import org.jobline.order.Order;
import org.jobline.referencedata.estate.ReferenceData;
import org.springframework.stereotype.Component;

/** The form that corrects a visit's times begins with those of the visit that is chosen. */
@Component
class AmendFormValues implements FormDefaults {

  private static final String ACTION = "amend-start-stop-times";

  private final VisitService visits;
  private final ReferenceData referenceData;

  AmendFormValues(VisitService visits, ReferenceData referenceData) {
    this.visits = visits;
    this.referenceData = referenceData;
  }

  @Override
  public boolean areFor(String action) {
    return action.equals(ACTION);
  }

  @Override
  public Map<String, Object> contextValues(Order order) {
    ZoneId zone = referenceData.site(order.site()).orElseThrow().timeZone();
    Map<String, String> starts = new LinkedHashMap<>();
    Map<String, String> stops = new LinkedHashMap<>();
    Map<String, Integer> attending = new LinkedHashMap<>();
    visits.of(order.number()).forEach(visit -> {
      String choice = String.valueOf(visit.savedId());
      starts.put(choice, written(visit.startedAt(), zone));
      attending.put(choice, visit.attending());
      if (!visit.isOpen()) {
        stops.put(choice, written(visit.ended(), zone));
      }
    });
    return Map.of(VALUES_BY_CHOICE, Map.of("start", starts, "stop", stops, "attending", attending));
  }

  /** To the last digit: what nobody touches stays as it is. */
  private static String written(Instant time, ZoneId zone) {
    return time.atZone(zone).toOffsetDateTime().toString();
  }
}
