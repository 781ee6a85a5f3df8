package org.jobline.workorder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobline.order.AuthorisationLock;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderType;
import org.jobline.order.Status;
import org.jobline.order.StatusCode;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;

/** What the desk knows of a work order, beside what it knows of every order. */
public class WorkOrder {

  @Id private String number;
  @Transient private Order order;
  private String workType;
  private String priority;
  private String description;
  private @Nullable String location;
  private @Nullable String equipment;
  private @Nullable String symptom;
  private @Nullable String reason;
  private @Nullable String costCode;
  private @Nullable String capitalCode;
  private @Nullable String externalReference;
  @Column("resource") private @Nullable String contractor;
  @Embedded.Nullable(prefix = "schedule_") private @Nullable Schedule schedule;
  private boolean dayRate;
  @Column("resource_reference") private @Nullable String contractorReference;
  private @Nullable Instant sentAt;
  private @Nullable Instant eta;
  private @Nullable Instant etaRequestedAt;
  private int attempts;
  private @Nullable Instant nextAttemptAt;
  private List<String> refusedBy = new ArrayList<>();
  private boolean cis;
  private @Nullable Instant recallUntil;
  private int recalls;

  /** The repository fills the rest from the row, and {@link #of} the order. */
  @SuppressWarnings("NullAway.Init")
  protected WorkOrder() {}

  WorkOrder(Order order, NewWorkOrder details) {
    this.number = order.number().value();
    this.order = order;
    this.workType = details.workType();
    this.priority = details.priority();
    this.description = details.description();
    this.location = details.location();
    this.equipment = details.equipment();
    this.symptom = details.symptom();
    this.reason = details.reason();
    this.costCode = details.costCode();
    this.externalReference = details.externalReference();
    this.contractor = details.contractor();
    this.schedule = details.schedule();
    this.dayRate = details.dayRate();
    findByTexts();
  }

  WorkOrder of(Order order) {
    this.order = order;
    return this;
  }

  private void findByTexts() {
    order.findBy(contractor, externalReference, contractorReference, description, location, equipment, symptom);
  }

  /** Gives the order to a contractor that has not been told yet; what the one before said no longer counts. */
  public void allocate(@Nullable String contractor) {
    this.contractor = contractor;
    this.contractorReference = null;
    this.sentAt = null;
    this.eta = null;
    this.etaRequestedAt = null;
    this.attempts = 0;
    this.nextAttemptAt = null;
    findByTexts();
  }

  /** Takes the order from its contractor, which is not asked again for this order. */
  public void declineByContractor() {
    if (contractor != null && !refusedBy.contains(contractor)) {
      refusedBy.add(contractor);
    }
    allocate(null);
  }

  /** @param dayRate whether the contractor is paid by the day */
  public void schedule(Schedule schedule, boolean dayRate) {
    this.schedule = schedule;
    this.dayRate = dayRate;
  }

  public void markSent(Instant at, @Nullable String reference) {
    this.sentAt = at;
    this.nextAttemptAt = null;
    if (reference != null) {
      setContractorReference(reference);
    }
  }

  /** Counts an attempt at reaching the contractor that failed. */
  public void recordFailedContact(Instant nextAttempt) {
    this.attempts++;
    this.nextAttemptAt = nextAttempt;
  }

  /** Has the desk take the order up again then. */
  public void takeUpAgain(Instant at) {
    this.nextAttemptAt = at;
  }

  public void setEta(@Nullable Instant eta) {
    this.eta = eta;
    this.etaRequestedAt = null;
    this.nextAttemptAt = null;
  }

  public void etaRequested(Instant at) {
    this.etaRequestedAt = at;
  }

  public void setContractorReference(String reference) {
    this.contractorReference = reference;
    findByTexts();
  }

  public void edit(WorkOrderDetails details) {
    this.workType = details.workType();
    this.priority = details.priority();
    this.description = details.description();
    this.location = details.location();
    this.equipment = details.equipment();
    this.symptom = details.symptom();
    order.contact(details.contactName(), details.contactPhone());
    findByTexts();
  }

  /** @param reason a reason code of the client */
  public void setReasonCode(String reason) {
    this.reason = reason;
  }

  /** @param capitalCode a capital code of the client */
  public void setCapitalCode(String capitalCode) {
    this.capitalCode = capitalCode;
  }

  public void setCis(boolean cis) {
    this.cis = cis;
  }

  /** @param recallUntil the end of the recall period, counted from the completion */
  public void complete(Instant at, Instant recallUntil) {
    order.complete(at);
    this.recallUntil = recallUntil;
    this.eta = null;
  }

  /** Calls a completed order back: it has to be sent again, and is wanted as soon as its new SLA says. */
  public void recall(String priority) {
    this.recalls++;
    this.priority = priority;
    this.schedule = Schedule.upToSla();
    order.reopen();
    this.recallUntil = null;
    this.sentAt = null;
    this.eta = null;
    this.attempts = 0;
    this.nextAttemptAt = null;
  }

  /** What every order has. */
  public Order order() {
    return order;
  }

  public OrderNumber number() {
    return new OrderNumber(number);
  }

  public OrderType type() {
    return order.type();
  }

  public Status status() {
    return order.status();
  }

  public String client() {
    return order.client();
  }

  public String site() {
    return order.site();
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
    return order.contactName();
  }

  public @Nullable String contactPhone() {
    return order.contactPhone();
  }

  public @Nullable String location() {
    return location;
  }

  public @Nullable String equipment() {
    return equipment;
  }

  public @Nullable String symptom() {
    return symptom;
  }

  public @Nullable String reason() {
    return reason;
  }

  public WorkOrderDetails details() {
    return new WorkOrderDetails(
        workType, priority, description, contactName(), contactPhone(), location, equipment, symptom);
  }

  /** What capital expenditure for the order is booked to, null when it is none. */
  public @Nullable String capitalCode() {
    return capitalCode;
  }

  public @Nullable String costCode() {
    return costCode;
  }

  public @Nullable String externalReference() {
    return externalReference;
  }

  public Optional<String> contractor() {
    return Optional.ofNullable(contractor);
  }

  public Optional<Schedule> schedule() {
    return Optional.ofNullable(schedule);
  }

  /** Whether the contractor is paid by the day, as ticked when the order was scheduled. */
  public boolean isDayRate() {
    return dayRate;
  }

  public @Nullable String contractorReference() {
    return contractorReference;
  }

  /** When the present contractor was sent the order; empty while it does not know of it. */
  public Optional<Instant> sentAt() {
    return Optional.ofNullable(sentAt);
  }

  public Optional<Instant> eta() {
    return Optional.ofNullable(eta);
  }

  public Optional<Instant> etaRequestedAt() {
    return Optional.ofNullable(etaRequestedAt);
  }

  /** Failed attempts at reaching the present contractor. */
  public int contactAttempts() {
    return attempts;
  }

  public Optional<Instant> nextAttemptAt() {
    return Optional.ofNullable(nextAttemptAt);
  }

  /** Contractors that declined this order and are not offered again. */
  public List<String> refusedBy() {
    return List.copyOf(refusedBy);
  }

  /** Whether the order waits for an authorisation. */
  public boolean locked() {
    return order.locked();
  }

  /** What the order waits for while it is locked. */
  public Optional<AuthorisationLock> authorisationLock() {
    return order.authorisationLock();
  }

  public boolean isCis() {
    return cis;
  }

  public Optional<Instant> cancelledAt() {
    return order.cancelledAt();
  }

  /** Where a reinstatement leads back to. */
  public Optional<StatusCode> statusBeforeCancel() {
    return order.statusBeforeCancel();
  }

  public Optional<Instant> completedAt() {
    return order.completedAt();
  }

  /** The end of the recall period of a completed order. */
  public Optional<Instant> recallUntil() {
    return Optional.ofNullable(recallUntil);
  }

  public int recalls() {
    return recalls;
  }

  public Instant loggedAt() {
    return order.loggedAt();
  }

  public String loggedBy() {
    return order.loggedBy();
  }
}
