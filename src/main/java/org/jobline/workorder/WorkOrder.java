package org.jobline.workorder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What the desk knows of an order. Its status is not decided here: the diagrams decide, and {@link #reach} writes down
 * what they decided.
 */
public class WorkOrder {

  @Id private String number;
  @Version private long version;
  private OrderType type;
  private String statusCode;
  private String statusName;
  private String client;
  private String site;
  private String workType;
  private String priority;
  private String description;
  private String contactName;
  private String contactPhone;
  private String location;
  private String equipment;
  private String symptom;
  private String reason;
  private String costCode;
  private String capitalCode;
  private String externalReference;
  private String resource;
  @Embedded.Nullable(prefix = "schedule_") private Schedule schedule;
  private boolean dayRate;
  private String resourceReference;
  private Instant sentAt;
  private Instant eta;
  private Instant etaRequestedAt;
  private int attempts;
  private Instant nextAttemptAt;
  private List<String> refusedBy = new ArrayList<>();
  @Embedded.Nullable(prefix = "lock_") private AuthorisationLock lock;
  private boolean cis;
  private Instant cancelledAt;
  private String statusBeforeCancel;
  private Instant completedAt;
  private Instant recallUntil;
  private int recalls;
  private Instant loggedAt;
  private String loggedBy;
  private int lastEvent;
  private String lastHash = "";

  protected WorkOrder() {}

  WorkOrder(OrderNumber number, OrderType type, NewWorkOrder details, Instant loggedAt, String loggedBy) {
    this.number = number.value();
    this.type = type;
    this.client = details.client();
    this.site = details.site();
    this.workType = details.workType();
    this.priority = details.priority();
    this.description = details.description();
    this.contactName = details.contactName();
    this.contactPhone = details.contactPhone();
    this.location = details.location();
    this.equipment = details.equipment();
    this.symptom = details.symptom();
    this.reason = details.reason();
    this.costCode = details.costCode();
    this.externalReference = details.externalReference();
    this.resource = details.resource();
    this.schedule = details.schedule();
    this.dayRate = details.dayRate();
    this.loggedAt = loggedAt;
    this.loggedBy = loggedBy;
  }

  /** Writes down the milestone the order's process has just passed. */
  public void reach(Status status) {
    this.statusCode = status.code().value();
    this.statusName = status.name();
  }

  /** Gives the order to a resource that has not been told yet; what the one before said no longer counts. */
  public void allocate(String resource) {
    this.resource = resource;
    this.resourceReference = null;
    this.sentAt = null;
    this.eta = null;
    this.etaRequestedAt = null;
    this.attempts = 0;
    this.nextAttemptAt = null;
  }

  /** Takes the order from its resource, which is not asked again for this order. */
  public void refusedByResource() {
    if (resource != null && !refusedBy.contains(resource)) {
      refusedBy.add(resource);
    }
    allocate(null);
  }

  /** @param dayRate whether the resource is paid by the day */
  public void schedule(Schedule schedule, boolean dayRate) {
    this.schedule = schedule;
    this.dayRate = dayRate;
  }

  public void sentToResource(Instant at, String reference) {
    this.sentAt = at;
    this.nextAttemptAt = null;
    if (reference != null) {
      this.resourceReference = reference;
    }
  }

  /** Counts an attempt at reaching the resource that failed. */
  public void notReached(Instant nextAttempt) {
    this.attempts++;
    this.nextAttemptAt = nextAttempt;
  }

  public void expectArrival(Instant eta) {
    this.eta = eta;
    this.etaRequestedAt = null;
  }

  public void etaRequested(Instant at) {
    this.etaRequestedAt = at;
  }

  public void referenceOfResource(String reference) {
    this.resourceReference = reference;
  }

  public void lock(AuthorisationLock lock) {
    this.lock = lock;
  }

  public void unlock() {
    this.lock = null;
  }

  public void edit(WorkOrderDetails details) {
    this.workType = details.workType();
    this.priority = details.priority();
    this.description = details.description();
    this.contactName = details.contactName();
    this.contactPhone = details.contactPhone();
    this.location = details.location();
    this.equipment = details.equipment();
    this.symptom = details.symptom();
  }

  /** @param reason a reason code of the client */
  public void because(String reason) {
    this.reason = reason;
  }

  /** @param capitalCode a capital code of the client */
  public void bookTo(String capitalCode) {
    this.capitalCode = capitalCode;
  }

  public void markCis(boolean cis) {
    this.cis = cis;
  }

  public void cancel(Instant at) {
    this.cancelledAt = at;
    this.statusBeforeCancel = statusCode;
  }

  public void reinstate() {
    this.cancelledAt = null;
  }

  /** @param recallUntil the end of the recall period, counted from the completion */
  public void complete(Instant at, Instant recallUntil) {
    this.completedAt = at;
    this.recallUntil = recallUntil;
    this.eta = null;
  }

  /** Calls a completed order back: it has to be sent again, and is wanted as soon as its new SLA says. */
  public void recall(String priority) {
    this.recalls++;
    this.priority = priority;
    this.schedule = Schedule.upToSla();
    this.completedAt = null;
    this.recallUntil = null;
    this.sentAt = null;
    this.eta = null;
    this.attempts = 0;
    this.nextAttemptAt = null;
  }

  void appended(WorkOrderEvent event) {
    this.lastEvent = event.sequence();
    this.lastHash = event.hash();
  }

  public OrderNumber number() {
    return new OrderNumber(number);
  }

  public long version() {
    return version;
  }

  public OrderType type() {
    return type;
  }

  public Status status() {
    return new Status(new StatusCode(statusCode), statusName);
  }

  /** Whether a milestone was passed at all: false only within the transaction that logs the order. */
  public boolean hasStatus() {
    return statusCode != null;
  }

  public String client() {
    return client;
  }

  public String site() {
    return site;
  }

  public String workType() {
    return workType;
  }

  public String priority() {
    return priority;
  }

  public String description() {
    return description;
  }

  public String contactName() {
    return contactName;
  }

  public String contactPhone() {
    return contactPhone;
  }

  public String location() {
    return location;
  }

  public String equipment() {
    return equipment;
  }

  public String symptom() {
    return symptom;
  }

  public String reason() {
    return reason;
  }

  public WorkOrderDetails details() {
    return new WorkOrderDetails(
        workType, priority, description, contactName, contactPhone, location, equipment, symptom);
  }

  /** What capital expenditure for the order is booked to, null when it is none. */
  public String capitalCode() {
    return capitalCode;
  }

  public String costCode() {
    return costCode;
  }

  public String externalReference() {
    return externalReference;
  }

  public Optional<String> resource() {
    return Optional.ofNullable(resource);
  }

  public Optional<Schedule> schedule() {
    return Optional.ofNullable(schedule);
  }

  /** Whether the resource is paid by the day, as ticked when the order was scheduled. */
  public boolean isByTheDay() {
    return dayRate;
  }

  public String resourceReference() {
    return resourceReference;
  }

  /** When the present resource was sent the order; empty while it does not know of it. */
  public Optional<Instant> sentAt() {
    return Optional.ofNullable(sentAt);
  }

  public Optional<Instant> eta() {
    return Optional.ofNullable(eta);
  }

  public Optional<Instant> etaRequestedAt() {
    return Optional.ofNullable(etaRequestedAt);
  }

  /** Failed attempts at reaching the present resource. */
  public int attempts() {
    return attempts;
  }

  public Optional<Instant> nextAttemptAt() {
    return Optional.ofNullable(nextAttemptAt);
  }

  /** Resources that declined this order and are not offered again. */
  public List<String> refusedBy() {
    return List.copyOf(refusedBy);
  }

  /** Whether the order waits for an authorisation. */
  public boolean locked() {
    return lock != null;
  }

  /** What the order waits for while it is locked. */
  public Optional<AuthorisationLock> authorisationLock() {
    return Optional.ofNullable(lock);
  }

  public boolean cis() {
    return cis;
  }

  public Optional<Instant> cancelledAt() {
    return Optional.ofNullable(cancelledAt);
  }

  /** Where a reinstatement leads back to. */
  public Optional<StatusCode> statusBeforeCancel() {
    return Optional.ofNullable(statusBeforeCancel).map(StatusCode::new);
  }

  public Optional<Instant> completedAt() {
    return Optional.ofNullable(completedAt);
  }

  /** The end of the recall period of a completed order. */
  public Optional<Instant> recallUntil() {
    return Optional.ofNullable(recallUntil);
  }

  public int recalls() {
    return recalls;
  }

  public Instant loggedAt() {
    return loggedAt;
  }

  public String loggedBy() {
    return loggedBy;
  }

  /** The number the order's next event will have. */
  public int nextEvent() {
    return lastEvent + 1;
  }

  int lastEvent() {
    return lastEvent;
  }

  String lastHash() {
    return lastHash;
  }
}
