package org.jobline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The action "certificates", and what an order is not complete without. */
@HelpdeskTest
class CertificateServiceTest {

  private final Given given;
  private final CertificateService certificates;
  private final OutstandingDetail detail;

  CertificateServiceTest(Given given, CertificateService certificates, OutstandingDetail detail) {
    this.given = given;
    this.certificates = certificates;
    this.detail = detail;
  }

  private static String day(String instant) {
    return instant.substring(0, 10);
  }

  private static Map<String, Object> adding(OrderUnderTest order, Object... more) {
    return but(with("what", "add", "type", "Gas safety certificate", "number", "GS-1",
        "issuedOn", day(order.ago(Duration.ofDays(3))), "validTo", day(order.in(Duration.ofDays(360))),
        "result", "pass", "asset", "Boiler 2", "file", order.upload("attested")), more);
  }

  private Certificate only(OrderUnderTest order) {
    assertThat(certificates.of(order.number())).hasSize(1);
    return certificates.of(order.number()).get(0);
  }

  private OutstandingDetail.OutstandingPart shown(OrderUnderTest order) {
    return detail.of(order.present().order());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.00", "3.00", "4.00", "4.01", "5.00", "5.01", "5.02"})
  void a_certificate_is_recorded_with_its_paper(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    order.perform("certificates", adding(order, "type", "Pressure test"));
    assertThat(order).hasStatus(status).hasLastEvent("certificates").saysInItsLastEvent("Pressure test GS-1: pass");
    Certificate certificate = only(order);
    assertThat(certificate.number()).isEqualTo("GS-1");
    assertThat(certificate.asset()).isEqualTo("Boiler 2");
    assertThat(certificate.addedBy()).isEqualTo("agent");
    assertThat(order.documents()).singleElement().satisfies(paper -> {
      assertThat(paper.id()).isEqualTo(certificate.document());
      assertThat(paper.type()).isEqualTo("Pressure test");
      assertThat(paper.title()).isEqualTo("Pressure test GS-1");
    });
    assertThat(order.lastEvent().fields()).contains("\"certificate\":{\"to\":{").contains("\"result\":\"pass\"");
    assertThat(shown(order).certificates()).hasSize(1);
  }

  @Test
  void a_certificate_issued_today_and_valid_until_today_is_taken() {
    OrderUnderTest order = given.anAcceptedOrder();
    String today = LocalDate.ofInstant(Instant.parse(order.now()),
        ZoneId.of("Europe/London")).toString();
    order.perform("certificates", adding(order, "issuedOn", today, "validTo", today));
    assertThat(only(order).validTo()).hasToString(today);
  }

  @Test
  void every_check_of_a_new_certificate_names_its_field() {
    OrderUnderTest order = given.anAcceptedOrder();
    Map<String, Object> valid = adding(order);
    assertThat(order)
        .refuses("certificates", with(), "what")
        .refuses("certificates", with("what", "add"), "type", "number", "issuedOn", "validTo", "result", "file")
        .refuses("certificates", but(valid, "type", "Swimming certificate"), "type")
        .refuses("certificates", but(valid, "number", "x".repeat(101)), "number")
        .refuses("certificates", but(valid, "issuedOn", day(order.in(Duration.ofDays(2)))), "issuedOn")
        .refuses("certificates", but(valid, "issuedOn", "yesterday"), "issuedOn")
        .refuses("certificates", but(valid, "validTo", day(order.ago(Duration.ofDays(2)))), "validTo")
        .refuses("certificates", but(valid, "issuedOn", day(order.in(Duration.ofDays(2))),
            "validTo", day(order.ago(Duration.ofDays(2)))), "issuedOn", "validTo")
        .refuses("certificates", but(valid, "result", "perhaps"), "result")
        .refuses("certificates", but(valid, "asset", "x".repeat(201)), "asset")
        .refuses("certificates", but(valid, "file", UUID.randomUUID().toString()), "file");
    order.perform("certificates", valid);
    assertThat(order).refuses("certificates", adding(order), "number");
    order.perform("certificates", adding(order, "number", "GS-2", "result", "fail"));
  }

  @Test
  void a_deleted_certificate_is_kept_in_the_log_with_its_reason() {
    OrderUnderTest order = given.anAcceptedOrder();
    order.perform("certificates", adding(order));
    String id = only(order).id().toString();
    assertThat(order)
        .refuses("certificates", with("what", "delete", "certificate", id), "reason")
        .refuses("certificates", with("what", "delete", "reason", "a"), "certificate")
        .refuses("certificates", with("what", "delete", "certificate", UUID.randomUUID().toString(), "reason", "a"),
            "certificate");
    order.perform("certificates", with("what", "delete", "certificate", id, "reason", "another boiler"));
    assertThat(certificates.of(order.number())).isEmpty();
    assertThat(order.documents()).isEmpty();
    assertThat(order).saysInItsLastEvent("removed: another boiler");
    assertThat(order.lastEvent().fields()).contains("\"number\":\"GS-1\"").contains("another boiler");
  }

  @Test
  void the_paper_of_a_certificate_is_not_removed_without_it() {
    OrderUnderTest order = given.anAcceptedOrder();
    order.perform("certificates", adding(order));
    assertThat(order).refuses("documents",
        with("what", "remove", "document", only(order).document().toString(), "reason", "a"), "document");
  }

  @Test
  void a_certificate_is_not_offered_before_the_job_is_accepted() {
    for (String status : List.of("0.03", "1.03", "1.09")) {
      assertThat(given.anOrderIn(status)).doesNotOffer("certificates").refusesNow("certificates");
    }
  }

  // What is outstanding: BOOM requires a certificate everywhere, at ACME a sign-off, at NEXT a plan

  private static OrderUnderTest completed(OrderUnderTest order) {
    return order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed"));
  }

  @Test
  void outstanding_items_are_shown_until_the_last_arrives() {
    OrderUnderTest order = completed(given.anOrderOnSite("workType", "BOOM"));
    assertThat(order).hasStatus("5.00").saysInItsLastEvent("outstanding: Customer sign-off, Lifting certificate");
    assertThat(shown(order).outstanding()).containsExactly("Customer sign-off", "Lifting certificate");
    order.file("Customer sign-off");
    assertThat(order).hasStatus("5.00");
    assertThat(shown(order).outstanding()).containsExactly("Lifting certificate");
    order.perform("certificates", adding(order, "type", "Lifting certificate"));
    assertThat(order).hasStatus("5.02").hasLastEvent("certificates");
    assertThat(shown(order).outstanding()).isEmpty();
  }

  @Test
  void a_rule_for_a_client_is_for_no_other() {
    OrderUnderTest order = completed(given.anOrderOnSite("workType", "BOOM", "site", "NEXT-HQ"));
    assertThat(shown(order).outstanding()).containsExactly("Lifting certificate", "Lifting plan");
  }

  @Test
  void failed_certificate_does_not_satisfy_requirement() {
    OrderUnderTest order = given.anOrderWithoutItsCertificate();
    order.perform("certificates", adding(order, "result", "fail"));
    assertThat(order).hasStatus("5.00");
    order.perform("certificates", adding(order, "number", "GS-2"));
    assertThat(order).hasStatus("5.02").hasLastEvent("certificates");
  }

  @Test
  void a_certificate_recorded_before_is_not_waited_for() {
    OrderUnderTest order = given.anOrderOnSite("workType", "BOOM").file("Customer sign-off");
    order.perform("certificates", adding(order, "type", "Lifting certificate"));
    assertThat(completed(order)).hasStatus("5.02");
  }

  @Test
  void nothing_is_outstanding_before_the_work_is_done() {
    assertThat(shown(given.anOrderOnSite("workType", "BOOM")).outstanding()).isEmpty();
  }

  @Test
  void a_plain_document_does_not_stand_for_a_certificate() {
    OrderUnderTest order = completed(given.anOrderOnSite("workType", "BOOM")).file("Customer sign-off");
    order.file("Report");
    assertThat(order).hasStatus("5.00");
  }
}
