package org.jobline.referencedata.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jobline.fixture.HelpdeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What clients can order, found by the words people use. */
@HelpdeskTest
@Transactional
class PartCatalogueTest {

  private static final String ELBOWS = "[MÜLLER/EL-15, MÜLLER/EL-22]";

  private final Suppliers suppliers;
  private final PartCatalogue catalogue;
  private final JdbcClient jdbc;

  PartCatalogueTest(Suppliers suppliers, PartCatalogue catalogue, JdbcClient jdbc) {
    this.suppliers = suppliers;
    this.catalogue = catalogue;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void two_suppliers_of_a_client_and_one_of_another() {
    jdbc.sql("""
        insert into client (code, name, currency) values ('MILL', 'Millers', 'GBP'), ('BAKE', 'Bakers', 'GBP');
        insert into supplier (code, name, email, currency, tolerance_percent) values
          ('MÜLLER', 'Müller Plumbing', 'orders@mueller.example', 'GBP', 3),
          ('DORAN', 'Doran Catering', 'orders@doran.example', 'GBP', 0),
          ('OTHER', 'Other Plumbing', 'orders@other.example', 'GBP', 0);
        insert into supplier_client (supplier, client, tolerance_percent) values
          ('MÜLLER', 'MILL', null), ('DORAN', 'MILL', 0.5), ('OTHER', 'BAKE', null);
        insert into supplier_part (supplier, code, name, description, base_unit, unit, base_numerator, price, vat_rate) values
          ('MÜLLER', 'EL-15', 'Copper elbow 15 mm', null, 'piece', 'pack of 25', 25, 11.25, 20),
          ('MÜLLER', 'EL-22', 'Copper elbow 22 mm', null, 'piece', 'pack of 25', 25, 21.50, 20),
          ('MÜLLER', 'TAP-1', 'Tap washer', 'Fits ½ inch pillar taps', 'piece', 'pack of 50', 50, 3.10, 20),
          ('MÜLLER', 'TAPE', 'PTFE tape', null, 'roll', 'pack of 10', 10, 4.20, 20),
          ('DORAN', 'CAF', 'Café filter, crème', null, 'piece', 'piece', 1, 6.00, 20),
          ('DORAN', 'HTW', 'Tapwork brush', null, 'piece', 'piece', 1, 2.00, 20),
          ('OTHER', 'EL-15', 'Copper elbow 15 mm', null, 'piece', 'piece', 1, 0.60, 20);
        insert into supplier_price_break values ('MÜLLER', 'EL-15', 10, 10.00), ('MÜLLER', 'EL-15', 5, 10.80),
          ('OTHER', 'EL-15', 5, 0.50)""").update();
  }

  private Page<CataloguePart> search(String text, int page, int size) {
    return catalogue.search(suppliers.ofClient("MILL"), text, PageRequest.of(page, size));
  }

  private List<String> found(String text) {
    return search(text, 0, 50).map(part -> part.key().toString()).getContent();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "elbow", "copper elb", "ELBOW copper", "müller elbow", "elbow MULLER", "plumb copper", "el", "EL- mm",
      "elbo müll cop", "copper, elbow!", "elbw", "coper elbow", "eblow mueller", "plumbng copper", "Müller/EL"})
  void a_part_is_found_by_words_of_its_own_and_its_suppliers(String text) {
    assertThat(found(text)).hasToString(ELBOWS);
  }

  @ParameterizedTest
  @CsvSource({"elbow 15, MÜLLER/EL-15", "15mm, MÜLLER/EL-15",
      "15 mm, MÜLLER/EL-15", "15m copper, MÜLLER/EL-15", "EL-22, MÜLLER/EL-22", "el22, MÜLLER/EL-22", "½, MÜLLER/TAP-1",
      "pillar, MÜLLER/TAP-1", "cafe creme, DORAN/CAF", "doran filter, DORAN/CAF", "catering café, DORAN/CAF",
      "DORAN/HTW, DORAN/HTW", "copper doran, ", "elbow cheese, "})
  void all_words_must_be_found(String text, String key) {
    assertThat(found(text)).isEqualTo(key == null ? List.of() : List.of(key));
  }

  @Test
  void a_size_is_found_however_its_unit_and_its_sides_are_written() {
    jdbc.sql("""
        insert into supplier_part (supplier, code, name, base_unit, unit, price, vat_rate) values
          ('DORAN', 'A1', 'Tray 600 × 400 mm', 'piece', 'piece', 1, 20),
          ('DORAN', 'A2', 'Lid 600x400mm', 'piece', 'piece', 1, 20)""").update();
    for (String size : List.of("600 × 400 mm", "600x400mm", "600 x 400", "600X400 mm", "400mm 600")) {
      assertThat(found(size)).as(size).containsExactlyInAnyOrder("DORAN/A1", "DORAN/A2");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "'", "''", "\\", ":*", "&", "|", "!", "( )", "@supplier:DORAN &"})
  void signs_find_nothing_of_their_own(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void what_cannot_be_stored_is_no_error() {
    assertThat(found("copper\0elbow")).hasToString(ELBOWS);
    assertThat(found("\0")).hasSize(6);
  }

  @Test
  void whole_words_come_before_unfinished_ones_and_codes_before_all() {
    assertThat(found("tap")).containsExactly("MÜLLER/TAP-1", "MÜLLER/TAPE", "DORAN/HTW");
    assertThat(found("tape")).containsExactly("MÜLLER/TAPE");
    jdbc.sql("""
        insert into supplier_part (supplier, code, name, base_unit, unit, price, vat_rate) values
          ('DORAN', 'A1', 'Tap', 'piece', 'piece', 1, 20), ('DORAN', 'TAP', 'Zest grater', 'piece', 'piece', 1, 20)""")
        .update();
    assertThat(found("tap")).startsWith("DORAN/TAP", "MÜLLER/TAP-1", "DORAN/A1");
    assertThat(found("doran/tap")).startsWith("DORAN/TAP");
  }

  @Test
  void without_words_everything_the_client_can_order_is_found_by_name() {
    assertThat(found("")).containsExactly(
        "DORAN/CAF", "MÜLLER/EL-15", "MÜLLER/EL-22", "MÜLLER/TAPE", "MÜLLER/TAP-1", "DORAN/HTW");
    assertThat(found("  ")).hasSize(6);
  }

  @Test
  void one_supplier_can_be_asked_alone() {
    assertThat(catalogue.search(List.of(suppliers.known("DORAN")), "", PageRequest.ofSize(50)))
        .extracting(CataloguePart::code).containsExactly("CAF", "HTW");
    assertThat(catalogue.search(List.of(suppliers.known("DORAN")), "elbow", PageRequest.ofSize(50))).isEmpty();
    assertThat(catalogue.search(List.of(), "", PageRequest.ofSize(50))).isEmpty();
  }

  @Test
  void a_page_says_how_many_there_are() {
    assertThat(search("", 1, 4).getTotalElements()).isEqualTo(6);
    assertThat(search("", 1, 4)).hasSize(2);
    assertThat(search("elbow", 0, 1).getTotalElements()).isEqualTo(2);
    assertThat(search("elbw", 1, 1).map(CataloguePart::code)).containsExactly("EL-22");
    assertThat(search("elbow", 7, 50)).isEmpty();
  }

  @Test
  void parts_have_their_price_breaks() {
    CataloguePart elbow = search("el-15", 0, 50).getContent().get(0);
    assertThat(elbow.breaks()).containsExactly(
        new PriceBreak(new BigDecimal("5.000"), new BigDecimal("10.80")),
        new PriceBreak(new BigDecimal("10.000"), new BigDecimal("10.00")));
    assertThat(catalogue.part(elbow.key())).contains(elbow);
    assertThat(catalogue.part(new PartKey("MÜLLER", "EL-99"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "update supplier_part set active = false where code like 'EL-%'",
      "update supplier set active = false where code = 'MÜLLER'",
      "update supplier_client set active = false where supplier = 'MÜLLER'"})
  void what_can_no_longer_be_ordered_is_not_found_but_still_known(String change) {
    jdbc.sql(change).update();
    assertThat(found("elbow")).isEmpty();
    assertThat(catalogue.part(new PartKey("MÜLLER", "EL-15"))).isPresent();
  }

  @Test
  void a_new_name_is_found_at_once() {
    jdbc.sql("update supplier set name = 'Schmidt Piping' where code = 'DORAN'").update();
    jdbc.sql("update supplier_part set name = 'Mocha sieve' where code = 'CAF'").update();
    assertThat(found("schmidt sieve")).containsExactly("DORAN/CAF");
    assertThat(found("shmidt seive")).containsExactly("DORAN/CAF");
    assertThat(found("catering")).isEmpty();
    assertThat(found("filter")).isEmpty();
  }

  @Test
  void suppliers_of_a_client_are_those_the_client_can_order_from() {
    assertThat(suppliers.ofClient("MILL")).extracting(Supplier::code).containsExactly("DORAN", "MÜLLER");
    assertThat(suppliers.ofClient("MILL", "plumb", PageRequest.ofSize(50))).extracting(Supplier::code)
        .containsExactly("MÜLLER");
    assertThat(suppliers.ofClient("BAKE")).extracting(Supplier::code).containsExactly("OTHER");
    assertThat(suppliers.ofClient("NOBODY")).isEmpty();
    assertThat(suppliers.search("plumbing", PageRequest.ofSize(1)).getTotalElements()).isEqualTo(2);
  }

  @Test
  void a_clients_own_tolerance_comes_before_the_suppliers() {
    assertThat(suppliers.overDeliveryTolerance("MÜLLER", "MILL")).isEqualByComparingTo("3");
    assertThat(suppliers.overDeliveryTolerance("DORAN", "MILL")).isEqualByComparingTo("0.5");
    assertThat(suppliers.overDeliveryTolerance("MÜLLER", "BAKE")).isEqualByComparingTo("3");
    assertThat(suppliers.account("MÜLLER", "BAKE")).isEmpty();
  }
}
