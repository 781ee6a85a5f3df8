package org.jobline.estate;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jobline.estate.Contact.Role;
import org.jobline.problem.NotFound;
import org.jobline.time.OpeningHours;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reference data of clients and their sites. */
@Service
@Transactional(readOnly = true)
public class Estate {

  private final EstateRepository repository;
  private final OpeningHoursRepository openingHours;

  Estate(EstateRepository repository, OpeningHoursRepository openingHours) {
    this.repository = repository;
    this.openingHours = openingHours;
  }

  public Optional<Client> client(String code) {
    return repository.clients.find(code);
  }

  public Optional<Site> site(String code) {
    return repository.sites.find(code);
  }

  public Optional<WorkType> workType(String code) {
    return repository.workTypes.find(code);
  }

  public Optional<Priority> priority(String code) {
    return repository.priorities.find(code);
  }

  /** Those of a site with a role; none is no error. */
  public List<Contact> contacts(String site, Role role) {
    return repository.contacts(site, role);
  }

  /** @throws NotFound when there is no such site */
  public OpeningHours openingHours(String site) {
    Site found = site(site).orElseThrow(() -> new NotFound("site", site));
    return openingHours.ofSite(found.code(), found.timeZone());
  }

  public OpeningHours openingHoursOfResource(String resource, ZoneId zone) {
    return openingHours.ofResource(resource, zone);
  }

  /** What the client wants to hear when a resource declines; empty when any reason will do. */
  public List<String> refusalReasons(String client) {
    return repository.refusalReasons(client);
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

  Optional<Client> clientOfLabel(String codeOrLabel) {
    return only(repository.clients, Client::code, Client::label, codeOrLabel);
  }

  Optional<Site> siteOfLabel(String codeOrLabel) {
    return only(repository.sites, Site::code, Site::label, codeOrLabel);
  }

  Optional<WorkType> workTypeOfLabel(String codeOrLabel) {
    return only(repository.workTypes, WorkType::code, WorkType::label, codeOrLabel);
  }

  Optional<Priority> priorityOfLabel(String codeOrLabel) {
    return only(repository.priorities, Priority::code, Priority::label, codeOrLabel);
  }

  private static <T> Optional<T> only(
      ReferenceRepository<T> table,
      Function<T, String> code,
      Function<T, String> label,
      String codeOrLabel) {
    String text = codeOrLabel == null ? "" : codeOrLabel.strip();
    return table.findAny(SearchText.possibleCodes(text)).stream()
        .filter(found -> code.apply(found).equals(text) || label.apply(found).equals(text))
        .findFirst();
  }
}
