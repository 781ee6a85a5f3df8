package org.jobline.referencedata;

/**
 * One of the files of an import.
 *
 * @param name that of its table, with {@code .csv}
 * @param content in UTF-8
 */
public record CsvFile(String name, byte[] content) {}
