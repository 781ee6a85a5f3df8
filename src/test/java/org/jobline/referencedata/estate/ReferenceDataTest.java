package org.jobline.referencedata.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jobline.action.SiteTime;
import org.jobline.demo.WithDemoData;
import org.jobline.platform.error.NotFoundException;
import org.jobline.platform.time.OpeningHours;
import org.jobline.platform.time.OpeningHours.Span;
import org.jobline.referencedata.estate.Contact.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WithDemoData
class ReferenceDataTest {

  @Autowired private ReferenceData referenceData;
  @Autowired private SiteTime siteTime;

  @Test
  void reads_what_is_known_by_code() {
    assertThat(referenceData.client("CORR")).contains(new Client(
        "CORR", "Corrib Pharmacy", "EUR", "en-IE", 28, Duration.ofMinutes(90), Duration.ofHours(48), false, false));
    assertThat(referenceData.site("S-014")).contains(new Site(
        "S-014", "LARK", "Leeds Briggate", "136 Briggate, Leeds", "LS1 6BR", "GB", "Yorkshire and North East",
        ZoneId.of("Europe/London"), false));
    assertThat(referenceData.workType("LFT").orElseThrow().requiredDocuments())
        .containsExactly("Lift examination report", "Lift release note");
    assertThat(referenceData.workType("ROF").orElseThrow().permitRequired()).isTrue();
    assertThat(referenceData.priority("P2")).contains(new Priority("P2", "Urgent", 2));
  }

  @Test
  void an_unknown_code_is_nothing() {
    assertThat(referenceData.client("X")).isEmpty();
    assertThat(referenceData.site("s-014")).isEmpty();
    assertThat(referenceData.workType("")).isEmpty();
    assertThat(referenceData.priority("P9")).isEmpty();
    assertThatThrownBy(() -> referenceData.openingHours("S-999")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void contacts_have_their_roles_and_some_no_address() {
    assertThat(referenceData.contacts("S-007", Role.BUILDING)).singleElement()
        .satisfies(contact -> assertThat(contact.address()).isEmpty());
    assertThat(referenceData.contacts("S-007", Role.PPM)).hasSize(1);
    assertThat(referenceData.contacts("S-007", Role.ESCALATION)).isEmpty();
  }

  @Test
  void opening_hours_have_several_spans_a_day_closed_days_and_the_zone_of_the_site() {
    OpeningHours hours = referenceData.openingHours("S-019");
    assertThat(hours.zone()).isEqualTo(ZoneId.of("Europe/Dublin"));
    assertThat(hours.week().get(DayOfWeek.MONDAY)).containsExactly(
        new Span(LocalTime.of(9, 0), LocalTime.of(13, 0)), new Span(LocalTime.of(14, 0), LocalTime.of(18, 0)));
    assertThat(hours.week()).doesNotContainKey(DayOfWeek.SUNDAY);
    assertThat(hours.closedDays()).contains(LocalDate.of(2026, 3, 17));
    assertThat(hours.isOpen(Instant.parse("2026-03-16T12:59:59Z"))).isTrue();
    assertThat(hours.isOpen(Instant.parse("2026-03-16T13:00:00Z"))).isFalse();
    assertThat(hours.isOpen(Instant.parse("2026-03-17T10:00:00Z"))).isFalse();
    // summer time
    assertThat(hours.isOpen(Instant.parse("2026-06-15T08:00:00Z"))).isTrue();
    assertThat(hours.openBetween(Instant.parse("2026-03-16T12:00:00Z"), Instant.parse("2026-03-18T10:00:00Z")))
        .isEqualTo(Duration.ofHours(6));
  }

  @Test
  void open_until_midnight_goes_on_the_next_day() {
    OpeningHours hours = referenceData.openingHours("S-028");
    assertThat(hours.openBetween(Instant.parse("2026-03-28T00:00:00Z"), Instant.parse("2026-03-30T00:00:00Z")))
        .isEqualTo(Duration.ofHours(48));
  }

  @Test
  void the_time_of_a_site_is_known_while_the_order_is_being_logged() {
    assertThat(siteTime.of("S-016")).isEqualTo(ZoneId.of("Europe/Dublin"));
    assertThat(siteTime.of(Map.of("site", "S-016 Dublin Grafton Street"))).isEqualTo(ZoneId.of("Europe/Dublin"));
    assertThat(siteTime.of(Map.of("site", "nowhere"))).isEqualTo(ZoneOffset.UTC);
    assertThat(siteTime.of(Map.of())).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void an_average_order_value_is_known_for_some_types_of_work() {
    assertThat(referenceData.averageOrderValue("LARK", "HTG")).hasValueSatisfying(
        amount -> assertThat(amount).isEqualByComparingTo("240.00"));
    assertThat(referenceData.averageOrderValue("LARK", "LFT")).isEmpty();
  }
}
