package org.jobline.modelling;

import static org.jobline.modelling.FieldRead.Kind.DATE;
import static org.jobline.modelling.FieldRead.Kind.FILES;
import static org.jobline.modelling.FieldRead.Kind.INSTANT;
import static org.jobline.modelling.FieldRead.Kind.LIST;
import static org.jobline.modelling.FieldRead.Kind.NUMBER;
import static org.jobline.modelling.FieldRead.Kind.TEXT;
import static org.jobline.modelling.FieldRead.Kind.TICK;
import static org.jobline.modelling.FieldRead.may;
import static org.jobline.modelling.FieldRead.must;
import static org.jobline.modelling.FieldRead.shows;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a step of a diagram reads of the form that is being completed when an order comes to it.
 *
 * @param step the delegate, as diagrams name it
 */
record StepContract(String step, List<FieldRead> reads) {

  private static final String SCHEDULE = "scheduleKind";

  private static final Map<String, StepContract> BY_STEP = Stream.of(
      // logging and preparation
      step("logTheOrderDelegate",
          must("site", TEXT).from("sites"), must("workType", TEXT).from("workTypes"),
          must("priority", TEXT).from("priorities"), must("description", TEXT), must("contactName", TEXT),
          shows("contactPhone", TEXT), shows("location", TEXT), shows("equipment", TEXT), shows("symptom", TEXT),
          shows("reason", TEXT), shows("costCode", TEXT), shows("externalReference", TEXT),
          may("resource", TEXT).from("resources", "rankedResources"), shows(SCHEDULE, TEXT).of(schedules()),
          shows("scheduleFrom", INSTANT).when(SCHEDULE, "exact"),
          shows("scheduleTo", INSTANT).when(SCHEDULE, "start and finish"), may("dayRate", TICK),
          shows("confirmClosed", TICK).when(SCHEDULE, "exact"), may("confirmFar", TICK), may("client", TEXT).from("clients"),
          shows("confirmDuplicate", TICK), may("notBatched", TICK)),
      step("allocateAndScheduleDelegate",
          shows("resource", TEXT).from("resources", "rankedResources"), shows(SCHEDULE, TEXT).of(schedules()),
          shows("scheduleFrom", INSTANT).when(SCHEDULE, "exact"),
          shows("scheduleTo", INSTANT).when(SCHEDULE, "start and finish"), may("dayRate", TICK),
          shows("confirmClosed", TICK).when(SCHEDULE, "exact"), may("confirmFar", TICK)),
      step("releaseTheChosenDelegate", may("orders", LIST).from("heldForTheBatch")),
      // quotes
      step("recordSpecificationDelegate", shows("specification", TEXT)),
      step("recordScheduleDelegate",
          must(SCHEDULE, TEXT).of(schedules()), shows("scheduleFrom", INSTANT).when(SCHEDULE, "exact"),
          shows("scheduleTo", INSTANT).when(SCHEDULE, "start and finish"),
          shows("confirmClosed", TICK).when(SCHEDULE, "exact"), may("confirmFar", TICK)),
      step("inviteContractorsDelegate", must("contractors", LIST).from("rankedResources"), may("replyBy", DATE)),
      step("recordQuoteDelegate",
          must("resource", TEXT).from("invitedContractors"),
          must("outcome", TEXT).of("quoted", "confirmed", "declined", "withdrawn"),
          must("labour", NUMBER).when("outcome", "quoted"), may("parts", NUMBER), may("other", NUMBER),
          may("vat", NUMBER), must("validForDays", NUMBER).when("outcome", "quoted"), may("personnel", NUMBER),
          may("leadDays", NUMBER), may("impact", TEXT), may("reference", TEXT),
          shows("reason", TEXT).when("outcome", "declined"), shows("reason", TEXT).when("outcome", "withdrawn")),
      step("recordSelectionDelegate", must("quote", TEXT).from("orderQuotes"), shows("reason", TEXT)),
      step("declineQuoteDelegate", may("reason", TEXT)),
      // assignment
      step("recordAcceptanceDelegate", may("eta", INSTANT), may("reference", TEXT)),
      step("changeTheResourceDelegate", must("resource", TEXT).from("resources", "rankedResources")),
      step("recordRemoteFixDelegate", may("cost", NUMBER)),
      step("recordEtaDelegate", must("eta", INSTANT)),
      step("recordReferenceDelegate", must("reference", TEXT)),
      step("sendEtaRequestDelegate", may("by", TEXT).of("phone", "e-mail")),
      step("markAsCisDelegate", may("remove", TICK)),
      // attendance
      step("recordStartOfVisitDelegate",
          must("engineer", TEXT), must("attending", NUMBER),
          shows("asbestosRead", TICK).when("siteHasAsbestosRegister", true),
          shows("permitNumber", TEXT).when("workNeedsPermit", true)),
      step("recordStartAsReportedDelegate",
          must("reportedBy", TEXT), must("start", INSTANT), must("attending", NUMBER),
          shows("asbestosRead", TICK).when("siteHasAsbestosRegister", true),
          shows("permitNumber", TEXT).when("workNeedsPermit", true)),
      step("recordEndOfVisitDelegate",
          must("stoppedAt", INSTANT), must("outcome", TEXT).of("completed", "revisit required"), may("reasons", LIST),
          may("temporaryFix", TICK), may("revisitEta", INSTANT), may("partsCost", NUMBER), may("attending", NUMBER)),
      step("filePhotosDelegate", may("file", FILES)),
      step("recordWorkNotCompletedDelegate", must("reason", TEXT)),
      step("amendTheTimesDelegate",
          must("visit", TEXT).from("orderVisits"), must("start", INSTANT), shows("stop", INSTANT),
          may("attending", NUMBER)),
      step("recordEngineersRequestDelegate", must("rateGroup", TEXT).from("rateGroups"), must("total", NUMBER)),
      step("recordEngineersDecisionDelegate",
          must("decision", TEXT).of("accept", "refuse"),
          may("visits", TEXT).of("the present or next visit", "all visits")),
      // completion, cancellation, conversion
      step("recordRecallDelegate", must("priority", TEXT).from("priorities")),
      step("reinstateTheOrderDelegate",
          must("how", TEXT).of("to previous status", "with visit"),
          shows("authorisation", TEXT).from("reinstatementAuthorisations"),
          must("engineer", TEXT).when("how", "with visit"), must("start", INSTANT).when("how", "with visit"),
          must("attending", NUMBER).when("how", "with visit"), must("stoppedAt", INSTANT).when("how", "with visit"),
          must("outcome", TEXT).of("completed", "revisit required").when("how", "with visit"), may("reasons", LIST),
          may("temporaryFix", TICK), may("revisitEta", INSTANT), may("partsCost", NUMBER)),
      step("convertTheOrderDelegate", must("type", TEXT).from("conversions")),
      step("linkTheOrdersDelegate",
          must("order", TEXT).from("otherOrders"), must("relation", TEXT).of("related", "follow-on", "duplicate of")),
      step("createTheLinkedOrderDelegate", must("type", TEXT).from("loggableTypes"), must("description", TEXT)),
      step("removeTheLinkDelegate", must("link", TEXT).from("removableLinks"), must("reason", TEXT)),
      // authorisation
      step("recordTheAnswerDelegate", must("answer", TEXT)),
      step("recordTheDecisionDelegate",
          must("decision", TEXT).of("authorise", "refuse", "on hold", "information required"),
          may("reference", TEXT), shows("reason", TEXT).when("decision", "refuse"),
          shows("reason", TEXT).when("decision", "authorise"), may("expenditure", TEXT).of("revenue", "capital"),
          may("capitalCode", TEXT).from("capitalCodes"), may("period", TEXT),
          may("fallback", TEXT).from("costFallbacks"), must("onHoldUntil", INSTANT).when("decision", "on hold"),
          must("question", TEXT).when("decision", "information required")),
      // money
      step("setEstimateDelegate",
          must("labour", NUMBER), may("attendees", NUMBER), may("parts", NUMBER), may("plant", NUMBER),
          may("file", FILES)),
      step("setFixedCostDelegate", must("amount", NUMBER), shows("sure", TICK).when("amount", 10_000)),
      step("setDeliveryChargeDelegate", may("calculated", TICK), shows("amount", NUMBER)),
      step("setStagedPaymentsDelegate", shows("stages", TEXT)),
      step("recordInvoiceDelegate",
          must("invoiceNumber", TEXT), must("dated", DATE), must("net", NUMBER).when("cisWork", false),
          must("labour", NUMBER).when("cisWork", true), must("materials", NUMBER).when("cisWork", true),
          must("vat", NUMBER), shows("isFinal", TICK)),
      step("resolveInvoiceDelegate",
          must("decision", TEXT).of("accept", "correct", "reject"),
          must("net", NUMBER).when("decision", "correct"),
          must("labour", NUMBER).when("decision", "correct").when("cisWork", true),
          must("materials", NUMBER).when("decision", "correct").when("cisWork", true),
          must("vat", NUMBER).when("decision", "correct"), must("reason", TEXT).when("decision", "reject")),
      // purchasing
      step("logThePurchaseDelegate",
          must("site", TEXT).from("sites"), shows("supplier", TEXT).from("suppliers"),
          must("lines", TEXT).columns("lookup", "text", "number", "money", "number", "date"),
          may("requestedDate", DATE), may("deliveryLocation", TEXT), may("contactName", TEXT), may("contactPhone", TEXT),
          may("costCode", TEXT), may("reason", TEXT), may("workOrder", TEXT), may("client", TEXT).from("clients")),
      step("recordSupplierDelegate", must("supplier", TEXT).from("suppliers")),
      step("recordSubmissionDelegate",
          must("how", TEXT).of("by e-mail", "by phone"), must("spokeTo", TEXT).when("how", "by phone"),
          may("supplierReference", TEXT)),
      step("recordSupplierToldDelegate", must("spokeTo", TEXT), may("supplierReference", TEXT)),
      step("recordAcknowledgementDelegate",
          may("supplierReference", TEXT), may("deliveryDate", DATE),
          may("lines", TEXT).columns("date", "choice", "text")),
      step("recordDeliveryDatesDelegate", may("deliveryDate", DATE), may("lines", TEXT).columns("date")),
      step("recordDispatchDelegate",
          may("dispatchDate", DATE), may("lines", TEXT).columns("number", "date"), may("carrier", TEXT),
          may("tracking", TEXT), may("notes", TEXT), may("seenDocuments", NUMBER)),
      step("recordReceiptDelegate",
          must("deliveryNote", TEXT), may("inFull", TICK),
          shows("lines", TEXT).columns("number", "number", "choice", "choice"), may("returnNumber", TEXT),
          may("returnNote", TEXT), may("file", FILES), may("seenDocuments", NUMBER)),
      step("recordReturnDelegate",
          must("lines", TEXT).columns("number", "choice"), must("replacement", TEXT).of("yes", "no"),
          must("returnNumber", TEXT), may("returnNote", TEXT), may("seenDocuments", NUMBER)),
      step("recordNotRequiredDelegate",
          must("which", TEXT).of("all", "some"), shows("lines", TEXT).columns("choice").when("which", "some"),
          must("reason", TEXT), may("seenDocuments", NUMBER)),
      step("recordRequiredAgainDelegate",
          must("lines", TEXT).columns("choice"), must("reason", TEXT), may("seenDocuments", NUMBER)),
      step("recordDeliveryUndoneDelegate", must("entry", TEXT).from("purchaseEntries"), must("reason", TEXT)),
      step("recordPurchaseNotFinalDelegate", must("reason", TEXT)),
      step("recordItemsDelegate",
          shows("lines", TEXT).columns("number", "money", "date"),
          may("added", TEXT).columns("lookup", "text", "number", "money", "number", "date"),
          shows("reason", TEXT).when("submitted", true)),
      step("recordPurchaseDeliveryChargeDelegate", may("calculated", TICK), must("amount", NUMBER)),
      step("recordPurchaseInvoiceDelegate",
          must("what", TEXT).of("invoice", "credit note"), must("number", TEXT), must("dated", DATE),
          shows("lines", TEXT).columns("number", "money").when("what", "invoice"),
          must("creditKind", TEXT).of("price", "returned", "not delivered").when("what", "credit note"),
          must("credits", TEXT).from("purchaseInvoices").when("what", "credit note"),
          must("returnNumber", TEXT).from("purchaseReturns").when("creditKind", "returned"),
          shows("credited", TEXT).columns("number", "money").when("what", "credit note"),
          may("deliveryCharge", NUMBER), may("net", NUMBER), must("vat", NUMBER), may("isFinal", TICK),
          may("seenDocuments", NUMBER)),
      step("resolvePurchaseInvoiceDelegate",
          must("decision", TEXT).of("accept", "dispute"), must("reason", TEXT).when("decision", "dispute"),
          may("notes", TEXT), may("seenDocuments", NUMBER)),
      step("recordPurchaseCancellationDelegate", must("reason", TEXT)),
      // papers and records
      step("recordDocumentDelegate",
          must("what", TEXT).of("add", "edit details", "replace", "remove"),
          must("document", TEXT).from("orderDocuments").when("what", "edit details"),
          must("document", TEXT).from("orderDocuments").when("what", "replace"),
          must("document", TEXT).from("orderDocuments").when("what", "remove"),
          must("file", FILES).when("what", "add"), must("file", FILES).when("what", "replace"),
          shows("type", TEXT).from("documentTypes").when("what", "add"),
          shows("subType", TEXT).from("documentSubTypes").when("what", "add"),
          shows("title", TEXT).when("what", "add"), must("reason", TEXT).when("what", "remove")),
      step("recordCertificateDelegate",
          must("what", TEXT).of("add", "delete"),
          must("certificate", TEXT).from("orderCertificates").when("what", "delete"),
          must("reason", TEXT).when("what", "delete"), must("type", TEXT).from("certificateTypes").when("what", "add"),
          must("number", TEXT).when("what", "add"), must("issuedOn", DATE).when("what", "add"),
          must("validTo", DATE).when("what", "add"), must("result", TEXT).of("pass", "fail").when("what", "add"),
          may("asset", TEXT), must("file", TEXT).when("what", "add")),
      step("makeThePaperDelegate",
          must("kind", TEXT).of("order sheet", "cost summary", "event history", "quote comparison"),
          may("mailTo", LIST).of("resource", "contact"), may("filed", TICK)),
      step("recordMeterReadingDelegate",
          must("value", NUMBER), must("readAt", INSTANT), may("replaced", TICK),
          may("reading", TEXT).from("orderReadings").when("what", "edit"),
          must("meter", TEXT).from("siteMeters").when("what", "add")),
      step("tellTheSubscribersDelegate",
          must("type", TEXT).from("subscribedNotifications"), must("what", TEXT).of("activate", "reset"),
          must("message", TEXT)),
      step("recordFeedbackDelegate", must("rating", NUMBER), must("who", TEXT)),
      // details
      step("editTheOrderDelegate",
          may("workType", TEXT).from("workTypes"), may("priority", TEXT).from("priorities"), may("description", TEXT),
          may("contactName", TEXT), may("contactPhone", TEXT), may("location", TEXT), may("equipment", TEXT),
          may("symptom", TEXT)),
      step("changeTheCallerDelegate", must("contactName", TEXT), may("contactPhone", TEXT)),
      step("changeTheReasonDelegate", must("reason", TEXT).from("reasonCodes")),
      step("changeTheMarkUpDelegate", must("markUp", NUMBER)),
      step("changeTheCapitalBudgetDelegate", must("capitalCode", TEXT).from("currentCapitalCodes")))
      .collect(Collectors.toMap(StepContract::step, Function.identity()));

  /** What the application fills into forms by itself: cancelling what was refused. */
  private static final Map<String, List<FieldRead>> FILLED_IN = Map.of(
      "cancel-job", List.of(shows("reason", TEXT)));

  private static StepContract step(String step, FieldRead... reads) {
    return new StepContract(step, List.of(reads));
  }

  private static String[] schedules() {
    return new String[] {"up to SLA", "exact", "start and finish"};
  }

  /** What the step reads; nothing for those that read no form. */
  static List<FieldRead> of(String step) {
    StepContract contract = BY_STEP.get(step);
    return contract == null ? List.of() : contract.reads();
  }

  static List<FieldRead> filledInByTheApplication(String form) {
    return FILLED_IN.getOrDefault(form, List.of());
  }

  /** The steps that read a form. */
  static List<String> steps() {
    return BY_STEP.keySet().stream().sorted().toList();
  }
}
