package org.jobline.order;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What every order has, of whichever type. Its status is not decided here: the diagrams decide, and
 * {@link #enterStatus} writes down what they decided.
 */
@Table("orders")
public class Order {

  @Id private String number;
  @Version private long version;
  private String type;
  @Transient private OrderType drawnType;
  private @Nullable String statusCode;
  private @Nullable String statusName;
  private String client;
  private String site;
  private String contactName;
  private @Nullable String contactPhone;
  private String searchText = "";
  private List<String> searchMarks = List.of();
  @Embedded.Nullable(prefix = "lock_") private @Nullable AuthorisationLock lock;
  private @Nullable Instant cancelledAt;
  private @Nullable String statusBeforeCancel;
  private @Nullable Instant completedAt;
  private Instant loggedAt;
  private String loggedBy;
  private int lastEvent;
  private String lastHash = "";

  /** The repository fills the rest from the row, and {@link #of} the type. */
  @SuppressWarnings("NullAway.Init")
  protected Order() {}

  public Order(OrderNumber number, OrderType type, NewOrder details, Instant loggedAt, String loggedBy) {
    this.number = number.value();
    this.type = type.name();
    this.drawnType = type;
    this.client = details.client();
    this.site = details.site();
    this.loggedAt = loggedAt;
    this.loggedBy = loggedBy;
    this.contactName = details.contactName();
    this.contactPhone = details.contactPhone();
  }

  /** The type as its lifecycle says it; of one that is deployed no more, as the order itself shows. */
  Order of(OrderTypes types) {
    this.drawnType = types.named(type)
        .orElseGet(() -> new OrderType(type, number().prefix(), status().code().digit()));
    return this;
  }

  /** Writes down the milestone the order's process has just passed. */
  public void enterStatus(Status status) {
    this.statusCode = status.code().value();
    this.statusName = status.name();
  }

  /** @param phone null when none is known */
  public void contact(String name, @Nullable String phone) {
    this.contactName = name;
    this.contactPhone = phone;
  }

  /**
   * Says by what the order is found besides its number, site and contact; null texts count as none.
   *
   * @param contractor the code of the one it is given to, by whose name it is found
   */
  public void findBy(@Nullable String contractor, @Nullable String... texts) {
    found(contractor == null ? List.of() : List.of(markOfContractor(contractor)), Arrays.stream(texts));
  }

  /**
   * The same of an order that buys something.
   *
   * @param supplier the code of the one it is given to, by whose name it is found; null while there is none
   */
  public void findBySupplier(@Nullable String supplier, Stream<@Nullable String> texts) {
    found(supplier == null ? List.of() : List.of(markOfSupplier(supplier)), texts);
  }

  private void found(List<String> marks, Stream<@Nullable String> texts) {
    this.searchMarks = marks;
    this.searchText = texts.filter(Objects::nonNull).collect(Collectors.joining(" "));
  }

  /** What stands for a contractor among the words an order is found by; no word looks like it. */
  public static String markOfContractor(String code) {
    return "@contractor:" + code;
  }

  /** As {@link #markOfContractor}. */
  public static String markOfSupplier(String code) {
    return "@supplier:" + code;
  }

  String searchText() {
    return searchText;
  }

  List<String> searchMarks() {
    return searchMarks;
  }

  public void lock(AuthorisationLock lock) {
    this.lock = lock;
  }

  public void unlock() {
    this.lock = null;
  }

  public void cancel(Instant at) {
    this.cancelledAt = at;
    this.statusBeforeCancel = statusCode;
  }

  public void reinstate() {
    this.cancelledAt = null;
  }

  public void complete(Instant at) {
    this.completedAt = at;
  }

  /** Takes back that the order was completed. */
  public void reopen() {
    this.completedAt = null;
  }

  void appended(OrderEvent event) {
    this.lastEvent = event.sequence();
    this.lastHash = event.hash();
  }

  public OrderNumber number() {
    return new OrderNumber(number);
  }

  /** Counts the changes that were written. */
  public long version() {
    return version;
  }

  public OrderType type() {
    return drawnType;
  }

  /** @throws NullPointerException before the first milestone */
  public Status status() {
    return new Status(new StatusCode(Objects.requireNonNull(statusCode)), Objects.requireNonNull(statusName));
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

  public String contactName() {
    return contactName;
  }

  public @Nullable String contactPhone() {
    return contactPhone;
  }

  /** Whether the order waits for an authorisation. */
  public boolean locked() {
    return lock != null;
  }

  /** What the order waits for while it is locked. */
  public Optional<AuthorisationLock> authorisationLock() {
    return Optional.ofNullable(lock);
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
