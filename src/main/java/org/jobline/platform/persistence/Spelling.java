package org.jobline.platform.persistence;

import java.util.List;
import java.util.stream.IntStream;

/** What somebody may have meant who has misspelt a word. */
final class Spelling {

  private static final int MIN_LENGTH = 4;
  private static final int MAX_MEANT = 8;

  private Spelling() {}

  /** Whether slips in the word are forgiven: not in short words, which are like too many others, nor in numbers. */
  static boolean isForgiven(String word) {
    return word.length() >= MIN_LENGTH && word.codePoints().allMatch(Character::isLetter);
  }

  /** The nearest of the words known that are within the slips forgiven, but for the word itself. */
  static List<String> meant(String word, List<String> known) {
    List<String> others = known.stream().filter(other -> !other.equals(word)).toList();
    return IntStream.rangeClosed(1, maxSlips(word))
        .mapToObj(slips -> others.stream().filter(other -> slips(word, other) == slips).limit(MAX_MEANT).toList())
        .filter(near -> !near.isEmpty())
        .findFirst().orElse(List.of());
  }

  private static int maxSlips(String word) {
    return word.length() < 6 ? 1 : 2;
  }

  /** How many letters are missing, too many, wrong, or have changed places with their neighbour. */
  static int slips(String one, String other) {
    int[] beforeLast = new int[other.length() + 1];
    int[] last = IntStream.rangeClosed(0, other.length()).toArray();
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(last[j - 1] + wrong, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[other.length()];
  }
}
