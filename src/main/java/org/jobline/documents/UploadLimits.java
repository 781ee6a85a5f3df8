package org.jobline.documents;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one agent may have uploaded that is not filed yet.
 *
 * @param files over all orders
 * @param size of all of them together
 */
@ConfigurationProperties("jobline.uploads")
record UploadLimits(@DefaultValue("100") int files, @DefaultValue("500MB") DataSize size) {}
