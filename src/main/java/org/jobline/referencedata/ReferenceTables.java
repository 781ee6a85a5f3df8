package org.jobline.referencedata;

import static org.jobline.referencedata.Kind.AMOUNT;
import static org.jobline.referencedata.Kind.BOOLEAN;
import static org.jobline.referencedata.Kind.CODE;
import static org.jobline.referencedata.Kind.COUNTRY;
import static org.jobline.referencedata.Kind.CURRENCY;
import static org.jobline.referencedata.Kind.DATE;
import static org.jobline.referencedata.Kind.EMAIL;
import static org.jobline.referencedata.Kind.HOURS;
import static org.jobline.referencedata.Kind.LANGUAGE;
import static org.jobline.referencedata.Kind.PERCENT;
import static org.jobline.referencedata.Kind.PHONE;
import static org.jobline.referencedata.Kind.QUANTITY;
import static org.jobline.referencedata.Kind.TEXT;
import static org.jobline.referencedata.Kind.TEXTS;
import static org.jobline.referencedata.Kind.TIME_OF_DAY;
import static org.jobline.referencedata.Kind.ZONE;
import static org.jobline.referencedata.Kind.anyOf;
import static org.jobline.referencedata.Kind.number;
import static org.jobline.referencedata.Kind.oneOf;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All tables that may be imported, what is referred to before what refers to it. */
final class ReferenceTables {

  private static final int DAYS_OF_A_WEEK = 7;
  private static final int MAX_PLACES = 3;

  static final List<ReferenceTable> ALL = List.of(
      new ReferenceTable("client_rate_group").required("code", CODE).required("name", TEXT),
      new ReferenceTable("client").required("code", CODE).required("name", TEXT)
          .required("currency", CURRENCY).fixed().or("language", LANGUAGE, "en").or("recall_days", number(0), "14")
          .or("short_break_minutes", number(0), "120").or("duplicate_window_hours", number(0), "24")
          .or("second_priority_resource", BOOLEAN, "false").or("authorisation_reason_required", BOOLEAN, "false")
          .or("invoice_tolerance_percent", PERCENT, "0.00").optional("rate_group", CODE).in("client_rate_group")
          .or("free_text_lines", BOOLEAN, "true"),
      new ReferenceTable("priority").required("code", CODE).required("name", TEXT).required("rank", number(1)),
      new ReferenceTable("work_type").required("code", CODE).required("name", TEXT)
          .or("required_documents", TEXTS, "").or("permit_required", BOOLEAN, "false"),
      new ReferenceTable("part").required("code", CODE).required("name", TEXT)
          .optional("work_type", CODE).in("work_type").required("unit", TEXT),
      new ReferenceTable("site").required("code", CODE).required("client", CODE).fixed().in("client")
          .required("name", TEXT).required("address", TEXT).required("postcode", TEXT).required("country", COUNTRY)
          .required("region", TEXT).required("time_zone", ZONE).or("asbestos_register", BOOLEAN, "false"),
      new ReferenceTable("contact").required("site", CODE).in("site")
          .required("role", oneOf("building", "ppm", "escalation")).required("name", TEXT)
          .optional("email", EMAIL).optional("phone", PHONE).or("language", LANGUAGE, "en")
          .or("escalation_level", number(1), "1").knownBy("site", "role", "name"),
      new ReferenceTable("resource").required("code", CODE).required("name", TEXT)
          .optional("email", EMAIL).optional("phone", PHONE).or("language", LANGUAGE, "en")
          .required("time_zone", ZONE).or("internal", BOOLEAN, "false")
          .or("automatic_assignment", BOOLEAN, "false").or("automatic_acceptance", BOOLEAN, "false")
          .or("prequalification", oneOf("approved", "pending", "rejected"), "approved")
          .or("cis_status", oneOf("not registered", "gross", "standard", "higher"), "not registered")
          .optional("cis_verification_number", TEXT).optional("cis_verified_on", DATE)
          .never("cis_verification_number", row -> !"not registered".equals(row.get("cis_status"))
              && row.get("cis_verification_number") == null, "is required for contractors registered for CIS."),
      new ReferenceTable("resource_work_type").required("resource", CODE).in("resource")
          .required("work_type", CODE).in("work_type").knownBy("resource", "work_type"),
      new ReferenceTable("resource_region").required("resource", CODE).in("resource").required("region", TEXT)
          .knownBy("resource", "region"),
      ofSiteOrContractor("opening_hours").required("weekday", number(1, DAYS_OF_A_WEEK))
          .required("opens", TIME_OF_DAY).required("closes", TIME_OF_DAY)
          .never("closes", row -> !isBefore(row, "opens", "closes"),
              "must be later than opens. Write hours past midnight as two lines, the first until 24:00.")
          .knownBy("site", "resource", "weekday", "opens").replacedTogether("site", "resource"),
      ofSiteOrContractor("closed_day").required("day", DATE).required("reason", TEXT)
          .knownBy("site", "resource", "day"),
      new ReferenceTable("agreement").required("code", CODE)
          .required("kind", oneOf("warranty", "internal", "contract", "sra")).required("client", CODE).in("client")
          .required("resource", CODE).in("resource").optional("work_type", CODE).in("work_type")
          .optional("site", CODE).in("site").or("rank", number(1), "1").or("automatic_assignment", BOOLEAN, "false")
          .or("comprehensive", BOOLEAN, "false").optional("recall_days", number(0)).required("valid_from", DATE)
          .optional("valid_to", DATE).or("recall_charge", oneOf("full", "labour only", "parts only"), "full")
          .never("valid_to", row -> isBefore(row, "valid_to", "valid_from"), "can't be before valid_from."),
      new ReferenceTable("rate").required("resource", CODE).in("resource")
          .optional("client_group", CODE).in("client_rate_group")
          .required("purpose", oneOf("reactive", "remote fix", "day"))
          .optional("working_hours", oneOf("inside", "outside"))
          .or("days", anyOf("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN", "HOL"), "")
          .or("kind", oneOf("hours", "response", "service level"), "hours")
          .optional("response_minutes", number(1)).optional("within_sla", BOOLEAN).required("call_out_fee", AMOUNT)
          .or("hours_included", HOURS, "0.00").required("hourly_rate", AMOUNT).or("unit_minutes", number(1), "15")
          .required("valid_from", DATE).optional("valid_to", DATE)
          .never("response_minutes", row -> row.get("response_minutes") != null && !"response".equals(row.get("kind")),
              "must be empty unless the kind is response.")
          .never("within_sla", row -> (row.get("within_sla") != null) != "service level".equals(row.get("kind")),
              "is required when the kind is service level, and only then.")
          .never("valid_to", row -> isBefore(row, "valid_to", "valid_from"), "can't be before valid_from.")
          .knownBy("resource", "client_group", "purpose", "working_hours", "days", "kind", "response_minutes",
              "within_sla", "valid_from"),
      ofClientAndWorkType("average_order_value"),
      new ReferenceTable("refusal_reason").required("client", CODE).in("client").required("reason", TEXT)
          .knownBy("client", "reason"),
      new ReferenceTable("reason_code").required("client", CODE).in("client").required("code", CODE)
          .required("name", TEXT).knownBy("client", "code"),
      ofClientAndWorkType("delivery_charge"),
      new ReferenceTable("capital_code").required("client", CODE).in("client").required("code", CODE)
          .required("period_from", DATE).required("period_to", DATE).knownBy("client", "code")
          .never("period_to", row -> isBefore(row, "period_to", "period_from"), "can't be before period_from."),
      new ReferenceTable("rate_group").required("code", CODE).required("name", TEXT).or("included", number(0), "0"),
      new ReferenceTable("meter").required("code", CODE).required("site", CODE).fixed().in("site")
          .required("name", TEXT).required("unit", TEXT).fixed(),
      new ReferenceTable("notification_type").required("code", CODE).required("name", TEXT),
      new ReferenceTable("subscription")
          .looked("site", CODE, ofContact("site"), null).in("site").looked("role", TEXT, ofContact("role"), null)
          .looked("contact", TEXT, ofContact("name"),
              "(select min(id) from contact where site = :site and role = :role and name = :contact)")
          .in("contact", "site", "role", "contact")
          .required("notification_type", CODE).in("notification_type").required("channel", oneOf("e-mail", "SMS"))
          .knownBy("site", "role", "contact", "notification_type"),
      new ReferenceTable("document_type").required("name", TEXT).knownBy("name"),
      new ReferenceTable("document_sub_type").required("type", TEXT).in("document_type").required("name", TEXT)
          .knownBy("type", "name"),
      new ReferenceTable("certificate_type").required("name", TEXT).knownBy("name"),
      new ReferenceTable("required_item").optional("client", CODE).in("client").optional("work_type", CODE)
          .in("work_type").required("kind", oneOf("document", "certificate", "sign-off")).required("item", TEXT)
          .knownBy("client", "work_type", "kind", "item"),
      new ReferenceTable("batch_rule").required("code", CODE).required("name", TEXT)
          .required("client", CODE).in("client").optional("site", CODE).in("site")
          .optional("work_type", CODE).in("work_type").optional("priority", CODE).in("priority")
          .optional("orders_at_most", number(1)).optional("value_at_most", AMOUNT)
          .required("days_at_most", number(1)).or("active", BOOLEAN, "true"),
      new ReferenceTable("supplier").required("code", CODE).required("name", TEXT)
          .optional("email", EMAIL).optional("phone", PHONE).required("currency", CURRENCY).fixed()
          .or("sent_by", oneOf("e-mail", "telephone", "automatic"), "e-mail").or("auto_acknowledge", BOOLEAN, "false")
          .or("minimum_order", AMOUNT, "0.00").or("delivery_charge", AMOUNT, "0.00")
          .optional("delivery_free_from", AMOUNT).or("lead_time_days", number(0), "1")
          .or("tolerance_percent", PERCENT, "0.00").or("price_tolerance_percent", PERCENT, "0.00")
          .or("active", BOOLEAN, "true")
          .never("email", row -> !"telephone".equals(row.get("sent_by")) && row.get("email") == null,
              "is required unless orders are sent by telephone.")
          .never("phone", row -> "telephone".equals(row.get("sent_by")) && row.get("phone") == null,
              "is required when orders are sent by telephone."),
      new ReferenceTable("supplier_client").required("supplier", CODE).in("supplier")
          .required("client", CODE).in("client").optional("account_number", TEXT)
          .optional("tolerance_percent", PERCENT).or("active", BOOLEAN, "true").knownBy("supplier", "client"),
      new ReferenceTable("supplier_part").required("supplier", CODE).in("supplier").required("code", CODE)
          .required("name", TEXT).optional("description", TEXT).optional("work_type", CODE).in("work_type")
          .required("base_unit", TEXT).or("base_places", number(0, MAX_PLACES), "0").required("unit", TEXT)
          .or("base_numerator", number(1), "1").or("base_denominator", number(1), "1")
          .required("price", AMOUNT).required("vat_rate", PERCENT)
          .optional("minimum_quantity", QUANTITY).optional("multiple_of", QUANTITY).or("active", BOOLEAN, "true")
          .never("minimum_quantity", ReferenceTables::isMinimumBetweenMultiples, "must be a multiple of multiple_of.")
          .knownBy("supplier", "code"),
      new ReferenceTable("supplier_price_break").required("supplier", CODE).required("part", CODE)
          .in("supplier_part", "supplier", "part").required("from_quantity", QUANTITY).required("price", AMOUNT)
          .knownBy("supplier", "part", "from_quantity").replacedTogether("supplier", "part"));

  private ReferenceTables() {}

  static Optional<ReferenceTable> named(String name) {
    return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  private static ReferenceTable ofSiteOrContractor(String name) {
    return new ReferenceTable(name).optional("site", CODE).in("site").optional("resource", CODE).in("resource")
        .never("site", row -> Objects.isNull(row.get("site")) == Objects.isNull(row.get("resource")),
            "is required when there is no resource, and only then.");
  }

  private static ReferenceTable ofClientAndWorkType(String name) {
    return new ReferenceTable(name).required("client", CODE).in("client").required("work_type", CODE).in("work_type")
        .required("amount", AMOUNT).knownBy("client", "work_type");
  }

  private static String ofContact(String column) {
    return "(select " + column + " from contact where id = subscription.contact)";
  }

  private static boolean isMinimumBetweenMultiples(Map<String, String> row) {
    String minimum = row.get("minimum_quantity");
    String multiple = row.get("multiple_of");
    return minimum != null && multiple != null
        && new BigDecimal(minimum).remainder(new BigDecimal(multiple)).signum() != 0;
  }

  private static boolean isBefore(Map<String, String> row, String column, String other) {
    String value = row.get(column);
    return value != null && value.compareTo(row.get(other)) < 0;
  }
}
