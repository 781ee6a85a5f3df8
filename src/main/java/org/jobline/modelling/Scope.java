package org.jobline.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A sheet, or a dotted or solid box on it: what begins, goes on and ends together. */
final class Scope {

  private final FlowSheet sheet;
  private final @Nullable Piece owner;
  private final boolean isOnTheSide;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Piece> starts = new ArrayList<>();
  private final List<Piece> plainStarts = new ArrayList<>();
  private final List<Piece> sides = new ArrayList<>();

  /**
   * @param owner the sub-process, null for the sheet as a whole
   * @param isOnTheSide whether an event opens it (an event sub-process)
   */
  Scope(FlowSheet sheet, @Nullable Piece owner, boolean isOnTheSide) {
    this.sheet = sheet;
    this.owner = owner;
    this.isOnTheSide = isOnTheSide;
  }

  /** @param piece with what it contains */
  void add(Piece piece) {
    pieces.add(piece);
    if (piece.is(Piece.Kind.START)) {
      starts.add(piece);
      if (piece.trigger() == Piece.Trigger.NONE) {
        plainStarts.add(piece);
      }
    } else if (piece.isPartOnTheSide()) {
      sides.add(piece);
    }
  }

  FlowSheet sheet() {
    return sheet;
  }

  @Nullable Piece owner() {
    return owner;
  }

  /** The sub-process it is the inside of; a sheet as a whole is that of none. */
  Piece box() {
    return Objects.requireNonNull(owner);
  }

  boolean isOnTheSide() {
    return isOnTheSide;
  }

  List<Piece> pieces() {
    return pieces;
  }

  List<Piece> starts() {
    return starts;
  }

  /** Where it begins when it is called or entered by a flow. */
  List<Piece> plainStarts() {
    return plainStarts;
  }

  /** The boxes beside the flow that an event opens. */
  List<Piece> sides() {
    return sides;
  }

  /** The event that opens a box on the side. */
  Piece opening() {
    return starts().get(0);
  }

  /** Whether the order goes on in its own place while this is being done. */
  boolean isAside() {
    return owner != null
        && (isOnTheSide && !starts().isEmpty() && !opening().interrupts() || owner.scope().isAside());
  }

  String title() {
    if (owner == null) {
      return sheet.title();
    }
    return isOnTheSide && !starts().isEmpty() && opening().isNamed() ? opening().title() : owner.title();
  }

  Stream<Scope> withAllInside() {
    return Stream.concat(Stream.of(this), pieces.stream()
        .filter(Piece::hasInside)
        .flatMap(piece -> piece.inside().withAllInside()));
  }
}
