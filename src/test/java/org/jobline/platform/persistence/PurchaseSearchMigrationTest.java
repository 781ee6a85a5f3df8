package org.jobline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jobline.fixture.EarlierSchema;
import org.jobline.fixture.HelpdeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Purchasing orders logged before are found by supplier, parts and papers. */
@HelpdeskTest
class PurchaseSearchMigrationTest {

  private final DataSource application;

  PurchaseSearchMigrationTest(DataSource application) {
    this.application = application;
  }

  @Test
  void a_purchase_is_found_by_its_supplier_parts_and_papers() throws SQLException {
    EarlierSchema schema = EarlierSchema.of(application, "purchase_search_migration", "60");
    JdbcClient jdbc = schema.jdbc();
    jdbc.sql("""
        insert into client (code, name, currency) values ('A', 'A', 'GBP');
        insert into site (code, client, name, address, postcode, country, region, time_zone)
          values ('S', 'A', 'Café Noir', '7 Briggate', 'LS1 6HD', 'GB', 'N', 'UTC');
        insert into supplier (code, name, email, currency) values ('PIPER', 'Piper Merchants', 'p@piper.example', 'GBP');
        insert into orders (number, type, status_code, status_name, client, site, contact_name, logged_at, logged_by,
          version, search_text) select number, 'PURCHASING', '4.40', 'x', 'A', 'S', 'Zoë', now(), 'agent', 0, 'PIPER'
          from (values ('PO-100001'), ('PO-100002')) as made (number);
        insert into purchase_order (number, supplier, terms_delivery_charge, terms_over_delivery_percent,
          terms_price_tolerance_percent, terms_free_text_lines, currency, delivery_location, reason, supplier_reference,
          attempts, sheet_version, last_position, documents, price_refused) values
          ('PO-100001', 'PIPER', 0, 0, 0, true, 'GBP', 'Back door', 'spares', 'REF-7', 0, 1, 2, 2, false),
          ('PO-100002', null, 0, 0, 0, true, 'GBP', null, null, null, 0, 0, 0, 0, false);
        insert into purchase_line (order_number, position, part, description, unit_name, unit_base_unit, unit_places,
          unit_numerator, unit_denominator, unit_price, vat_rate, ordered, kept, dispatched, received, returned,
          returned_for_credit, not_required, billed, credited) values
          ('PO-100001', 1, 'V-10', 'Radiator valve', 'piece', 'piece', 0, 1, 1, 3, 20, 2, 0, 0, 1, 0, 0, 0, 0, 0),
          ('PO-100001', 2, null, 'Lamp', 'piece', 'piece', 0, 1, 1, 3, 20, 2, 0, 0, 1, 0, 0, 0, 0, 0);
        insert into purchase_movement (order_number, sequence, kind, number, delivery_note, recorded_by, recorded_at)
          values ('PO-100001', 1, 'RECEIPT', 'PO-100001/R1', 'DN-4', 'agent', now());
        insert into purchase_invoice (order_number, sequence, supplier, number, dated, by_total, other, vat, recorded_by,
          recorded_at) values ('PO-100001', 2, 'PIPER', 'INV-9', current_date, false, 0, 0, 'agent', now())""").update();
    schema.migrate("62");
    assertThat(List.of("'@supplier:PIPER'", "radiator & lamp", "v10", "back & spares", "ref7", "dn4", "inv9"))
        .allSatisfy(query -> assertThat(
            jdbc.sql("select number from orders where search @@ cast(? as tsquery)").param(query).query(String.class).list())
            .as(query).containsExactly("PO-100001"));
    assertThat(jdbc.sql("select word from search_word").query(String.class).list()).contains("merchants", "radiator");
  }
}
