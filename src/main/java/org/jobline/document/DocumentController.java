package org.jobline.document;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jobline.action.CurrentAgent;
import org.jobline.workorder.OrderNumber;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Documents over REST (shared contract, {@code /api/work-orders/{number}/documents}). */
@RestController
@RequestMapping("/api/work-orders/{number}/documents")
@Tag(name = "Documents")
class DocumentController {

  private final Documents documents;
  private final CurrentAgent currentAgent;

  DocumentController(Documents documents, CurrentAgent currentAgent) {
    this.documents = documents;
    this.currentAgent = currentAgent;
  }

  @GetMapping
  @Operation(summary = "The documents of an order")
  List<Document> list(@PathVariable OrderNumber number) {
    return documents.of(number);
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "File a document with an order")
  Document upload(
      @PathVariable OrderNumber number, @RequestParam MultipartFile file, @RequestParam String type,
      @RequestParam(required = false) String title) throws IOException {
    return documents.file(currentAgent.get(), number, type, title, file.getOriginalFilename(), file.getBytes());
  }

  /** Always as an attachment: a browser must not run what somebody has uploaded. */
  @GetMapping("/{id}/content")
  @Operation(summary = "Download a document")
  ResponseEntity<byte[]> download(@PathVariable OrderNumber number, @PathVariable UUID id) {
    Document document = documents.get(number, id);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(document.mediaType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename(document.fileName(), StandardCharsets.UTF_8).build().toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(documents.content(document.id()));
  }
}
