package org.jobline.referencedata.contractor;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jobline.platform.engine.DecisionTables;

/**
 * A reason why a contractor can be given an order, before the reasons are put in order.
 *
 * @param agreement empty: it covers the work type and the region of the site
 */
record Candidate(Contractor contractor, Optional<Agreement> agreement) {

  static final String COVERS = "covers";

  /** The input of the decision table {@code resource-ranking}. */
  String kind() {
    return agreement.map(found -> found.kind().label()).orElse(COVERS);
  }

  /** Within a kind: the agreed rank, then what is agreed more closely, then the name. */
  static Comparator<Candidate> withinItsKind() {
    return Comparator
        .comparingInt((Candidate candidate) -> candidate.agreement.map(Agreement::rank).orElse(Integer.MAX_VALUE))
        .thenComparing(candidate -> candidate.agreement.map(Agreement::precision).orElse(0), Comparator.reverseOrder())
        .thenComparing(candidate -> candidate.contractor.name())
        .thenComparing(candidate -> candidate.contractor.code());
  }

  /** Fills the words of the table in: {@code {agreement}} and {@code {rank}}. */
  String words(Map<String, Object> row) {
    String why = (String) DecisionTables.required(row, "why");
    return agreement
        .map(found -> why.replace("{agreement}", found.code()).replace("{rank}", String.valueOf(found.rank())))
        .orElse(why);
  }
}
