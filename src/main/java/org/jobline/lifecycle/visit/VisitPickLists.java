package org.jobline.lifecycle.visit;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.action.ShortPickList;
import org.jobline.referencedata.estate.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms about attendances offer. */
@Configuration(proxyBeanMethods = false)
class VisitPickLists {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.UK);

  @Bean
  PickList orderVisits(VisitService visits, ReferenceData referenceData) {
    return ShortPickList.ofOrder("orderVisits", "Pick one of this order's visits.", order -> {
      ZoneId zone = referenceData.site(order.site()).orElseThrow().timeZone();
      return visits.of(order.number()).stream()
          .map(visit -> new Choice(String.valueOf(visit.savedId()),
              TIME.format(visit.startedAt().atZone(zone)) + " – "
                  + (visit.isOpen() ? "on site" : TIME.format(visit.ended().atZone(zone)))))
          .toList();
    });
  }

  /** The kinds of engineers, each with the number that may come now. */
  @Bean
  PickList rateGroups(EngineerApprovalService engineers) {
    return ShortPickList.ofOrder("rateGroups", "Pick a rate group from the list.", order ->
        engineers.approved(order.number()).entrySet().stream()
            .map(group -> new Choice(
                group.getKey().code(), group.getKey().name() + " (currently " + group.getValue() + ")"))
            .sorted(Comparator.comparing(Choice::label))
            .toList());
  }
}
