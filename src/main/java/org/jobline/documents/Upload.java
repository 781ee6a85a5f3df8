package org.jobline.documents;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that was sent but belongs to no document yet.
 *
 * @param agent whose it is; nobody else can file it
 * @param size in bytes
 * @param content where its content lies
 */
record Upload(
    UUID id, String orderNumber, String agent, String fileName, String mediaType, long size, String sha256,
    long content, Instant uploadedAt) {}
