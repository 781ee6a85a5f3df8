package org.jobline.referencedata.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.ApiClient.Answer;
import org.jobline.fixture.HelpdeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@HelpdeskTest
class SupplierControllerTest {

  private final ApiClient api;

  SupplierControllerTest(ApiClient api) {
    this.api = api;
  }

  private static List<String> all(JsonNode answer, String name) {
    return StreamSupport.stream(answer.at("/content").spliterator(), false).map(each -> each.get(name).asText())
        .toList();
  }

  @Test
  void suppliers_are_listed_for_a_client_or_all() {
    assertThat(all(api.get("/api/suppliers?client=ACME"), "code")).containsExactly("RING", "ROBOT", "SCREWS");
    assertThat(all(api.get("/api/suppliers?client=NEXT"), "code")).containsExactly("SCREWS");
    assertThat(all(api.get("/api/suppliers?client=ACME&text=wholesale rob"), "code")).containsExactly("ROBOT");
    assertThat(all(api.get("/api/suppliers?text=ring"), "code")).contains("RING");
    JsonNode second = api.get("/api/suppliers?client=ACME&page=1&size=2");
    assertThat(all(second, "code")).containsExactly("SCREWS");
    assertThat(second.at("/page/totalElements").asInt()).isEqualTo(3);
  }

  @Test
  void a_supplier_is_shown_with_what_was_agreed() {
    JsonNode supplier = api.get("/api/suppliers/SCREWS");
    assertThat(supplier.get("sentBy").asText()).isEqualTo("e-mail");
    assertThat(supplier.get("deliveryFreeFrom").asText()).isEqualTo("100.00");
    assertThat(supplier.at("/clients/0").toString()).isEqualTo("{\"supplier\":\"SCREWS\",\"client\":\"ACME\","
        + "\"accountNumber\":\"AC-1\",\"active\":true}");
  }

  @Test
  void parts_are_found_among_all_suppliers_of_the_client_or_in_one_catalogue() {
    assertThat(all(api.get("/api/catalogue-parts?client=ACME"), "key"))
        .containsExactly("ROBOT/TOWEL", "RING/CABLE", "SCREWS/S-96");
    assertThat(all(api.get("/api/catalogue-parts?client=NEXT"), "key")).containsExactly("SCREWS/S-96");
    assertThat(all(api.get("/api/catalogue-parts?client=ACME&supplier=RING"), "key")).containsExactly("RING/CABLE");
    assertThat(all(api.get("/api/catalogue-parts?client=ACME&supplier=RING&text=screw"), "key")).isEmpty();
    JsonNode found = api.get("/api/catalogue-parts?client=ACME&text=fixings wodd&size=1");
    assertThat(all(found, "supplierName")).containsExactly("Screws and Fixings");
    assertThat(found.at("/content/0/unit/numerator").asInt()).isEqualTo(96);
    assertThat(found.at("/page/totalElements").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
      "/api/catalogue-parts, client", "/api/catalogue-parts?client=NOBODY, client",
      "/api/catalogue-parts?client=%00, client", "/api/catalogue-parts?client=NEXT&supplier=RING, supplier",
      "/api/catalogue-parts?client=ACME&supplier=NAILS, supplier", "/api/catalogue-parts?client=ACME&size=201, size",
      "/api/catalogue-parts?client=ACME&size=0, size", "/api/catalogue-parts?client=ACME&page=-1, page",
      "/api/catalogue-parts?client=ACME&page=many, page", "/api/suppliers?client=NOBODY, client",
      "/api/suppliers?size=201, size", "/api/suppliers?page=-1, page"})
  void a_parameter_that_makes_no_sense_is_refused_by_name(String path, String parameter) {
    Answer answer = api.call(MockMvcRequestBuilders.get(URI.create(path)));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("invalid-fields");
    assertThat((List<?>) answer.content().get("errors")).extracting(error -> ((Map<?, ?>) error).get("field"))
        .hasToString("[" + parameter + "]");
  }

  @Test
  void a_supplier_nobody_knows_is_not_found() {
    Answer answer = api.call(MockMvcRequestBuilders.get("/api/suppliers/NAILS"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("not-found");
  }
}
