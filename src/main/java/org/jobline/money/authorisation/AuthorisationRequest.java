package org.jobline.money.authorisation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jobline.money.cost.CostChange;
import org.jobline.order.AuthorisationLock;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;

/** A change of cost that has to be authorised, level by level; what was decided stays readable. */
class AuthorisationRequest {

  enum State {
    WAITING, ON_HOLD, INFORMATION_REQUIRED, AUTHORISED, REFUSED;

    /** In words an agent understands. */
    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    boolean isOpen() {
      return this != AUTHORISED && this != REFUSED;
    }
  }

  // read by the repository alone
  @SuppressWarnings("UnusedVariable")
  @Id private @Nullable Long id;
  @SuppressWarnings("UnusedVariable")
  @Version private long version;
  private String orderNumber;
  private String kind;
  private String currency;
  private BigDecimal amountBefore;
  private BigDecimal amountAfter;
  private BigDecimal commitment;
  private String askedBy;
  private Instant askedAt;
  private @Nullable String askedAgainBy;
  private State state = State.WAITING;
  private @Nullable Instant onHoldUntil;
  private @Nullable String question;
  private @Nullable String answer;
  private @Nullable String fallback;
  private boolean orderCancelled;
  private @Nullable String reinstatedWith;

  @MappedCollection(idColumn = "request", keyColumn = "position")
  private List<AuthorisationLevel> levels = new ArrayList<>();

  /** The repository fills the fields from the row. */
  @SuppressWarnings("NullAway.Init")
  protected AuthorisationRequest() {}

  /** @param named in any order, at least one */
  AuthorisationRequest(
      String orderNumber, CostChange change, Collection<AuthorisationLevel> named, String askedBy, Instant askedAt) {
    this.orderNumber = orderNumber;
    this.kind = change.kind();
    this.currency = change.currency();
    this.amountBefore = change.what().before();
    this.amountAfter = change.what().after();
    this.commitment = change.commitment();
    this.askedBy = askedBy;
    this.askedAt = askedAt;
    named.stream()
        .sorted(Comparator.comparing(AuthorisationLevel::level).thenComparing(AuthorisationLevel::profile))
        .filter(level -> levels.stream().noneMatch(other ->
            other.level() == level.level() && other.profile().equals(level.profile())))
        .forEach(levels::add);
  }

  String orderNumber() {
    return orderNumber;
  }

  /** The same change, which somebody asks to be authorised again. */
  void askedAgainBy(String agent, String firstAskedBy) {
    this.askedAgainBy = agent;
    this.askedBy = firstAskedBy;
  }

  /** The next level begins to wait, or waits again. */
  void present(Instant now) {
    state = State.WAITING;
    onHoldUntil = null;
    replaceCurrent(current().waitingSince(now));
  }

  void hold(Instant until) {
    state = State.ON_HOLD;
    onHoldUntil = until;
  }

  void ask(String question) {
    this.state = State.INFORMATION_REQUIRED;
    this.question = question;
    this.answer = null;
  }

  void answer(String answer) {
    this.answer = answer;
  }

  void authorise(Decision decision, String by, Instant at) {
    replaceCurrent(current().decided(at, by, decision));
    if (levels.stream().allMatch(AuthorisationLevel::isDecided)) {
      state = State.AUTHORISED;
    }
  }

  /** @param fallback which earlier cost counts again; null: none */
  void refuse(Decision decision, @Nullable String fallback, String by, Instant at) {
    replaceCurrent(current().decided(at, by, decision));
    this.state = State.REFUSED;
    this.fallback = fallback;
  }

  private void replaceCurrent(AuthorisationLevel level) {
    levels.set(levels.indexOf(current()), level);
  }

  void orderCancelled() {
    this.orderCancelled = true;
  }

  void reinstatedWith(String choice) {
    this.reinstatedWith = choice;
  }

  /** The first level that has not decided; the last one when all have. */
  AuthorisationLevel current() {
    return levels.stream().filter(level -> !level.isDecided()).findFirst().orElse(levels.get(levels.size() - 1));
  }

  /** What the order waits for once the request was presented. */
  AuthorisationLock lock() {
    AuthorisationLevel level = current();
    Instant since = Objects.requireNonNull(level.waitingSince(), "Nobody was asked yet");
    return new AuthorisationLock(level.profile(), level.level(), since, subject());
  }

  /** What is to be authorised, and why. */
  String subject() {
    String inAll = commitment.compareTo(amountAfter) == 0 ? ""
        : String.format(Locale.UK, ", order may now cost up to %,.2f", commitment);
    return String.format(Locale.UK, "%s %,.2f %s (%,.2f before)%s, %s",
        kind, amountAfter, currency, amountBefore, inAll, current().reason());
  }

  /** Four eyes: why this person may not decide now. */
  Optional<String> bars(String person) {
    if (person.equals(askedBy) || person.equals(askedAgainBy)) {
      return Optional.of("someone other than the person who asked has to authorise it");
    }
    return levels.stream().anyMatch(level -> person.equals(level.decidedBy()))
        ? Optional.of("someone else has to decide this level")
        : Optional.empty();
  }

  CostChange change() {
    return new CostChange(new CostChange.What(kind, amountBefore, amountAfter), currency, commitment);
  }

  String askedBy() {
    return askedBy;
  }

  /** Who asked last, and so knows more about it. */
  String answerer() {
    return askedAgainBy == null ? askedBy : askedAgainBy;
  }

  boolean isAskedAgain() {
    return askedAgainBy != null;
  }

  Instant askedAt() {
    return askedAt;
  }

  State state() {
    return state;
  }

  @Nullable Instant onHoldUntil() {
    return onHoldUntil;
  }

  /** The last one that was asked; null when there was none. */
  @Nullable String question() {
    return question;
  }

  /** To the last question; null while there is none. */
  @Nullable String answer() {
    return answer;
  }

  Optional<String> fallback() {
    return Optional.ofNullable(fallback);
  }

  /** Whether the order was cancelled because of the refusal and nobody has decided since what becomes of the change. */
  boolean isUnsettled() {
    return orderCancelled && reinstatedWith == null;
  }

  /** Whether the order was brought back to be asked about again, and has not been since. */
  boolean isReEntered() {
    return RefusedCostService.RE_ENTER.equals(reinstatedWith);
  }

  List<AuthorisationLevel> levels() {
    return List.copyOf(levels);
  }
}
