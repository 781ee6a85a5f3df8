package org.jobline.referencedata.contractor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jobline.platform.engine.DecisionTables;
import org.jobline.platform.error.NotFoundException;
import org.jobline.platform.persistence.TransactionMemory;
import org.jobline.platform.time.OpeningHours;
import org.jobline.referencedata.estate.ReferenceData;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who repairs things, what was agreed with them, and who is asked first. */
@Service
@Transactional(readOnly = true)
public class ContractorService {

  private static final String RANKING = "resource-ranking";

  private final ContractorRepository repository;
  private final ReferenceData referenceData;
  private final DecisionTables decisionTables;
  private final TransactionMemory memory;

  ContractorService(ContractorRepository repository, ReferenceData referenceData, DecisionTables decisionTables,
      TransactionMemory memory) {
    this.repository = repository;
    this.referenceData = referenceData;
    this.decisionTables = decisionTables;
    this.memory = memory;
  }

  public Optional<Contractor> find(String code) {
    return memory.get(Contractor.class, code, () -> repository.find(code));
  }

  /** Searches code and name, rejected contractors included. */
  public Page<Contractor> search(String text, Pageable page) {
    return repository.search(text, page);
  }

  /**
   * Whether an order is sent to the contractor without an agent, by its own setting or that of its agreement.
   *
   * @param on a day at the site
   */
  public boolean automaticAssignment(String contractor, String client, String site, String workType, LocalDate on) {
    return find(contractor).map(Contractor::automaticAssignment).orElse(false)
        || agreement(contractor, client, site, workType, on).map(Agreement::automaticAssignment).orElse(false);
  }

  /** Whether an order sent to the contractor counts as accepted. */
  public boolean automaticAcceptance(String contractor) {
    return find(contractor).map(Contractor::automaticAcceptance).orElse(false);
  }

  /** The agreement that holds for an order given to the contractor: the first in the order of the ranking. */
  public Optional<Agreement> agreement(String contractor, String client, String site, String workType, LocalDate on) {
    List<Agreement> agreements = memory.get(Agreement.class, List.of(contractor, client, site, workType, on),
        () -> repository.agreements(contractor, client, site, workType, on));
    if (agreements.size() <= 1) {
      return agreements.stream().findFirst();
    }
    Map<String, Map<String, Object>> table = new HashMap<>();
    return agreements.stream().min(Comparator
        .comparingInt((Agreement found) -> position(table.computeIfAbsent(found.kind().label(), this::row)))
        .thenComparing(Agreement::precision, Comparator.reverseOrder())
        .thenComparingInt(Agreement::rank)
        .thenComparing(Agreement::code));
  }

  /**
   * Who is to be given an order, first choice first; a contractor stands where its best reason puts it. Nobody whose
   * pre-qualification was not approved is among them.
   *
   * @param on a day at the site
   * @param excluded codes of contractors that are not to be asked
   */
  public List<RankedContractor> ranked(
      String client, String site, String workType, LocalDate on, Collection<String> excluded) {
    List<Candidate> candidates = new ArrayList<>(repository.candidates(client, site, workType, on));
    candidates.removeIf(candidate -> excluded.contains(candidate.contractor().code()));
    Map<String, Map<String, Object>> table = new HashMap<>();
    candidates.sort(Comparator
        .comparingInt((Candidate candidate) -> position(table.computeIfAbsent(candidate.kind(), this::row)))
        .thenComparing(Candidate.withinItsKind()));
    List<RankedContractor> ranked = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (seen.add(candidate.contractor().code())) {
        String why = candidate.words(table.computeIfAbsent(candidate.kind(), this::row));
        ranked.add(new RankedContractor(candidate.contractor(), ranked.size() + 1, why));
      }
    }
    return ranked;
  }

  /**
   * Everybody else who is approved, each with what speaks against giving him the order; who declined it comes last.
   *
   * @param ranked those that are to be asked before
   * @param declined codes of contractors that declined the order
   */
  public List<RankedContractor> others(
      String site, String workType, Collection<RankedContractor> ranked, Collection<String> declined) {
    Set<String> before = ranked.stream().map(candidate -> candidate.contractor().code()).collect(Collectors.toSet());
    List<Bystander> others = repository.approved(site, workType).stream()
        .filter(other -> !before.contains(other.contractor().code()))
        .sorted(Comparator.comparing((Bystander other) -> declined.contains(other.contractor().code()))
            .thenComparing(Bystander.LIKELIEST_FIRST))
        .toList();
    return IntStream.range(0, others.size())
        .mapToObj(i -> new RankedContractor(others.get(i).contractor(), ranked.size() + i + 1,
            others.get(i).why(declined.contains(others.get(i).contractor().code()))))
        .toList();
  }

  private Map<String, Object> row(String kind) {
    return decisionTables.row(RANKING, Map.of("kind", kind));
  }

  private static int position(Map<String, Object> row) {
    return ((Number) DecisionTables.required(row, "position")).intValue();
  }

  /** What the contractor charges the client; empty when nothing was agreed. */
  public RateCard rateCard(String contractor, String client, Rate.Purpose purpose) {
    return memory.get(RateCard.class, List.of(contractor, client, purpose),
        () -> new RateCard(repository.rates(contractor, client, purpose)));
  }

  /** @throws NotFoundException when there is no such contractor */
  public OpeningHours openingHours(String contractor) {
    Contractor found = find(contractor).orElseThrow(() -> new NotFoundException("resource", contractor));
    return referenceData.openingHoursOfContractor(found.code(), found.timeZone());
  }

  Page<Contractor> selectable(String text, Pageable page) {
    return repository.searchApproved(text, page);
  }

  Optional<Contractor> selectableByLabel(String codeOrLabel) {
    return repository.findApprovedByLabel(codeOrLabel);
  }
}
