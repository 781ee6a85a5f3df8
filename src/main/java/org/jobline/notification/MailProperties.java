package org.jobline.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param from what mails come from
 * @param replyTo a mailbox the desk reads
 */
@ConfigurationProperties("jobline.mail")
record MailProperties(
    @DefaultValue("helpdesk@jobline.example") String from,
    @DefaultValue("helpdesk@jobline.example") String replyTo) {}
