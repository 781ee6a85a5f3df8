package org.jobline.desk.text;

import org.jspecify.annotations.Nullable;

/**
 * A text under a name, kept by a group (desk.md, Canned texts).
 *
 * @param action the key of the action it is for; null: every action
 */
record CannedText(long id, String group, @Nullable String action, String name, String text, String changedBy) {}
