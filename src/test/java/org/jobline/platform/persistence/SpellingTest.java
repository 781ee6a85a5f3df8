package org.jobline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words may be meant by a misspelt one. */
class SpellingTest {

  @ParameterizedTest
  @CsvSource({"boiler, boiler, 0", "boilr, boiler, 1", "boiller, boiler, 1", "bailer, boiler, 1", "bolier, boiler, 1",
      "boliee, boiler, 2", "abcd, dcba, 3", "ab, ba, 1", "tap, '', 3"})
  void letters_missing_too_many_wrong_or_swapped_are_slips(String one, String other, int slips) {
    assertThat(Spelling.slips(one, other)).isEqualTo(slips);
    assertThat(Spelling.slips(other, one)).isEqualTo(slips);
  }

  @Test
  void nearest_words_are_meant() {
    assertThat(Spelling.meant("boilr", List.of("boilr", "boiler", "boils", "bowls")))
        .containsExactly("boiler", "boils");
    assertThat(Spelling.meant("heatinng", List.of("heated", "heating"))).containsExactly("heating");
  }

  @Test
  void short_words_are_forgiven_one_slip_and_long_ones_two() {
    assertThat(Spelling.meant("leds", List.of("leeds", "doors"))).containsExactly("leeds");
    assertThat(Spelling.meant("ledse", List.of("doors"))).isEmpty();
    assertThat(Spelling.meant("heaters", List.of("heatr"))).containsExactly("heatr");
    assertThat(Spelling.meant("heaters", List.of("hammer"))).isEmpty();
  }

  @Test
  void short_words_and_numbers_are_taken_as_they_are() {
    assertThat(Spelling.isForgiven("tap")).isFalse();
    assertThat(Spelling.isForgiven("ext1")).isFalse();
    assertThat(Spelling.isForgiven("тесть")).isTrue();
    assertThat(Spelling.isForgiven("leak")).isTrue();
  }
}
