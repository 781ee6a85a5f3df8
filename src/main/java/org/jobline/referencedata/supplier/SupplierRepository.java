package org.jobline.referencedata.supplier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jobline.platform.persistence.SearchText;
import org.jobline.platform.persistence.SearchableTable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SupplierRepository {

  private final JdbcClient jdbc;
  private final SearchableTable<Supplier> all;

  SupplierRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
    all = new SearchableTable<>(
        jdbc, "supplier", "lower(code || ' ' || name)", "name", (row, index) -> supplier(row));
  }

  Optional<Supplier> find(String code) {
    return all.find(code);
  }

  Page<Supplier> search(String text, Pageable page) {
    return all.search(new SearchText(text), page);
  }

  /** Those something can be ordered from, by name. */
  List<Supplier> active() {
    return jdbc.sql("select * from supplier where active order by name, code")
        .query((row, index) -> supplier(row))
        .list();
  }

  /** Those the client can order something from, by name. */
  List<Supplier> active(String client) {
    return jdbc.sql("""
            select s.* from supplier s join supplier_client c on c.supplier = s.code
            where s.active and c.active and c.client = ? order by s.name, s.code""")
        .param(client)
        .query((row, index) -> supplier(row))
        .list();
  }

  /** What the supplier and its clients agreed, by client. */
  List<SupplierAccount> accounts(String supplier) {
    return jdbc.sql("select * from supplier_client where supplier = ? order by client")
        .param(supplier)
        .query((row, index) -> account(row))
        .list();
  }

  Optional<SupplierAccount> account(String supplier, String client) {
    return jdbc.sql("select * from supplier_client where supplier = ? and client = ?")
        .params(supplier, client)
        .query((row, index) -> account(row))
        .optional();
  }

  private static Supplier supplier(ResultSet row) throws SQLException {
    return new Supplier(
        row.getString("code"), row.getString("name"), row.getString("email"), row.getString("phone"),
        row.getString("currency"), SentBy.ofLabel(row.getString("sent_by")), row.getBoolean("auto_acknowledge"),
        row.getBigDecimal("minimum_order"), row.getBigDecimal("delivery_charge"),
        row.getBigDecimal("delivery_free_from"), row.getInt("lead_time_days"),
        row.getBigDecimal("tolerance_percent"), row.getBigDecimal("price_tolerance_percent"),
        row.getBoolean("active"));
  }

  private static SupplierAccount account(ResultSet row) throws SQLException {
    return new SupplierAccount(
        row.getString("supplier"), row.getString("client"), row.getString("account_number"),
        row.getBigDecimal("tolerance_percent"), row.getBoolean("active"));
  }
}
