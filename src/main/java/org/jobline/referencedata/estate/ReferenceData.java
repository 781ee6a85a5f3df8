package org.jobline.referencedata.estate;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.NotFoundException;
import org.jobline.platform.persistence.SearchText;
import org.jobline.platform.persistence.TransactionMemory;
import org.jobline.platform.time.OpeningHours;
import org.jobline.referencedata.estate.Contact.Role;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reference data of clients and their sites. */
@Service
@Transactional(readOnly = true)
public class ReferenceData {

  private final ReferenceDataRepository repository;
  private final OpeningHoursRepository openingHours;
  private final TransactionMemory memory;

  ReferenceData(ReferenceDataRepository repository, OpeningHoursRepository openingHours, TransactionMemory memory) {
    this.repository = repository;
    this.openingHours = openingHours;
    this.memory = memory;
  }

  public Optional<Client> client(String code) {
    return memory.get(Client.class, code, () -> repository.clients.find(code));
  }

  public Optional<Site> site(String code) {
    return memory.get(Site.class, code, () -> repository.sites.find(code));
  }

  /** @throws NotFoundException when there is no such site */
  public Site knownSite(String code) {
    return site(code).orElseThrow(() -> new NotFoundException("site", code));
  }

  /**
   * The site something is logged for.
   *
   * @param client as it was said, if it was
   * @throws InvalidFieldsException when the site is another client's
   */
  public Site siteOf(Optional<String> client, String code) {
    Site site = site(code).orElseThrow();
    client.filter(said -> !said.equals(site.client())).ifPresent(said -> {
      throw new InvalidFieldsException(
          "client", "Client must be " + site.client() + ", the site's client. Or leave it blank.");
    });
    return site;
  }

  public Optional<WorkType> workType(String code) {
    return memory.get(WorkType.class, code, () -> repository.workTypes.find(code));
  }

  public Optional<Priority> priority(String code) {
    return memory.get(Priority.class, code, () -> repository.priorities.find(code));
  }

  /**
   * Who of a site is told of missed targets.
   *
   * @param level of the escalation: a contact is told from the level on that is kept of it
   */
  public List<Contact> escalationContacts(String site, int level) {
    return repository.escalationContacts(site, level);
  }

  /** Those of a site with a role; none is no error. */
  public List<Contact> contacts(String site, Role role) {
    return repository.contacts(site, role);
  }

  /** @throws NotFoundException when there is no such site */
  public OpeningHours openingHours(String site) {
    Site found = knownSite(site);
    return memory.get(OpeningHours.class, found, () -> openingHours.ofSite(found.code(), found.timeZone()));
  }

  /** Those of a contractor, kept in the same calendars; never open when there are none. */
  public OpeningHours openingHoursOfContractor(String contractor, ZoneId zone) {
    return memory.get(OpeningHours.class, contractor, () -> openingHours.ofContractor(contractor, zone));
  }

  /** What the client wants to hear when a contractor declines; empty when any reason will do. */
  public List<String> refusalReasons(String client) {
    return repository.refusalReasons(client);
  }

  /** What orders of a work type usually cost the client, in his currency. */
  public Optional<BigDecimal> averageOrderValue(String client, String workType) {
    return repository.averageOrderValue(client, workType);
  }

  /** Whether the client wants a reason also for what is authorised. */
  public boolean authorisationNeedsReason(String client) {
    return repository.authorisationNeedsReason(client);
  }

  /** What was agreed for the delivery of a type of work; empty when nothing was. */
  public Optional<BigDecimal> deliveryCharge(String client, String workType) {
    return repository.deliveryCharge(client, workType);
  }

  /** The code of the client's that is meant; the words as they are where the client has no codes, empty for no code. */
  public Optional<String> reason(String client, String codeOrLabel) {
    List<ReasonCode> codes = reasonCodes(client);
    return codes.isEmpty() ? Optional.of(codeOrLabel) : codes.stream()
        .filter(reason -> codeOrLabel.equals(reason.code()) || codeOrLabel.equals(reason.label()))
        .map(ReasonCode::code)
        .findFirst();
  }

  public List<ReasonCode> reasonCodes(String client) {
    return repository.reasonCodes(client);
  }

  public List<CapitalCode> capitalCodes(String client) {
    return repository.capitalCodes(client);
  }

  public Page<Client> clients(String text, Pageable page) {
    return repository.clients.search(new SearchText(text), page);
  }

  /** Searches code, name, address and postcode. */
  public Page<Site> sites(String text, Pageable page) {
    return repository.sites.search(new SearchText(text), page);
  }

  public Page<WorkType> workTypes(String text, Pageable page) {
    return repository.workTypes.search(new SearchText(text), page);
  }

  public Page<Priority> priorities(String text, Pageable page) {
    return repository.priorities.search(new SearchText(text), page);
  }

  public Page<Part> parts(String text, Pageable page) {
    return repository.parts.search(new SearchText(text), page);
  }

  Optional<Client> clientOfLabel(String codeOrLabel) {
    return repository.clients.findByLabel(codeOrLabel);
  }

  Optional<Site> siteOfLabel(String codeOrLabel) {
    return repository.sites.findByLabel(codeOrLabel);
  }

  Optional<WorkType> workTypeOfLabel(String codeOrLabel) {
    return repository.workTypes.findByLabel(codeOrLabel);
  }

  Optional<Priority> priorityOfLabel(String codeOrLabel) {
    return repository.priorities.findByLabel(codeOrLabel);
  }
}
