package org.jobline.document;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of an order, without its content.
 *
 * @param size in bytes
 */
public record Document(
    UUID id, String type, String title, String fileName, String mediaType, long size, Instant uploadedAt,
    String uploadedBy) {}
