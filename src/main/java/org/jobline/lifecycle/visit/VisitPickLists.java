package org.jobline.lifecycle.visit;

import java.time.ZoneId;
import java.util.Comparator;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.action.ShortPickList;
import org.jobline.platform.time.WrittenTime;
import org.jobline.referencedata.estate.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms about attendances offer. */
@Configuration(proxyBeanMethods = false)
class VisitPickLists {

  @Bean
  PickList orderVisits(VisitService visits, ReferenceData referenceData) {
    return ShortPickList.ofOrder("orderVisits", "Pick one of this order's visits.", order -> {
      ZoneId zone = referenceData.site(order.site()).orElseThrow().timeZone();
      return visits.of(order.number()).stream()
          .map(visit -> new Choice(String.valueOf(visit.savedId()),
              WrittenTime.minute(visit.startedAt(), zone) + " – "
                  + (visit.isOpen() ? "on site" : WrittenTime.minute(visit.ended(), zone))))
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
