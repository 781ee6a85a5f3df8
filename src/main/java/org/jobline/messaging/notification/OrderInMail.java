package org.jobline.messaging.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jobline.workorder.Schedule;

/** What templates may say of an order. What only work orders have is empty for others, such as the work type. */
public record OrderInMail(
    String number,
    String status,
    String siteName,
    String siteAddress,
    String workType,
    String priority,
    String description,
    Optional<Schedule> schedule,
    String contactName,
    String contactPhone,
    String resourceName,
    Optional<Instant> eta) {

  /** Made-up values that every template must be able to show. */
  static OrderInMail sample() {
    return new OrderInMail("R-100001", "1.03 Pending acceptance", "Leeds Briggate", "136 Briggate, Leeds, LS1 6BR",
        "Heating", "P1 Urgent", "No heating <in the shop> & cold", Optional.empty(), "Sue", "0113 496 0000",
        "Warm & Sons", Optional.of(Instant.parse("2026-12-24T13:45:00Z")));
  }

  /** The sample with nothing optional, with no work, and with each way to word a schedule. */
  static List<OrderInMail> samples() {
    Instant from = Instant.parse("2026-12-24T13:45:00Z");
    Instant to = from.plus(Duration.ofHours(2));
    return Stream.concat(Stream.of(sample().bare(), sample().withoutWork()), Stream.of(
            new Schedule(Schedule.Kind.UP_TO, null, null),
            new Schedule(Schedule.Kind.UP_TO, null, to),
            new Schedule(Schedule.Kind.EXACT, from, null),
            new Schedule(Schedule.Kind.START_AND_FINISH, from, to))
        .map(sample()::scheduled)).toList();
  }

  private OrderInMail bare() {
    return new OrderInMail(number, status, siteName, siteAddress, workType, priority, description, Optional.empty(),
        contactName, "", "", Optional.empty());
  }

  private OrderInMail withoutWork() {
    return new OrderInMail(number, status, siteName, siteAddress, "", "", "", Optional.empty(), contactName, contactPhone,
        "", Optional.empty());
  }

  private OrderInMail scheduled(Schedule schedule) {
    return new OrderInMail(number, status, siteName, siteAddress, workType, priority, description,
        Optional.of(schedule), contactName, contactPhone, resourceName, eta);
  }
}
