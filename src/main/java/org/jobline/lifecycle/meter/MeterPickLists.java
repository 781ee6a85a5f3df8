package org.jobline.lifecycle.meter;

import java.time.ZoneId;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.action.ShortPickList;
import org.jobline.platform.time.WrittenTime;
import org.jobline.referencedata.estate.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the form of a meter reading offers. */
@Configuration(proxyBeanMethods = false)
class MeterPickLists {

  @Bean
  PickList siteMeters(MeterService meters) {
    return ShortPickList.ofOrder("siteMeters", "Pick one of the site's meters.", order ->
        meters.at(order.site()).stream().map(meter -> new Choice(meter.code(), meter.label())).toList());
  }

  @Bean
  PickList orderReadings(MeterService meters, ReferenceData referenceData) {
    return ShortPickList.ofOrder("orderReadings", "Pick one of the readings recorded on this order.", order -> {
      ZoneId zone = referenceData.site(order.site()).orElseThrow().timeZone();
      return meters.of(order.number()).stream()
          .map(reading -> new Choice(String.valueOf(reading.savedId()), reading.meter() + ": "
              + reading.value().stripTrailingZeros().toPlainString() + ", " + WrittenTime.minute(reading.readAt(), zone)))
          .toList();
    });
  }
}
