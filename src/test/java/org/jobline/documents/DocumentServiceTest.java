package org.jobline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;
import static org.jobline.fixture.OrderAssert.wrongFields;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.Orders;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.NotFoundException;
import org.jobline.platform.persistence.ContentStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** The action "documents": add, edit details, replace, remove. */
@HelpdeskTest
class DocumentServiceTest {

  private static final String HOSTILE = "<script>alert('x')</script>";

  private final Given given;
  private final DocumentService documents;
  private final UploadService uploads;
  private final UploadRepository stored;
  private final ContentStore store;
  private final Orders orders;
  private final TransactionTemplate transaction;
  private final ApiClient api;
  private final Clock clock;
  private final JdbcClient jdbc;

  DocumentServiceTest(
      Given given, DocumentService documents, UploadService uploads, UploadRepository stored, ContentStore store,
      Orders orders, TransactionTemplate transaction, ApiClient api, Clock clock, JdbcClient jdbc) {
    this.given = given;
    this.documents = documents;
    this.uploads = uploads;
    this.stored = stored;
    this.store = store;
    this.orders = orders;
    this.transaction = transaction;
    this.api = api;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  private static Map<String, Object> adding(OrderUnderTest order, String content, Object... more) {
    return but(with("what", "add", "file", order.upload(content), "type", "Photograph"), more);
  }

  private static Document only(OrderUnderTest order) {
    assertThat(order.documents()).hasSize(1);
    return order.documents().get(0);
  }

  private OrderUnderTest withADocument() {
    OrderUnderTest order = given.anAcceptedOrder();
    return order.perform("documents", adding(order, "first", "subType", "Before", "title", "The boiler"));
  }

  private static Map<String, Object> to(String what, OrderUnderTest order, Object... more) {
    return but(with("what", what, "document", only(order).id().toString()), more);
  }

  private String content(Document document, Document.Version version) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try {
      documents.copy(document.id(), version, content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return content.toString(StandardCharsets.UTF_8);
  }

  private long stagedFor(OrderUnderTest order) {
    return jdbc.sql("select count(*) from upload where order_number = ?").param(order.number().value())
        .query(Long.class).single();
  }

  // Add

  @ParameterizedTest
  @ValueSource(strings = {"0.03", "0.09", "1.03", "1.09", "3.00", "5.02"})
  void an_upload_is_filed_in_every_status(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    order.perform("documents", adding(order, "as seen", "subType", "Before", "title", "The boiler", "spokeTo", "Sue"));
    assertThat(order).hasStatus(status).hasLastEvent("documents");
    Document document = only(order);
    assertThat(document.type()).isEqualTo("Photograph");
    assertThat(document.subType()).isEqualTo("Before");
    assertThat(document.title()).isEqualTo("The boiler");
    assertThat(document.mediaType()).isEqualTo("text/plain");
    assertThat(document.uploadedBy()).isEqualTo("agent");
    assertThat(content(document, document.latest())).isEqualTo("as seen");
    assertThat(order.lastEvent().summary()).contains("\"The boiler\" (Photograph) added");
    assertThat(order.lastEvent().spokeTo()).isEqualTo("Sue");
    assertThat(order.lastEvent().fields())
        .contains("\"sha256\":\"" + document.latest().sha256()).contains("\"fileName\":\"scan.txt\"");
    assertThat(stagedFor(order)).isZero();
  }

  @Test
  void a_document_without_title_is_called_as_its_file() {
    OrderUnderTest order = given.aLoggedOrder();
    order.perform("documents", adding(order, "a"));
    assertThat(only(order).title()).isEqualTo("scan.txt");
  }

  @Test
  void several_files_make_a_document_each_in_one_action() {
    OrderUnderTest order = given.aLoggedOrder();
    List<String> uploads = List.of(order.upload(Given.AGENT, "a.txt", "a"), order.upload(Given.AGENT, "b.txt", "b"));
    int events = order.events().size();
    order.perform("documents", with("what", "add", "file", uploads, "type", "Photograph"));
    assertThat(order.documents()).extracting(Document::title).containsExactlyInAnyOrder("a.txt", "b.txt");
    assertThat(order.events()).hasSize(events + 1);
    assertThat(order).saysInItsLastEvent("\"a.txt\" (Photograph) added")
        .saysInItsLastEvent("\"b.txt\" (Photograph) added");
    assertThat(order.lastEvent().fields())
        .contains("\"documents\":{").contains("\"fileName\":\"a.txt\"").contains("\"fileName\":\"b.txt\"");
    assertThat(stagedFor(order)).isZero();
  }

  @Test
  void several_files_share_their_title_with_a_number() {
    OrderUnderTest order = given.aLoggedOrder();
    order.perform("documents", with("what", "add", "type", "Photograph", "title", "Boiler", "file",
        List.of(order.upload("a"), order.upload("b"))));
    assertThat(order.documents()).extracting(Document::title)
        .containsExactlyInAnyOrder("Boiler (1 of 2)", "Boiler (2 of 2)");
  }

  @Test
  void a_long_title_makes_room_for_the_number() {
    OrderUnderTest order = given.aLoggedOrder();
    Map<String, Object> fields = with("what", "add", "type", "Photograph", "title", "x".repeat(200), "file",
        List.of(order.upload("a"), order.upload("b")));
    order.perform("documents", fields);
    assertThat(order.documents()).extracting(Document::title).allMatch(title -> title.length() <= 200)
        .anyMatch(title -> title.endsWith("x… (2 of 2)"));
    assertThat(order).refuses("documents", but(fields, "title", "x".repeat(201)), "title");
  }

  @Test
  void of_several_files_all_are_filed_or_none() {
    OrderUnderTest order = given.aLoggedOrder();
    String upload = order.upload("a");
    String unknown = UUID.randomUUID().toString();
    Map<String, Object> fields = with("what", "add", "type", "Photograph", "file", List.of(upload, unknown));
    assertThat(order).refuses("documents", fields, "file");
    assertThatThrownBy(() -> order.perform("documents", fields))
        .hasMessageContaining("Upload " + unknown + " has expired");
    assertThat(order.documents()).isEmpty();
    assertThat(stagedFor(order)).isEqualTo(1);
    List<String> many = IntStream.range(0, 21).mapToObj(i -> UUID.randomUUID().toString()).toList();
    assertThatThrownBy(() -> order.perform("documents", but(fields, "file", many)))
        .hasMessageContaining("File must be a list of up to 20 files.");
    for (List<?> blank : List.of(Arrays.asList(upload, null), Arrays.asList((Object) null), List.of(""))) {
      assertThatThrownBy(() -> order.perform("documents", but(fields, "file", blank)))
          .hasMessageContaining("File can't have blank entries.");
    }
    // the same one twice is one
    order.perform("documents", but(fields, "file", List.of(upload, upload)));
    assertThat(only(order).title()).isEqualTo("scan.txt");
  }

  @Test
  void one_file_replaces_a_document() {
    OrderUnderTest order = withADocument();
    assertThat(order).refuses("documents",
        to("replace", order, "file", List.of(order.upload("b"), order.upload("c"))), "file");
    order.perform("documents", to("replace", order, "file", List.of(order.upload("d"))));
    assertThat(only(order).versions()).hasSize(2);
  }

  @Test
  void the_same_content_is_filed_again_with_a_remark() {
    OrderUnderTest order = withADocument();
    order.perform("documents", adding(order, "first", "title", "Once more"));
    assertThat(order).saysInItsLastEvent("same content as \"The boiler\"");
    assertThat(order.documents()).hasSize(2);
  }

  @Test
  void a_new_document_needs_file_and_type() {
    OrderUnderTest order = given.aLoggedOrder();
    Map<String, Object> valid = adding(order, "a");
    assertThat(order)
        .refuses("documents", with(), "what")
        .refuses("documents", with("what", "shred"), "what")
        .refuses("documents", but(valid, "file", null), "file")
        .refuses("documents", but(valid, "type", null), "type")
        .refuses("documents", but(valid, "type", "Poem"), "type")
        .refuses("documents", but(valid, "subType", "Sonnet"), "subType")
        .refuses("documents", but(valid, "subType", "Interim"), "subType")
        .refuses("documents", but(valid, "title", "x".repeat(201)), "title")
        .refuses("documents", but(valid, "title", "two\nlines"), "title")
        .refuses("documents", but(valid, "notes", "x".repeat(4001)), "notes")
        .refuses("documents", but(valid, "colour", "red"), "colour");
    assertThat(order.perform("documents", valid)).hasLastEvent("documents");
  }

  @Test
  void only_an_upload_of_ones_own_for_this_order_can_be_filed_and_once() {
    OrderUnderTest order = given.aLoggedOrder();
    OrderUnderTest other = given.aLoggedOrder();
    Map<String, Object> valid = adding(order, "a");
    assertThat(order)
        .refuses("documents", but(valid, "file", UUID.randomUUID().toString()), "file")
        .refuses("documents", but(valid, "file", "no id"), "file")
        .refuses("documents", but(valid, "file", order.upload(Given.COLLEAGUE, "a.txt", "a")), "file")
        .refuses("documents", but(valid, "file", other.upload("a")), "file");
    order.perform("documents", valid);
    assertThat(order).refuses("documents", valid, "file");
  }

  @Test
  void an_upload_nobody_files_is_forgotten_after_a_day() {
    OrderUnderTest order = given.aLoggedOrder();
    String old = order.upload("old");
    String young = order.upload("young");
    long object = jdbc.sql("select content from upload where id = ?::uuid").param(old).query(Long.class).single();
    age(old, UploadService.KEPT.plusMinutes(1));
    age(young, UploadService.KEPT.minusMinutes(1));
    uploads.forgetOld();
    assertThat(order).refuses("documents", but(adding(order, "a"), "file", old), "file");
    order.perform("documents", but(adding(order, "a"), "file", young));
    assertThat(jdbc.sql("select count(*) from pg_largeobject_metadata where oid = ?").param(object)
        .query(Long.class).single()).isZero();
  }

  // What is not filed yet

  private UploadService limitedTo(int files, DataSize size) {
    return new UploadService(stored, store, orders, new UploadLimits(files, size), clock);
  }

  private void stage(UploadService limited, Agent agent, OrderUnderTest order, String content) {
    transaction.executeWithoutResult(status -> limited.stage(
        agent, order.number(), "a.txt", new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8))));
  }

  private static Agent newcomer() {
    return new Agent("newcomer-" + UUID.randomUUID(), Set.of("helpdesk"));
  }

  @Test
  void an_agent_has_so_many_files_uploaded_and_not_filed() {
    UploadService limited = limitedTo(2, DataSize.ofMegabytes(1));
    Agent agent = newcomer();
    OrderUnderTest order = given.aLoggedOrder();
    OrderUnderTest other = given.aLoggedOrder();
    stage(limited, agent, order, "a");
    String upload = order.upload(agent, "b.txt", "b");
    assertThat(wrongFields(() -> stage(limited, agent, other, "c"))).containsExactly("file");
    assertThat(stagedFor(other)).isZero();
    stage(limited, newcomer(), other, "c");
    order.perform(agent, "documents", with("what", "add", "file", upload, "type", "Photograph"));
    stage(limited, agent, other, "c");
    assertThat(stagedFor(other)).isEqualTo(2);
  }

  @Test
  void an_agent_has_so_many_bytes_uploaded_and_not_filed() {
    UploadService limited = limitedTo(100, DataSize.ofBytes(10));
    Agent agent = newcomer();
    OrderUnderTest order = given.aLoggedOrder();
    stage(limited, agent, order, "12345");
    assertThat(wrongFields(() -> stage(limited, agent, order, "123456"))).containsExactly("file");
    stage(limited, agent, order, "12345");
    assertThat(wrongFields(() -> stage(limited, agent, order, "1"))).containsExactly("file");
  }

  @Test
  void expired_uploads_free_the_quota() {
    UploadService limited = limitedTo(1, DataSize.ofMegabytes(1));
    Agent agent = newcomer();
    OrderUnderTest order = given.aLoggedOrder();
    age(order.upload(agent, "a.txt", "a"), UploadService.KEPT.plusMinutes(1));
    assertThat(wrongFields(() -> stage(limited, agent, order, "b"))).containsExactly("file");
    uploads.forgetOld();
    stage(limited, agent, order, "b");
  }

  @Test
  void two_uploads_at_once_do_not_both_take_the_last_place() throws Exception {
    UploadService limited = limitedTo(3, DataSize.ofMegabytes(1));
    Agent agent = newcomer();
    OrderUnderTest order = given.aLoggedOrder();
    ExecutorService both = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Set<String>>> calls = Collections.nCopies(8, () -> {
        try {
          stage(limited, agent, order, "a");
          return Set.of();
        } catch (InvalidFieldsException e) {
          return Set.of("file");
        }
      });
      for (Future<Set<String>> answer : both.invokeAll(calls)) {
        answer.get();
      }
    } finally {
      both.shutdownNow();
    }
    assertThat(stagedFor(order)).isEqualTo(3);
  }

  @Test
  void the_api_says_what_to_do_about_too_much_that_is_not_filed() {
    Agent agent = newcomer();
    OrderUnderTest order = given.aLoggedOrder();
    jdbc.sql("update upload set size = ? where id = ?::uuid")
        .params(1L << 50, order.upload(agent, "a.txt", "a")).update();
    ApiClient.Answer answer = api.call(agent, MockMvcRequestBuilders
        .multipart("/api/work-orders/" + order.number() + "/uploads")
        .file(new MockMultipartFile("file", "b.txt", "text/plain", new byte[] {'b'})));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.problem()).isEqualTo("invalid-fields");
    assertThat(answer.body()).contains("2 files", "Complete the actions", "deleted after a day");
    assertThat(stagedFor(order)).isEqualTo(1);
    assertThat(api.call(agent, MockMvcRequestBuilders
        .multipart("/api/work-orders/" + order.number() + "/documents")
        .file(new MockMultipartFile("file", "b.txt", "text/plain", new byte[] {'b'}))
        .param("type", "Photograph")).status()).as("what is filed at once needs no room").isEqualTo(201);
  }

  private void age(String upload, Duration age) {
    jdbc.sql("update upload set uploaded_at = ? where id = ?::uuid")
        .params(Timestamp.from(Instant.now().minus(age)), upload).update();
  }

  @Test
  void upload_submitted_by_tasklist_is_filed() {
    OrderUnderTest order = given.aLoggedOrder();
    order.complete(order.open("documents"), adding(order, "a"));
    assertThat(order).hasLastEvent("documents");
    assertThat(order.documents()).hasSize(1);
  }

  // Edit details

  @Test
  void details_are_edited_with_old_and_new_values_in_the_event() {
    OrderUnderTest order = withADocument();
    order.perform("documents", to("edit details", order, "type", "Report", "title", "The old boiler"));
    assertThat(only(order).type()).isEqualTo("Report");
    assertThat(only(order).subType()).isNull();
    assertThat(only(order).title()).isEqualTo("The old boiler");
    assertThat(order.lastEvent().fields())
        .contains("\"type\":{\"from\":\"Photograph\",\"to\":\"Report\"}")
        .contains("\"subType\":{\"from\":\"Before\"")
        .contains("\"title\":{\"from\":\"The boiler\",\"to\":\"The old boiler\"}");
  }

  @Test
  void details_left_empty_stay_as_they_are() {
    OrderUnderTest order = withADocument();
    order.perform("documents", to("edit details", order, "subType", "After"));
    assertThat(only(order)).extracting(Document::type, Document::subType, Document::title)
        .containsExactly("Photograph", "After", "The boiler");
  }

  @Test
  void an_edit_that_changes_nothing_or_does_not_fit_is_refused() {
    OrderUnderTest order = withADocument();
    assertThat(order)
        .refuses("documents", to("edit details", order), "title")
        .refuses("documents", to("edit details", order, "title", "The boiler"), "title")
        .refuses("documents", to("edit details", order, "type", "Order sheet", "subType", "Before"), "subType")
        .refuses("documents", with("what", "edit details", "title", "a"), "document")
        .refuses("documents", with("what", "edit details", "document", UUID.randomUUID().toString()), "document")
        .refuses("documents", with("what", "edit details", "document", "1 or 1=1", "title", "a"), "document");
  }

  // Replace

  @Test
  void a_new_version_keeps_the_old_one() {
    OrderUnderTest order = withADocument();
    order.perform("documents", to("replace", order, "file", order.upload("second")));
    Document document = only(order);
    assertThat(document.versions()).extracting(Document.Version::version).containsExactly(1, 2);
    assertThat(content(document, document.versions().get(0))).isEqualTo("first");
    assertThat(content(document, document.latest())).isEqualTo("second");
    assertThat(document.title()).isEqualTo("The boiler");
    assertThat(order.lastEvent().fields()).contains("\"version\":1").contains("\"version\":2");
    assertThat(order).saysInItsLastEvent("file of \"The boiler\" replaced");
  }

  @Test
  void a_new_version_must_be_a_new_file() {
    OrderUnderTest order = withADocument();
    assertThat(order)
        .refuses("documents", to("replace", order), "file")
        .refuses("documents", to("replace", order, "file", order.upload("first")), "file")
        .refuses("documents", with("what", "replace", "file", order.upload("b")), "document");
  }

  // Remove

  @Test
  void a_removed_document_is_hidden_and_its_removal_kept() {
    OrderUnderTest order = withADocument();
    Document document = only(order);
    order.perform("documents", to("remove", order, "reason", "wrong order"));
    assertThat(order.documents()).isEmpty();
    assertThatThrownBy(() -> documents.get(order.number(), document.id())).isInstanceOf(NotFoundException.class);
    assertThat(order).hasLastEvent("documents").saysInItsLastEvent("removed: wrong order");
    assertThat(order.lastEvent().agent()).isEqualTo("agent");
    assertThat(order.lastEvent().fields()).contains(document.latest().sha256());
    assertThat(jdbc.sql("select removed_by || ': ' || removal_reason from document where id = ?").param(document.id())
        .query(String.class).single()).isEqualTo("agent: wrong order");
    assertThat(order).refuses("documents",
        with("what", "remove", "document", document.id().toString(), "reason", "again"), "document");
  }

  @Test
  void removing_needs_a_document_and_a_reason() {
    OrderUnderTest order = withADocument();
    assertThat(order)
        .refuses("documents", to("remove", order), "reason")
        .refuses("documents", to("remove", order, "reason", "  "), "reason")
        .refuses("documents", with("what", "remove", "reason", "a"), "document");
  }

  @Test
  void document_of_another_order_is_not_found() {
    OrderUnderTest order = withADocument();
    assertThat(given.aLoggedOrder()).refuses("documents", to("remove", order, "reason", "a"), "document");
  }

  // What is outstanding

  @Test
  void the_missing_document_moves_the_order_on_whichever_way_it_arrives() {
    OrderUnderTest order = given.anOrderWithoutItsCertificate();
    order.perform("documents", adding(order, "a", "title", "misfiled"));
    assertThat(order).hasStatus("5.00");
    order.perform("documents", to("edit details", order, "type", "Gas safety certificate"));
    assertThat(order).hasStatus("5.02").hasLastEvent("documents");
  }

  @Test
  void a_document_that_is_removed_is_missing_again() {
    OrderUnderTest order = given.anOrderOnSite("workType", "GAS").file("Gas safety certificate");
    order.perform("documents", to("remove", order, "reason", "illegible"));
    order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed"));
    assertThat(order).hasStatus("5.00").saysInItsLastEvent("outstanding: Gas safety certificate");
  }

  @Test
  void html_is_only_text() {
    OrderUnderTest order = given.aLoggedOrder();
    order.perform("documents", but(adding(order, "a", "title", HOSTILE),
        "file", order.upload(Given.AGENT, "<img src=x onerror=alert(1)>.txt", "a")));
    assertThat(only(order).title()).isEqualTo(HOSTILE);
    assertThat(only(order).fileName()).isEqualTo("<img src=x onerror=alert(1)>.txt");
    assertThat(order.lastEvent().summary()).contains(HOSTILE);
    assertThat(List.of(order.lastEvent().fields())).allMatch(fields -> fields.contains("onerror"));
  }
}
