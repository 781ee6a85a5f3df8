package org.jobline.referencedata.contractor;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed between a client and a contractor.
 *
 * @param workType null: every work type
 * @param site null: every site of the client
 * @param rank 1 is asked first among agreements of the same kind
 * @param comprehensive the work is covered, so that an order costs nothing
 * @param recallDays null: the client's own period holds
 * @param recallCharge what a recall costs
 * @param validTo the last day; null: until further notice
 */
public record Agreement(
    String code,
    Kind kind,
    String client,
    String contractor,
    @Nullable String workType,
    @Nullable String site,
    int rank,
    boolean automaticAssignment,
    boolean comprehensive,
    @Nullable Integer recallDays,
    RecallCharge recallCharge,
    LocalDate validFrom,
    @Nullable LocalDate validTo) {

  /** The kinds, as the decision table {@code resource-ranking} names them. */
  public enum Kind {
    WARRANTY,
    INTERNAL,
    CONTRACT,
    /** Service rate agreement. */
    SRA;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind ofLabel(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  /** What is charged for a recall inside the recall period. */
  public enum RecallCharge {
    /** Call-out fee and hours, as for any visit. */
    FULL,
    /** Hours without a call-out fee. */
    LABOUR_ONLY,
    PARTS_ONLY;

    static RecallCharge ofLabel(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
  }

  /** How closely it names what it is about: an agreement on this site goes before one on all. */
  int precision() {
    return (site == null ? 0 : 2) + (workType == null ? 0 : 1);
  }
}
