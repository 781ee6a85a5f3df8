package org.jobline.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jobline.action.Agent;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.engine.UserListener;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.NotFoundException;
import org.jobline.platform.persistence.ContentStore;
import org.springframework.core.io.InputStreamSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/** Files on their way: sent first, named by a form afterwards. */
@Service
public class UploadService implements UserListener {

  /** What forms and calls name the file. */
  static final String FIELD = "file";

  static final Duration KEPT = Duration.ofDays(1);

  private final UploadRepository uploads;
  private final ContentStore store;
  private final Orders orders;
  private final UploadLimits limits;
  private final Clock clock;

  UploadService(UploadRepository uploads, ContentStore store, Orders orders, UploadLimits limits, Clock clock) {
    this.uploads = uploads;
    this.store = store;
    this.orders = orders;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Keeps a file for the agent's next action on the order, for a day.
   *
   * @return what the field of a form takes
   * @throws InvalidFieldsException when the file may not be filed, or the agent has too much that is not filed yet
   * @throws NotFoundException when there is no such order
   */
  @Transactional
  public UUID stage(Agent agent, OrderNumber number, String fileName, InputStreamSource source) {
    return staged(agent, number, fileName, source).id();
  }

  @Transactional
  Upload staged(Agent agent, OrderNumber number, String fileName, InputStreamSource source) {
    Upload upload = received(agent, number, fileName, source);
    checkRoom(agent);
    return upload;
  }

  /** As the other, to be filed at once, so that it needs no room. */
  @Transactional(propagation = Propagation.MANDATORY)
  Upload received(Agent agent, OrderNumber number, String fileName, InputStreamSource source) {
    orders.get(number);
    try (ReceivedFile file = ReceivedFile.of(fileName, source);
        InputStream content = Files.newInputStream(file.path())) {
      Upload upload = new Upload(UUID.randomUUID(), number.value(), agent.name(), file.name(), file.mediaType(),
          file.size(), file.sha256(), store.write(content), clock.instant());
      uploads.save(upload);
      return upload;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whoever uploads and never files would fill the disk of all. */
  private void checkRoom(Agent agent) {
    UploadRepository.Staged staged = uploads.stagedBy(agent.name());
    if (staged.files() > limits.files() || staged.size() > limits.size().toBytes()) {
      throw new InvalidFieldsException(FIELD, "You can have up to " + limits.files() + " files and "
          + limits.size().toMegabytes() + " MB uploaded but not yet filed; this would make " + staged.files()
          + " files and " + DataSize.ofBytes(staged.size()).toMegabytes()
          + " MB. Complete the actions you uploaded them for; unfiled files are deleted after a day.");
    }
  }

  /**
   * Hands a staged file over; its content now belongs to the caller.
   *
   * @param id as the form has it
   * @throws InvalidFieldsException when the agent has no such file staged for the order
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Upload take(Agent agent, OrderNumber number, String id) {
    try {
      return uploads.take(UUID.fromString(id), number.value(), agent.name()).orElseThrow(() -> unknown(id));
    } catch (IllegalArgumentException e) {
      throw unknown(id);
    }
  }

  private static InvalidFieldsException unknown(String id) {
    return new InvalidFieldsException(
        FIELD, "Upload " + id + " has expired or belongs to another order. Upload the file again.");
  }

  @Override
  @Transactional
  public void removed(String user) {
    uploads.takeAllOf(user).forEach(old -> store.remove(old.content()));
  }

  /** What nobody has filed within a day goes. */
  @Scheduled(cron = "0 15 * * * *")
  @Transactional
  public void forgetOld() {
    uploads.takeOlderThan(clock.instant().minus(KEPT)).forEach(old -> store.remove(old.content()));
  }
}
