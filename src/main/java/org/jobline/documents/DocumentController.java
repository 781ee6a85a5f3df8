package org.jobline.documents;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jobline.action.CurrentAgent;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.NotFoundException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Documents and certificates over REST (shared contract, {@code /api/work-orders/{number}/documents}). */
@RestController
@RequestMapping("/api/work-orders/{number}")
@Tag(name = "Documents")
class DocumentController {

  private final DocumentService documents;
  private final DocumentFiling filing;
  private final CertificateService certificates;
  private final UploadService uploads;
  private final FirstPages firstPages;
  private final CurrentAgent currentAgent;

  DocumentController(
      DocumentService documents, DocumentFiling filing, CertificateService certificates, UploadService uploads,
      FirstPages firstPages, CurrentAgent currentAgent) {
    this.documents = documents;
    this.filing = filing;
    this.certificates = certificates;
    this.uploads = uploads;
    this.firstPages = firstPages;
    this.currentAgent = currentAgent;
  }

  /** @param id what a field of a form that wants a file takes */
  record Staged(UUID id, String fileName, long size, String contentType) {}

  @PostMapping(path = "/uploads", consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "uploadFile", summary = "Upload a file for an action to use; kept for a day")
  Staged stage(@PathVariable OrderNumber number, @RequestParam MultipartFile file) {
    Upload upload = uploads.staged(currentAgent.get(), number, file.getOriginalFilename(), file);
    return new Staged(upload.id(), upload.fileName(), upload.size(), upload.mediaType());
  }

  @GetMapping("/documents")
  @Operation(operationId = "getDocuments", summary = "The documents of an order")
  List<Document> list(@PathVariable OrderNumber number) {
    return documents.of(number);
  }

  @GetMapping("/certificates")
  @Operation(operationId = "getCertificates", summary = "The certificates of an order")
  List<Certificate> certificates(@PathVariable OrderNumber number) {
    return certificates.of(number);
  }

  @PostMapping(path = "/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "fileDocument",
      summary = "Upload a file and perform the action \"documents\" with it in one call")
  Document file(
      @PathVariable OrderNumber number, @RequestParam MultipartFile file, @RequestParam String type,
      @RequestParam(required = false) String subType, @RequestParam(required = false) String title) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("type", type);
    details.put("subType", subType);
    details.put("title", title);
    return filing.file(currentAgent.get(), number, details, file.getOriginalFilename(), file);
  }

  @GetMapping("/documents/{id}/content")
  @Operation(operationId = "downloadDocument", summary = "Download a document")
  @ApiResponse(responseCode = "200", content = @Content(
      mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
  void download(@PathVariable OrderNumber number, @PathVariable UUID id, HttpServletResponse response)
      throws IOException {
    send(id, documents.get(number, id).latest(), response);
  }

  @GetMapping(path = "/documents/{id}/first-page", produces = MediaType.IMAGE_PNG_VALUE)
  @Operation(operationId = "getFirstPage",
      summary = "The first page of a PDF as an image; 404 when there is none")
  byte[] firstPage(@PathVariable OrderNumber number, @PathVariable UUID id) throws IOException {
    return firstPages.of(id, documents.get(number, id).latest())
        .orElseThrow(() -> new NotFoundException("first page of document", id.toString()));
  }

  @GetMapping("/documents/{id}/versions/{version}/content")
  @Operation(operationId = "downloadDocumentVersion", summary = "Download a version of a document")
  @ApiResponse(responseCode = "200", content = @Content(
      mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
  void download(
      @PathVariable OrderNumber number, @PathVariable UUID id, @PathVariable int version, HttpServletResponse response)
      throws IOException {
    send(id, documents.get(number, id).versions().stream().filter(candidate -> candidate.version() == version)
        .findFirst().orElseThrow(() -> new NotFoundException("version", String.valueOf(version))), response);
  }

  /** Always as an attachment: a browser must not run what somebody has uploaded. */
  private void send(UUID id, Document.Version version, HttpServletResponse response) throws IOException {
    response.setContentType(version.mediaType());
    response.setContentLengthLong(version.size());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
        .filename(version.fileName(), StandardCharsets.UTF_8).build().toString());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
    documents.copy(id, version, response.getOutputStream());
  }
}
