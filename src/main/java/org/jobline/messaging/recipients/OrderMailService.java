package org.jobline.messaging.recipients;

import java.util.List;
import java.util.Optional;
import org.jobline.action.CurrentAction;
import org.jobline.messaging.notification.Attachment;
import org.jobline.messaging.notification.NotificationService;
import org.jobline.messaging.notification.OrderInMail;
import org.jobline.messaging.notification.Recipient;
import org.jobline.messaging.notification.Template;
import org.jobline.order.Order;
import org.jobline.referencedata.contractor.Contractor;
import org.jobline.referencedata.contractor.ContractorService;
import org.jobline.referencedata.estate.Contact;
import org.jobline.referencedata.estate.Priority;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.referencedata.estate.Site;
import org.jobline.referencedata.estate.WorkType;
import org.jobline.sla.SlaEscalated;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.jobline.workorder.quoting.Quotation;
import org.jobline.workorder.quoting.Quotations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is told what about an order (domain/clock-and-mail.md, Mail). The event of the action says what was queued, and
 * what could not be because there is no address.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OrderMailService {

  /** What the desk speaks. */
  private static final String ENGLISH = "en";

  private final NotificationService notifications;
  private final WorkOrders workOrders;
  private final ReferenceData referenceData;
  private final ContractorService contractors;
  private final Quotations quotations;
  private final CurrentAction current;

  OrderMailService(
      NotificationService notifications, WorkOrders workOrders, ReferenceData referenceData,
      ContractorService contractors, Quotations quotations, CurrentAction current) {
    this.notifications = notifications;
    this.workOrders = workOrders;
    this.referenceData = referenceData;
    this.contractors = contractors;
    this.quotations = quotations;
    this.current = current;
  }

  /** The contractor gets the order; in other words when it had completed it before. */
  public void assign(WorkOrder order) {
    toContractor(order.recalls() > 0 ? Template.ASSIGNED_AFTER_RECALL : Template.ASSIGN, order);
  }

  /** The contractor is told that an order it had is on again. */
  public void assignedAgain(WorkOrder order) {
    toContractor(Template.ASSIGNED_AFTER_RECALL, order);
  }

  /** The order is taken from its contractor. */
  public void deallocated(WorkOrder order) {
    toContractor(Template.DEALLOCATED, order);
    toBuilding(Template.COMPLETED, order.order());
  }

  /** The order is cancelled; its contractor, if it has one, is told when it knew of the order. */
  public void cancelled(Order order) {
    workOrders.find(order).ifPresent(this::takenBack);
    toBuilding(Template.COMPLETED, order);
  }

  /** The order is not done, or goes on as another: who knew of it is told not to come, or not to quote. */
  public void takenBack(WorkOrder order) {
    Optional<Quotation> quotation = quotations.find(order.order());
    if (quotation.isPresent()) {
      quotation.get().concerned().forEach(contractor ->
          toContractor(Template.CANCELLED, order.order(), contractor, "", List.of()));
    } else if (order.sentAt().isPresent()) {
      toContractor(Template.CANCELLED, order);
    }
  }

  public void completed(Order order) {
    toBuilding(Template.COMPLETED, order);
  }

  public void etaRequested(WorkOrder order) {
    toContractor(Template.ETA_REQUESTED, order);
  }

  /** The building is told when somebody comes. */
  public void eta(WorkOrder order) {
    toBuilding(Template.ETA, order.order());
  }

  /**
   * The contractor is told that no more engineers may come.
   *
   * @param about how many it had asked for
   */
  public void engineersRefused(WorkOrder order, String about) {
    toContractor(Template.ENGINEERS_REFUSED, order, about);
  }

  /**
   * Somebody who may decide is told what waits for him.
   *
   * @param about what is to be authorised
   */
  public void authorisationWaits(Order order, String name, Optional<String> address, String about) {
    toColleague(Template.AUTHORISATION, order, name, address, about);
  }

  /** Who asked is told what was decided, or asked in return. */
  public void authorisationDecided(Order order, String name, Optional<String> address, String about) {
    toColleague(Template.AUTHORISATION_DECIDED, order, name, address, about);
  }

  /**
   * The contractor gets an invoice back.
   *
   * @param about which, and why
   */
  public void invoiceRejected(WorkOrder order, String about) {
    toContractor(Template.INVOICE_REJECTED, order, about);
  }

  /** The desk is told of a target at risk or missed, and so are the site's escalation contacts of that level. */
  public void escalated(WorkOrder order, SlaEscalated escalated) {
    Site site = site(order.order());
    Template toDesk = escalated.isWarning() ? Template.SLA_AT_RISK_DESK : Template.SLA_BREACHED_DESK;
    toColleague(toDesk, order.order(), "Helpdesk", Optional.of(notifications.desk()), escalated.words());
    if (escalated.tellsContacts()) {
      Template toContacts = escalated.isWarning() ? Template.SLA_AT_RISK : Template.SLA_BREACHED;
      referenceData.escalationContacts(site.code(), escalated.level())
          .forEach(contact -> toContact(toContacts, order.order(), contact, site, escalated.words(), List.of()));
    }
  }

  private void toColleague(Template template, Order order, String name, Optional<String> address, String about) {
    inEnglish(template, order, name, address, about, List.of());
  }

  /** To somebody of whom no language is known. */
  void inEnglish(
      Template template, Order order, String name, Optional<String> address, String about, List<Attachment> attached) {
    queue(template, order, new Recipient(name, address, ENGLISH, site(order).timeZone()), about, attached);
  }

  /** Whether there is a contractor who can be told something. */
  @Transactional(readOnly = true)
  public boolean hasContractor(Order order) {
    return workOrders.find(order).flatMap(WorkOrder::contractor).isPresent();
  }

  /** A paper made of the order goes to its contractor, if it has one. */
  public void documentToContractor(Order order, Attachment paper) {
    workOrders.find(order).ifPresent(work -> toContractor(Template.PAPER, work, paper));
  }

  /** A paper made of the order goes to the contacts of the building. */
  public void paperToBuilding(Order order, Attachment paper) {
    toBuilding(Template.PAPER, order, paper);
  }

  private void toContractor(Template template, WorkOrder order, Attachment... attached) {
    toContractor(template, order, "", List.of(attached));
  }

  private void toContractor(Template template, WorkOrder order, String about) {
    toContractor(template, order, about, List.of());
  }

  private void toContractor(Template template, WorkOrder order, String about, List<Attachment> attached) {
    order.contractor().ifPresent(contractor -> toContractor(template, order.order(), contractor, about, attached));
  }

  /**
   * To a contractor that need not be the order's.
   *
   * @param about what the template says beside the facts of the order
   */
  void toContractor(Template template, Order order, String contractor, String about, List<Attachment> attached) {
    contractors.find(contractor).ifPresent(found -> queue(template, order,
        new Recipient(found.name(), found.address(), found.language(), found.timeZone()), about, attached));
  }

  private void toBuilding(Template template, Order order, Attachment... attached) {
    toBuilding(template, order, "", List.of(attached));
  }

  /** @param about what the template says beside the facts of the order */
  void toBuilding(Template template, Order order, String about, List<Attachment> attached) {
    Site site = site(order);
    List<Contact> contacts = referenceData.contacts(site.code(), Contact.Role.BUILDING);
    if (contacts.isEmpty()) {
      current.note(template.label() + " e-mail not sent: the site has no contact");
    }
    contacts.forEach(contact -> toContact(template, order, contact, site, about, attached));
  }

  private void toContact(
      Template template, Order order, Contact contact, Site site, String about, List<Attachment> attached) {
    current.personal(contact.name());
    contact.address().ifPresent(current::personal);
    queue(template, order, new Recipient(contact.name(), contact.address(), contact.language(), site.timeZone()), about,
        attached);
  }

  /** @param about what the template says beside the facts of the order */
  void queue(Template template, Order order, Recipient recipient, String about, List<Attachment> attached) {
    boolean queued = notifications.queue(
        template, inMail(order), recipient, "event " + order.nextEvent(), about, attached);
    current.note(queued
        ? template.label() + " e-mail sent to " + recipient.name() + " <" + recipient.address().orElseThrow() + ">"
        : template.label() + " e-mail not sent: " + recipient.name() + " has no e-mail address");
  }

  OrderInMail inMail(Order order) {
    Site site = site(order);
    Optional<WorkOrder> work = workOrders.find(order);
    return new OrderInMail(
        order.number().value(),
        order.status().toString(),
        site.name(),
        site.address() + ", " + site.postcode(),
        work.flatMap(found -> referenceData.workType(found.workType())).map(WorkType::name).orElse(""),
        work.flatMap(found -> referenceData.priority(found.priority())).map(Priority::label).orElse(""),
        work.map(WorkOrder::description).orElse(""),
        work.flatMap(WorkOrder::schedule),
        order.contactName(),
        Optional.ofNullable(order.contactPhone()).orElse(""),
        work.flatMap(this::contractor).map(Contractor::name).orElse(""),
        work.flatMap(WorkOrder::eta));
  }

  Site site(Order order) {
    return referenceData.site(order.site()).orElseThrow();
  }

  private Optional<Contractor> contractor(WorkOrder order) {
    return order.contractor().flatMap(contractors::find);
  }
}
