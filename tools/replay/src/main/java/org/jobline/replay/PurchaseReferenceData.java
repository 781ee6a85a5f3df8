package org.jobline.replay;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reference data a purchase log needs, which names nobody: one client with one site, one supplier, one part. What is
 * there already is left as it is.
 */
@Component
class PurchaseReferenceData {

  static final String SITE = LogCodes.CLIENT + "-WAREHOUSE";
  static final String SUPPLIER = LogCodes.CLIENT;
  static final String PART = "ITEM";

  private final JdbcTemplate jdbc;

  PurchaseReferenceData(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** @param mail whether supplier and contact have an address (under .example, which is never delivered) */
  @Transactional
  public void importData(boolean mail) {
    jdbc.update("insert into client (code, name, currency) values (?, 'Replayed log', 'EUR') on conflict do nothing",
        LogCodes.CLIENT);
    jdbc.update("insert into site (code, client, name, address, postcode, country, region, time_zone)"
            + " values (?, ?, 'Warehouse', 'not in the log', '-', 'NL', ?, 'UTC') on conflict do nothing",
        SITE, LogCodes.CLIENT, LogCodes.REGION);
    jdbc.update("insert into contact (site, role, name, email) select ?, 'building', 'Warehouse', ?"
            + " where not exists (select from contact where site = ?)",
        SITE, mail ? "warehouse@replay.example" : null, SITE);
    jdbc.update("insert into supplier (code, name, email, phone, currency, sent_by)"
            + " values (?, 'Replayed supplier', ?, '-', 'EUR', 'telephone') on conflict do nothing",
        SUPPLIER, mail ? "orders@replay.example" : null);
    jdbc.update("insert into supplier_client (supplier, client) values (?, ?) on conflict do nothing",
        SUPPLIER, LogCodes.CLIENT);
    jdbc.update("insert into supplier_part (supplier, code, name, base_unit, unit, price, vat_rate)"
            + " values (?, ?, 'Item of the log', 'piece', 'piece', 10.00, 0) on conflict do nothing",
        SUPPLIER, PART);
  }
}
