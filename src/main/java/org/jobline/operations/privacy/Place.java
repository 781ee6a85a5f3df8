package org.jobline.operations.privacy;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column in which something about a person may stand.
 *
 * @param where in words an administrator understands
 * @param order SQL for the number of the order it belongs to, null when it belongs to none
 * @param only SQL condition that leaves out rows that are about nobody
 */
record Place(String where, String table, String column, Kind kind, @Nullable String order, String only) {

  enum Kind {
    TEXT,
    /** Text that must stay different in each row. */
    UNIQUE_TEXT,
    /** Text of the engine, whose columns end after 4,000 characters. */
    ENGINE_TEXT,
    JSON,
    BYTES
  }

  private static final String ORDER = "order_number";
  private static final String INSTANCE =
      "(select i.business_key_ from act_hi_procinst i where i.proc_inst_id_ = t.%s)";
  private static final String OF_INSTANCE = INSTANCE.formatted("proc_inst_id_");

  /** Events come by themselves: their values are kept in a table that is only to be erased. */
  static final List<Place> ALL = Stream.of(
      texts("orders", "orders", "number", "contact_name", "contact_phone", "search_text"),
      texts("orders", "work_order", "number", "description", "location", "equipment", "symptom", "external_reference",
          "resource_reference"),
      texts("orders", "purchase_order", "number", "delivery_location", "reason", "supplier_reference"),
      texts("quotes", "quote_specification", ORDER, "text"),
      texts("quotes", "quote_request", ORDER, "reason"),
      texts("quotes", "quote", ORDER, "impact", "reference"),
      texts("quotes", "quote_selection", ORDER, "reason"),
      texts("visits", "visit", ORDER, "engineer", "reported_by"),
      texts("documents' titles and file names", "document", ORDER, "title"),
      texts("documents' titles and file names", "document_version",
          "(select d.order_number from document d where d.id = t.document)", "file_name"),
      texts("documents' titles and file names", "upload", ORDER, "file_name"),
      texts("certificates", "certificate", ORDER, "number", "asset", "deletion_reason"),
      texts("authorisations", "authorisation_request", ORDER, "question", "answer"),
      texts("authorisations", "authorisation_level",
          "(select r.order_number from authorisation_request r where r.id = t.request)",
          "reason", "reference", "decision_reason"),
      texts("notifications", "active_notification", ORDER, "message"),
      texts("mails and text messages", "notification", ORDER,
          "recipient_name", "subject", "body_text", "body_html", "last_error"),
      Stream.of(new Place("mails and text messages", "notification", "address", Kind.UNIQUE_TEXT, ORDER, "true")),
      texts("mails and text messages", "notification_attachment",
          "(select n.order_number from notification n where n.id = t.notification)", "file_name"),
      texts("reminders", "reminder", ORDER, "text"),
      texts("canned texts", "canned_text", null, "text"),
      texts("contacts of sites", "contact", null, "name", "email", "phone"),
      Stream.of(new Place("saved lists", "saved_list", "query", Kind.JSON, null, "true")),
      texts("saved lists", "saved_list", null, "name"),
      Stream.of(new Place("canned texts", "canned_text", "name", Kind.UNIQUE_TEXT, null, "true")),
      Stream.of(new Place("answers kept for repeated requests", "idempotency_key", "body", Kind.BYTES, null, "true")),
      engine("act_ru_variable", OF_INSTANCE, "text_", "text2_"),
      engine("act_hi_varinst", OF_INSTANCE, "text_", "text2_"),
      engine("act_hi_detail", OF_INSTANCE, "text_", "text2_"),
      engine("act_ru_task", OF_INSTANCE, "name_", "description_"),
      engine("act_hi_taskinst", OF_INSTANCE, "name_", "description_"),
      engine("act_hi_comment", OF_INSTANCE, "message_"),
      Stream.of(new Place("engine", "act_hi_comment", "full_msg_", Kind.BYTES, OF_INSTANCE, "true")),
      engine("act_hi_op_log", OF_INSTANCE, "org_value_", "new_value_"),
      engine("act_ru_incident", OF_INSTANCE, "incident_msg_"),
      engine("act_hi_incident", OF_INSTANCE, "incident_msg_"),
      engine("act_ru_job", INSTANCE.formatted("process_instance_id_"), "exception_msg_"),
      engine("act_hi_job_log", INSTANCE.formatted("process_instance_id_"), "job_exception_msg_"),
      Stream.of(new Place("engine", "act_ge_bytearray", "bytes_", Kind.BYTES, null, "t.deployment_id_ is null")))
      .flatMap(places -> places).toList();

  private static Stream<Place> texts(String where, String table, @Nullable String order, String... columns) {
    return Stream.of(columns).map(column -> new Place(where, table, column, Kind.TEXT, order, "true"));
  }

  private static Stream<Place> engine(String table, String order, String... columns) {
    return Stream.of(columns).map(column -> new Place("engine", table, column, Kind.ENGINE_TEXT, order, "true"));
  }
}
