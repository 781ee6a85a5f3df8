package org.jobline.referencedata;

/** What became of the rows of a file; removed are those of an owner that his new ones replace. */
public record ImportedFile(String file, int inserted, int updated, int unchanged, int removed) {}
