package org.jobline.messaging.notification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jobline.workorder.Schedule;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/** What mails say, by language: the files {@code messages*.properties} beside the templates. */
class Words {

  private final MessageSource messages;

  /** @param folder ends with a slash */
  Words(String folder) {
    ReloadableResourceBundleMessageSource files = new Complete();
    files.setBasename(folder + "messages");
    files.setDefaultEncoding(StandardCharsets.UTF_8.name());
    files.setFallbackToSystemLocale(false);
    this.messages = files;
  }

  MessageSource messages() {
    return messages;
  }

  /** The language to write in: English, dates too, when there are no words for the one asked for. */
  Locale locale(String language) {
    return Locale.forLanguageTag(say("language", Locale.forLanguageTag(language)));
  }

  String eta(Optional<Instant> eta, Locale locale, ZoneId zone) {
    return eta.map(time -> say("eta", locale, time(time, locale, zone), zone.getId())).orElse("");
  }

  String schedule(Optional<Schedule> schedule, Locale locale, ZoneId zone) {
    return schedule.map(agreed -> schedule(agreed, locale, zone)).orElseGet(() -> say("schedule.none", locale));
  }

  private String schedule(Schedule schedule, Locale locale, ZoneId zone) {
    return switch (schedule.kind()) {
      case UP_TO -> schedule.to() == null
          ? say("schedule.agreed", locale)
          : say("schedule.by", locale, time(schedule.to(), locale, zone), zone.getId());
      case EXACT -> say("schedule.at", locale, time(schedule.start(), locale, zone), zone.getId());
      case START_AND_FINISH -> say("schedule.between", locale,
          time(schedule.start(), locale, zone), time(schedule.finish(), locale, zone), zone.getId());
    };
  }

  private String time(Instant time, Locale locale, ZoneId zone) {
    return DateTimeFormatter.ofPattern(say("time", locale), locale).format(time.atZone(zone));
  }

  private String say(String key, Locale locale, Object... values) {
    return messages.getMessage(key, values, locale);
  }

  /** Thymeleaf would write a key it has no words for into the mail. */
  private static final class Complete extends ReloadableResourceBundleMessageSource {

    @Override
    protected String getDefaultMessage(String key) {
      throw new IllegalStateException("messages.properties must say \"" + key + "\"");
    }
  }
}
