package org.jobline.messaging.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param from what mails come from
 * @param replyTo a mailbox the desk reads
 * @param templates the folder of the templates, such as {@code file:/etc/jobline/mail/}; read once, at start-up
 */
@ConfigurationProperties("jobline.mail")
record MailProperties(
    @DefaultValue("helpdesk@jobline.example") String from,
    @DefaultValue("helpdesk@jobline.example") String replyTo,
    @DefaultValue("classpath:/mail/") String templates) {}
