package org.jobline.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is drawn between two flows: an event, a task, a gateway, a called sheet. */
final class Piece {

  /** How it behaves when an order comes to it. */
  enum Kind {
    START, END, STATUS, STEP, THROW, CATCH, BOUNDARY, PROMPT, RECEIVE, QUESTION, FORK, FIRST_OF, PART, CALL, OTHER
  }

  /** What sets an event off, or what it sets off. */
  enum Trigger { NONE, MESSAGE, TIMER, ESCALATION, ERROR, TERMINATE, LINK, OTHER }

  private final String id;
  private final boolean isNamed;
  private final String title;
  private final Kind kind;
  private final Happening happening;
  private final Map<String, String> properties;
  private final Scope scope;
  private final List<Flow> incoming = new ArrayList<>();
  private final List<Flow> outgoing = new ArrayList<>();
  private final List<Piece> boundaries = new ArrayList<>();

  private @Nullable String form;
  private @Nullable Call call;
  private @Nullable Piece attachedTo;
  private @Nullable Scope inside;
  private @Nullable String defaultFlow;

  /** @param properties the project's own, such as {@code offeredIn} */
  Piece(String id, String name, Kind kind, Happening happening, Map<String, String> properties, Scope scope) {
    this.id = id;
    this.isNamed = name != null && !name.isBlank();
    this.title = isNamed ? name.strip().replaceAll("\\s+", " ") : String.valueOf(id);
    this.kind = kind;
    this.happening = happening;
    this.properties = properties;
    this.scope = scope;
  }

  /**
   * What an event waits for, or what it sets off.
   *
   * @param code name of the message or link, code of the escalation or error; null for none
   * @param interrupts of a boundary or start event: whether what it happens to is broken off
   * @param tellsEntry whether an outcome that is caught is told to the sheet that is called next
   */
  record Happening(Trigger trigger, @Nullable String code, boolean interrupts, boolean tellsEntry) {}

  /**
   * What a call activity says.
   *
   * @param target key of the called sheet; null when it names none
   * @param handsAll whether it hands on every variable, as diagrams did that are in force still
   * @param hands what it hands on, variables or expressions, by the names under which it does
   */
  record Call(@Nullable String target, boolean withBusinessKey, boolean handsAll, Map<String, String> hands) {}

  /** @param key of the form it is completed by; null for none */
  void completeBy(@Nullable String key) {
    form = key;
  }

  void call(Call sheet) {
    call = sheet;
  }

  void attachTo(Piece activity) {
    attachedTo = activity;
    activity.boundaries.add(this);
  }

  void contain(Scope part) {
    inside = part;
  }

  void takeByDefault(String flow) {
    defaultFlow = flow;
  }

  void connect(Flow flow) {
    (flow.from() == this ? outgoing : incoming).add(flow);
  }

  String id() {
    return id;
  }

  /** What the sheet shows for it. */
  String title() {
    return title;
  }

  boolean isNamed() {
    return isNamed;
  }

  Kind kind() {
    return kind;
  }

  boolean is(Kind other) {
    return kind == other;
  }

  Trigger trigger() {
    return happening.trigger();
  }

  @Nullable String code() {
    return happening.code();
  }

  boolean interrupts() {
    return happening.interrupts();
  }

  boolean tellsEntry() {
    return happening.tellsEntry();
  }

  /** A property, null when it is absent or empty. */
  @Nullable String property(String key) {
    String value = properties.get(key);
    return value == null || value.isBlank() ? null : value;
  }

  boolean hasForm() {
    return form != null && !form.isBlank();
  }

  /** The key of the form it is completed by; null for none. */
  @Nullable String form() {
    return form;
  }

  /** What a call activity says; nothing else calls. */
  Call call() {
    return Objects.requireNonNull(call);
  }

  Scope scope() {
    return scope;
  }

  List<Flow> incoming() {
    return incoming;
  }

  List<Flow> outgoing() {
    return outgoing;
  }

  List<Piece> boundaries() {
    return boundaries;
  }

  @Nullable Piece attachedTo() {
    return attachedTo;
  }

  /** What a sub-process contains; nothing else has an inside. */
  Scope inside() {
    return Objects.requireNonNull(inside);
  }

  boolean hasInside() {
    return inside != null;
  }

  boolean isDefault(Flow flow) {
    return flow.id() != null && flow.id().equals(defaultFlow);
  }

  boolean isPartOnTheSide() {
    return kind == Kind.PART && inside().isOnTheSide();
  }

  /** A task that an action asked for on demand opens with. */
  boolean isOpenedOnDemand() {
    return kind == Kind.PROMPT && incoming.stream().anyMatch(flow ->
        flow.from().is(Kind.START) && flow.from().trigger() == Trigger.MESSAGE);
  }

  /** The message start of an action that somebody may ask for: its first step is a task with a form. */
  boolean isAskedForByAnAgent() {
    return kind == Kind.START && trigger() == Trigger.MESSAGE
        && outgoing.stream().anyMatch(flow -> flow.to().is(Kind.PROMPT) && flow.to().hasForm());
  }

  /** An end that tells the order's other processes how it came out. */
  boolean tells() {
    return kind == Kind.END && trigger() == Trigger.MESSAGE && code() != null;
  }

  boolean isWait() {
    return switch (kind) {
      case PROMPT, RECEIVE, FIRST_OF, CALL -> true;
      case CATCH -> trigger() != Trigger.LINK;
      case PART -> !inside().isOnTheSide();
      default -> false;
    };
  }

  boolean isJoin() {
    return kind == Kind.FORK && incoming.size() > 1;
  }

  /** Where a flow that comes to this link goes on. */
  Stream<Piece> linked() {
    return scope.pieces().stream().filter(other -> other.is(Kind.CATCH) && other.catches(Trigger.LINK, code()));
  }

  /** Whether it catches what ends a part or a called sheet that way. */
  boolean catches(Trigger thrown, @Nullable String thrownCode) {
    return trigger() == thrown && (code() == null || Objects.equals(code(), thrownCode));
  }

  @Override
  public String toString() {
    return scope.sheet().key() + "#" + id;
  }
}
