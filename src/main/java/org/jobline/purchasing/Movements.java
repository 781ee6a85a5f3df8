package org.jobline.purchasing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The documents about an order's quantities, oldest first. */
final class Movements {

  private final List<Movement> all;
  private int written;

  private Movements(List<Movement> written) {
    this.all = new ArrayList<>(written);
    this.written = written.size();
  }

  static Movements none() {
    return new Movements(List.of());
  }

  /** As they were read. */
  static Movements of(List<Movement> written) {
    return new Movements(written);
  }

  void add(Movement movement) {
    all.add(movement);
  }

  /** Those that stand in no table yet; asked once, they count as written. */
  List<Movement> takeUnwritten() {
    List<Movement> unwritten = List.copyOf(all.subList(written, all.size()));
    written = all.size();
    return unwritten;
  }

  List<Movement> all() {
    return List.copyOf(all);
  }

  /** The number of the next document of the kind. */
  String nextNumber(String order, Movement.Kind kind) {
    long others = all.stream().filter(movement -> movement.kind() == kind).count();
    return order + "/" + kind.letter() + (others + 1);
  }

  Optional<Movement> find(String number) {
    return all.stream().filter(movement -> movement.number().equals(number.strip())).findFirst();
  }

  /** The document by which it was undone. */
  Optional<Movement> counterOf(Movement movement) {
    return all.stream().filter(other -> movement.number().equals(other.particulars().undoes())).findFirst();
  }

  /** The receipt by this delivery note, unless it was undone. */
  Optional<Movement> receiptBy(DocumentNumber deliveryNote) {
    return all.stream()
        .filter(movement -> movement.deliveryNote().filter(deliveryNote::isSameAs).isPresent())
        .filter(movement -> counterOf(movement).isEmpty())
        .findFirst();
  }

  /** The latest that somebody has not seen who saw so many documents of the order. */
  Optional<Movement> latestAfter(int seenDocuments) {
    return all.stream().filter(movement -> movement.sequence() > seenDocuments).reduce((earlier, later) -> later);
  }

  boolean name(int position) {
    return all.stream().anyMatch(movement -> movement.positions().contains(position));
  }
}
