package org.jobline.workorder.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jobline.platform.error.InvalidFieldsException;

/**
 * Whatever agents take down of contractors, in whatever sequence: what must hold of quotes (domain/quote.md) holds, and
 * what is refused changes nothing.
 */
class QuotationPropertyTest {

  private static final String SEED = "20261128";
  private static final int SEQUENCES = 2_000;
  private static final int COMMANDS = 40;
  private static final List<String> CONTRACTORS = List.of("ALPHA", "BETA", "GAMMA", "DELTA");
  private static final Instant NOW = Instant.parse("2026-01-19T10:00:00Z");
  private static final Quote.Terms TERMS = new Quote.Terms(null, null, null, null);

  /** Each was seen to be done, and to be refused where it can be. */
  private static final Set<String> DONE = new TreeSet<>();
  private static final Set<String> REFUSED = new TreeSet<>();

  private Quotation quotation = Quotation.empty();
  private LocalDate today = LocalDate.parse("2026-01-19");

  @Provide
  Arbitrary<List<Integer>> draws() {
    return Arbitraries.integers().list().ofSize(COMMANDS);
  }

  @Property(tries = SEQUENCES, seed = SEED, edgeCases = EdgeCasesMode.NONE, afterFailure = AfterFailureMode.RANDOM_SEED)
  void quotes_are_sound_whatever_is_done(@ForAll("draws") List<Integer> draws) {
    quotation = Quotation.empty();
    today = LocalDate.parse("2026-01-19");
    quotation.specify("Replace the boiler", NOW, "agent");
    draws.forEach(this::act);
  }

  private void act(int draw) {
    List<Object> before = state();
    List<Quote> quotes = quotation.quotes();
    String name = "";
    try {
      name = command(draw);
      DONE.add(name);
      assertThat(quotation.quotes().subList(0, quotes.size())).as("what was quoted before %s", name).isEqualTo(quotes);
      checkSound();
    } catch (InvalidFieldsException refusal) {
      REFUSED.add(refusal.errors().get(0).field());
      assertThat(refusal.getMessage()).endsWith(".");
      assertThat(state()).isEqualTo(before);
    }
  }

  private String command(int draw) {
    String contractor = CONTRACTORS.get(Math.floorMod(draw >> 4, CONTRACTORS.size()));
    int amount = Math.floorMod(draw >> 8, 1_000);
    switch (Math.floorMod(draw, 12)) {
      case 0 -> {
        quotation.specify("Replace " + Math.floorMod(amount, 3) + " boilers", NOW, "agent");
        return "specify";
      }
      case 1 -> {
        quotation.ask(List.of(contractor), today.plusDays(amount % 7 - 1), today, NOW, "agent");
        return "ask";
      }
      case 2, 3, 4 -> {
        quotation.receive(contractor, new QuotePrice(new BigDecimal(amount).movePointLeft(2), BigDecimal.TEN,
            BigDecimal.ZERO, null, "GBP"), 1 + amount % 9, TERMS, today, NOW, "agent");
        return "receive";
      }
      case 5 -> {
        quotation.confirm(contractor, NOW, "agent");
        return "confirm";
      }
      case 6 -> {
        quotation.decline(contractor, "busy");
        return "decline";
      }
      case 7 -> {
        quotation.withdraw(contractor, "busy");
        return "withdraw";
      }
      case 8, 9 -> {
        String id = contractor + "/" + (1 + amount % 3);
        Quote quote = quotation.select(id, amount % 2 == 0 ? "sooner" : null, today, NOW, "agent");
        assertThat(quotation.obstacle(quote, today)).isEmpty();
        return "select";
      }
      case 10 -> {
        if (quotation.selection().isPresent() && amount % 2 == 0) {
          quotation.settle(NOW);
          return "settle";
        }
        if (quotation.selection().isPresent()) {
          quotation.drop();
          return "drop";
        }
        return "nothing";
      }
      default -> {
        today = today.plusDays(amount % 4);
        return "wait";
      }
    }
  }

  private void checkSound() {
    quotation.quotes().forEach(quote -> {
      assertThat(quote.price().total()).isEqualByComparingTo(
          quote.price().labour().add(quote.price().parts()).add(quote.price().other()));
      assertThat(quotation.request(quote.contractor())).as("who quotes was asked").isPresent();
    });
    assertThat(quotation.selected().isPresent()).isEqualTo(quotation.selection().isPresent());
    Optional<String> winner = quotation.selection().map(Selection::contractor);
    winner.ifPresent(chosen -> assertThat(quotation.toReject()).as("who is told of another").doesNotContain(chosen));
    if (quotation.selection().filter(chosen -> chosen.state() == Selection.State.IN_FORCE).isEmpty()) {
      assertThat(quotation.toReject()).as("before the choice is final").isEmpty();
    }
  }

  private List<Object> state() {
    return List.of(quotation.requests(), quotation.quotes(), quotation.selection(), quotation.specification());
  }

  @AfterContainer
  static void everything_was_done() {
    assertThat(DONE).contains(
        "specify", "ask", "receive", "confirm", "decline", "withdraw", "select", "settle", "drop");
    assertThat(REFUSED).contains("specification", "replyBy", "resource", "outcome", "quote", "reason");
  }
}
