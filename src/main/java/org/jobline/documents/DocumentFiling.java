package org.jobline.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jobline.action.ActionService;
import org.jobline.action.Agent;
import org.jobline.action.Submission;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFieldsException;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Uploads a file and performs the action that files it, in one go. */
@Service
public class DocumentFiling {

  private final UploadService uploads;
  private final ActionService actions;
  private final DocumentService documents;

  DocumentFiling(UploadService uploads, ActionService actions, DocumentService documents) {
    this.uploads = uploads;
    this.actions = actions;
    this.documents = documents;
  }

  /**
   * Throws as {@link ActionService#perform} does.
   *
   * @param details type, sub-type and title, as the form has them
   * @throws InvalidFieldsException when the file, or what is said of it, may not be filed
   */
  @Transactional
  public Document file(
      Agent agent, OrderNumber number, Map<String, String> details, String fileName, InputStreamSource source) {
    Upload upload = uploads.received(agent, number, fileName, source);
    Map<String, Object> fields = new LinkedHashMap<>(details);
    fields.put("what", "add");
    fields.put(UploadService.FIELD, upload.id().toString());
    actions.perform(agent, number, DocumentsSteps.DOCUMENTS, Submission.of(fields));
    return documents.get(number, upload.id());
  }
}
