package org.jobline.modelling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a check has found, once per place and kind. */
final class Findings {

  private final Map<String, Finding> byPlace = new LinkedHashMap<>();

  /** An element of a sheet. */
  record Place(FlowSheet sheet, String element) {

    private static Place of(Piece piece) {
      return new Place(piece.scope().sheet(), piece.id());
    }
  }

  /** @param places where it can be corrected, the best one first */
  record Finding(List<Place> places, @Nullable String property, String message) {

    /** The problem at the best place that is being deployed; empty when all of them are in force already. */
    Optional<Problem> inTheDeployment() {
      return places.stream().filter(place -> place.sheet().isDeployed()).findFirst()
          .map(place -> Problem.at(place.sheet().resource(), place.element(), property, message));
    }

    /** The problem of a deployed file that lets it happen in another one. */
    Problem causedBy(String resource) {
      Place place = places.get(0);
      return Problem.at(resource, null, property,
          "With this file, in " + place.sheet().resource() + " (" + place.element() + "): " + message);
    }

    /** Whether it is the same at the same place, in whatever version of the file. */
    boolean isLike(Finding other) {
      return key().equals(other.key());
    }

    private List<String> key() {
      return Stream.concat(
          places.stream().limit(1).flatMap(place -> Stream.of(place.sheet().key(), place.element())),
          Stream.of(message)).toList();
    }
  }

  void add(String kind, @Nullable String property, String message, Piece... pieces) {
    add(kind, property, message, Stream.of(pieces).map(Place::of).toList());
  }

  void add(String kind, @Nullable String property, String message, FlowSheet sheet) {
    add(kind, property, message, List.of(new Place(sheet, sheet.key())));
  }

  private void add(String kind, @Nullable String property, String message, List<Place> places) {
    Place first = places.get(0);
    byPlace.putIfAbsent(
        kind + "@" + first.sheet().key() + "#" + first.element(), new Finding(places, property, message));
  }

  List<Finding> all() {
    return new ArrayList<>(byPlace.values());
  }
}
