package org.jobline.messaging.notification;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jobline.platform.persistence.ContentStore;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files that go with messages of the outbox; kept as long as what the messages say. */
@Repository
class AttachmentRepository {

  private final JdbcClient jdbc;
  private final ContentStore store;

  AttachmentRepository(JdbcClient jdbc, ContentStore store) {
    this.jdbc = jdbc;
    this.store = store;
  }

  void insert(UUID notification, int position, Attachment attachment) {
    try (InputStream content = attachment.content().getInputStream()) {
      jdbc.sql("""
          insert into notification_attachment (notification, position, file_name, media_type, content)
          values (?,?,?,?,?)""")
          .params(notification, position, attachment.fileName(), attachment.mediaType(), store.write(content))
          .update();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Attachment> of(UUID notification) {
    return jdbc.sql("""
        select file_name, media_type, content from notification_attachment where notification = ? order by position""")
        .param(notification)
        .query((row, index) -> new Attachment(row.getString("file_name"), row.getString("media_type"),
            content(row.getLong("content"))))
        .list();
  }

  void removeSentBefore(Instant limit) {
    jdbc.sql("""
        delete from notification_attachment where notification in (select id from notification where sent_at < ?)
        returning content""")
        .param(Timestamp.from(limit)).query(Long.class).list().forEach(store::remove);
  }

  private ByteArrayResource content(long place) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try {
      store.read(place, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ByteArrayResource(content.toByteArray());
  }
}
