package org.jobline.referencedata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.ApiClient.Answer;
import org.jobline.fixture.HelpdeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;

@HelpdeskTest
class ReferenceDataImportTest {

  private static final Agent MANAGER = new Agent("manager", Set.of("manager"));

  private static final String CLIENTS = "code,name,currency\nMILL,Millers,GBP\n";
  private static final String SITES = "code,client,name,address,postcode,country,region,time_zone\n";

  private final ApiClient api;
  private final JdbcClient jdbc;

  ReferenceDataImportTest(ApiClient api, JdbcClient jdbc) {
    this.api = api;
    this.jdbc = jdbc;
  }

  private Answer load(String... namesAndContents) {
    MockMultipartHttpServletRequestBuilder request = MockMvcRequestBuilders.multipart("/api/reference-data");
    for (int index = 0; index < namesAndContents.length; index += 2) {
      request.file(new MockMultipartFile("files", namesAndContents[index], "text/csv",
          namesAndContents[index + 1].getBytes(StandardCharsets.UTF_8)));
    }
    return api.call(MANAGER, request);
  }

  private static String counts(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return ((List<?>) answer.content().get("files")).stream().map(Map.class::cast)
        .map(file -> file.get("file") + " " + file.get("inserted") + " " + file.get("updated") + " "
            + file.get("unchanged") + " " + file.get("removed")).toList().toString();
  }

  private static List<String> errors(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("invalid-reference-data");
    return ((List<?>) answer.content().get("errors")).stream().map(Map.class::cast)
        .map(error -> error.get("file") + "|" + error.get("line") + "|" + error.get("column") + "|"
            + error.get("message")).toList();
  }

  private boolean exists(String table, String code) {
    return jdbc.sql("select exists (select from " + table + " where code = ?)").param(code)
        .query(Boolean.class).single();
  }

  @Test
  @Transactional
  void imported_rows_are_available_at_once() {
    assertThat(counts(load(
        "site.csv", SITES + "MILL-1,MILL,\"Mill, the \"\"old\"\" one\",\"1 Weir Lane\",LS9 1AA,GB,North,Europe/London\n",
        "part.csv", "code,name,unit,work_type\nMP-1,Millstone,piece,\nMP-2,Sieve,pack of 3,BOILER\n",
        "client.csv", CLIENTS)))
        .isEqualTo("[client.csv 1 0 0 0, part.csv 2 0 0 0, site.csv 1 0 0 0]");
    assertThat(api.get("/api/sites?text=weir mill-1").at("/content/0/name").asText())
        .isEqualTo("Mill, the \"old\" one");
    assertThat(api.get("/api/parts?text=sieve").at("/content/0").toString())
        .isEqualTo("{\"code\":\"MP-2\",\"name\":\"Sieve\",\"workType\":\"BOILER\",\"unit\":\"pack of 3\"}");
    assertThat(jdbc.sql("select recall_days from client where code = 'MILL'").query(Integer.class).single())
        .isEqualTo(14);
  }

  @Test
  @Transactional
  void a_row_that_is_there_is_changed_by_its_key_and_columns_left_out_stay() {
    load("client.csv", "code,name,currency,recall_days\nMILL,Millers,GBP,30\nBAKE,Bakers,EUR,3\n");
    assertThat(counts(load("client.csv", "code,name,currency\nMILL,Millers Ltd,GBP\nBAKE,Bakers,EUR\n")))
        .isEqualTo("[client.csv 0 1 1 0]");
    assertThat(jdbc.sql("select name || recall_days from client where code = 'MILL'").query(String.class).single())
        .isEqualTo("Millers Ltd30");
  }

  @Test
  @Transactional
  void rows_without_a_code_are_known_by_what_they_are_about() {
    load("client.csv", CLIENTS, "site.csv", SITES + "MILL-1,MILL,Mill,1 Weir Lane,LS9 1AA,GB,North,Europe/London\n");
    String contacts = "site,role,name,email\nMILL-1,building,Ann,%s\n";
    String told = "site,role,contact,notification_type,channel\nMILL-1,building,Ann,DELAY,%s\n";
    assertThat(counts(load("contact.csv", contacts.formatted("ann@mill.example"),
        "subscription.csv", told.formatted("e-mail"))))
        .isEqualTo("[contact.csv 1 0 0 0, subscription.csv 1 0 0 0]");
    assertThat(counts(load("contact.csv", contacts.formatted("ann2@mill.example"),
        "subscription.csv", told.formatted("SMS"))))
        .isEqualTo("[contact.csv 0 1 0 0, subscription.csv 0 1 0 0]");
    String rates = "resource,purpose,days,call_out_fee,hourly_rate,valid_from\nGAMMA,reactive,SAT; SUN,%s,30,2026-01-01\n";
    assertThat(counts(load("rate.csv", rates.formatted("40")))).isEqualTo("[rate.csv 1 0 0 0]");
    assertThat(counts(load("rate.csv", rates.formatted("40.0")))).isEqualTo("[rate.csv 0 0 1 0]");
    assertThat(counts(load("rate.csv", rates.formatted("41.50")))).isEqualTo("[rate.csv 0 1 0 0]");
  }

  @Test
  @Transactional
  void new_opening_hours_of_a_site_replace_its_old_ones() {
    load("opening_hours.csv", "site,weekday,opens,closes\nHQ,1,08:00,12:00\nHQ,1,13:00,24:00\nOLD,1,08:00,12:00\n");
    assertThat(counts(load("opening_hours.csv", "site,weekday,opens,closes\nHQ,1,08:00,12:30\nHQ,1,14:00,24:00\n")))
        .isEqualTo("[opening_hours.csv 1 1 0 1]");
    assertThat(jdbc.sql("select opens || '-' || closes from opening_hours where site in ('HQ', 'OLD')"
        + " order by site, opens").query(String.class).list())
        .containsExactly("08:00:00-12:30:00", "14:00:00-24:00:00", "08:00:00-12:00:00");
  }

  @Test
  @Transactional
  void a_supplier_comes_with_its_clients_parts_and_prices() {
    assertThat(counts(load(
        "supplier_price_break.csv", "supplier,part,from_quantity,price\nNAILS,N-1,2.5,3\nNAILS,N-1,10,2.90\n",
        "supplier_part.csv", "supplier,code,name,base_unit,unit,base_numerator,base_denominator,price,vat_rate\n"
            + "NAILS,N-1,Oval nail,kilogram,third of a sack,25,3,3.20,20\nNAILS,S-96,Screw,piece,piece,,,0,0\n",
        "supplier_client.csv", "supplier,client,account_number\nNAILS,MILL,4711\n",
        "supplier.csv", "code,name,currency,email\nNAILS,Nails,GBP,orders@nails.example\n",
        "client.csv", "code,name,currency,free_text_lines\nMILL,Millers,GBP,false\n")))
        .isEqualTo("[client.csv 1 0 0 0, supplier.csv 1 0 0 0, supplier_client.csv 1 0 0 0, supplier_part.csv 2 0 0 0,"
            + " supplier_price_break.csv 2 0 0 0]");
    assertThat(api.get("/api/catalogue-parts?client=MILL&text=oval").at("/content/0").toString()).isEqualTo(
        "{\"key\":\"NAILS/N-1\",\"supplierName\":\"Nails\",\"currency\":\"GBP\",\"supplier\":\"NAILS\",\"code\":\"N-1\","
            + "\"name\":\"Oval nail\","
            + "\"unit\":{\"name\":\"third of a sack\",\"baseUnit\":\"kilogram\",\"places\":0,\"numerator\":25,"
            + "\"denominator\":3},\"price\":\"3.20\",\"vatRate\":\"20.00\","
            + "\"active\":true,\"breaks\":[{\"fromQuantity\":\"2.500\",\"price\":\"3.00\"},"
            + "{\"fromQuantity\":\"10.000\",\"price\":\"2.90\"}]}");
    assertThat(api.get("/api/clients?text=mill").at("/content/0/freeTextLines").asBoolean(true)).isFalse();
  }

  @Test
  @Transactional
  void new_price_breaks_of_a_part_replace_its_old_ones() {
    String breaks = "supplier,part,from_quantity,price\n";
    assertThat(counts(load("supplier_price_break.csv", breaks + "SCREWS,S-96,10,4.40\nSCREWS,S-96,20,4.20\n")))
        .isEqualTo("[supplier_price_break.csv 1 0 1 1]");
    assertThat(counts(load("supplier_price_break.csv", breaks + "SCREWS,S-96,10.000,4.1\n")))
        .isEqualTo("[supplier_price_break.csv 0 1 0 1]");
    assertThat(jdbc.sql("select from_quantity || ' ' || price from supplier_price_break where part = 'S-96'")
        .query(String.class).list()).containsExactly("10.000 4.10");
  }

  @Test
  void a_supplier_sells_in_the_currency_of_its_clients() {
    assertThat(errors(load("client.csv", "code,name,currency\nMILL,Moulin,EUR\n",
        "supplier_client.csv", "supplier,client\nSCREWS,MILL\n"))).containsExactly("supplier_client.csv|null|client|"
            + "breaks a rule of the table (supplier_client_currency): SCREWS sells in GBP, MILL pays in EUR.");
    assertThat(exists("client", "MILL")).isFalse();
  }

  @Test
  @Transactional
  void priorities_may_change_places() {
    load("priority.csv", "code,name,rank\nX8,Eight,98\nX9,Nine,99\n");
    assertThat(counts(load("priority.csv", "code,name,rank\nX8,Eight,99\nX9,Nine,98\n")))
        .isEqualTo("[priority.csv 0 2 0 0]");
  }

  @Test
  @Transactional
  void a_file_may_begin_as_spreadsheets_begin_it() {
    assertThat(counts(load("client.csv", "\ufeff\"code\",\"name\",\"currency\"\r\n\"MILL\",\"Müller\",\"GBP\"\r\n")))
        .isEqualTo("[client.csv 1 0 0 0]");
  }

  @Test
  void one_wrong_cell_and_nothing_of_any_file_is_taken() {
    assertThat(errors(load("client.csv", CLIENTS,
        "site.csv", SITES + "MILL-1,MILL,Mill,Lane,LS9,GB,North,Europe/Leeds\nMILL-2,MULL,Mill,Lane,LS9,GB,North,UTC\n")))
        .containsExactly(
            "site.csv|2|time_zone|\"Europe/Leeds\" must be a time zone, e.g. Europe/London.",
            "site.csv|3|client|\"MULL\" must already exist, or be in client.csv of the same request.");
    assertThat(exists("client", "MILL")).isFalse();
  }

  @Test
  void what_only_the_database_finds_out_takes_everything_back() {
    assertThat(errors(load("client.csv", CLIENTS, "priority.csv", "code,name,rank\nX8,Eight,1\n"))).singleElement()
        .asString().startsWith("priority.csv|null|null|").contains("rank").contains("(1)");
    assertThat(exists("client", "MILL")).isFalse();
    assertThat(exists("priority", "X8")).isFalse();
  }

  /** Line breaks are written as ¶. */
  @ParameterizedTest
  @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
      "client.csv ~ code,name,currency¶A,A,GBP¶,B,GBP ~ client.csv|3|code|is required: a code",
      "client.csv ~ code,name,currency¶A,A,XXQ ~ client.csv|2|currency|\"XXQ\" must be a currency, e.g. GBP.",
      "client.csv ~ code,name,currency¶\"A\",\"two¶lines\",GBP¶B,B,XXQ ~ client.csv|2|name|\"two¶lines\" must be one line",
      "client.csv ~ code,name,currency¶A,\"two¶lines\",GBP¶B,B,XXQ ~ client.csv|4|currency|\"XXQ\" must be",
      "client.csv ~ code,name,currency¶ACME,Acme,EUR ~ client.csv|2|currency|must stay \"GBP\"",
      "client.csv ~ code,name,currency¶A,A,GBP¶B,B,GBP¶A,C,GBP ~ client.csv|4|code|is the same as in line 2.",
      "client.csv ~ code,name¶A,A ~ client.csv|1|currency|is missing.",
      "client.csv ~ code,name,currency,colour¶A,A,GBP,red ~ client.csv|1|colour|isn't a column of client, which has code,name",
      "client.csv ~ code;name;currency¶A;A;GBP ~ client.csv|1|code;name;currency|isn't a column of client",
      "client.csv ~ code,name,currency,name¶A,A,GBP,A ~ client.csv|1|name|must be there only once.",
      "client.csv ~ code,name,currency¶A,A ~ client.csv|2|null|has 2 cells and must have 3",
      "client.csv ~ code,name,currency¶A,A,\"GBP ~ client.csv|2|null|has an unbalanced quotation mark",
      "client.csv ~ code,name,currency¶A,\"A\"B,GBP ~ client.csv|1|null|this line or the next isn't valid CSV",
      "client.csv ~ code,name,currency,second_priority_resource¶A,A,GBP,yes ~ client.csv|2|second_priority_resource|\"yes\" must be true or false.",
      "client.csv ~ code,name,currency,recall_days¶A,A,GBP,-1 ~ client.csv|2|recall_days|\"-1\" must be a whole number of 0 or more.",
      "client.csv ~ code,name,currency,language¶A,A,GBP,english ~ client.csv|2|language|\"english\" must be a language",
      "contact.csv ~ site,role,name,email¶HQ,building,Ann,Ann <ann@x> ~ contact.csv|2|email|\"Ann <ann@x>\" must be an e-mail",
      "contact.csv ~ site,role,name¶HQ,boss,Ann ~ contact.csv|2|role|\"boss\" must be one of building, ppm, escalation.",
      "average_order_value.csv ~ client,work_type,amount¶ACME,BOILER,\"1,5\" ~ average_order_value.csv|2|amount|\"1,5\" must be an amount",
      "agreement.csv ~ code,kind,client,resource,valid_from¶A,sra,ACME,ALPHA,30/11/2026 ~ agreement.csv|2|valid_from|\"30/11/2026\" must be a date, e.g. 2026-11-30.",
      "agreement.csv ~ code,kind,client,resource,valid_from,valid_to¶A,sra,ACME,ALPHA,2026-11-30,2026-11-29 ~ agreement.csv|2|valid_to|can't be before valid_from.",
      "opening_hours.csv ~ site,weekday,opens,closes¶HQ,1,8:00,12:00 ~ opening_hours.csv|2|opens|\"8:00\" must be a time, e.g. 08:30",
      "opening_hours.csv ~ site,weekday,opens,closes¶HQ,1,22:00,06:00 ~ opening_hours.csv|2|closes|must be later than opens",
      "opening_hours.csv ~ site,resource,weekday,opens,closes¶HQ,ALPHA,1,08:00,12:00 ~ opening_hours.csv|2|site|is required when there is no resource, and only then.",
      "supplier.csv ~ code,name,currency¶S,S,GBP ~ supplier.csv|2|email|is required unless orders are sent by telephone.",
      "supplier.csv ~ code,name,currency,sent_by¶S,S,GBP,automatic ~ supplier.csv|2|email|is required unless",
      "supplier.csv ~ code,name,currency,sent_by,email¶S,S,GBP,telephone,s@s.example ~ supplier.csv|2|phone|is required when orders are sent by telephone.",
      "supplier.csv ~ code,name,currency,sent_by¶S,S,GBP,fax ~ supplier.csv|2|sent_by|\"fax\" must be one of e-mail, telephone, automatic.",
      "supplier.csv ~ code,name,currency,email,minimum_order¶S,S,GBP,s@s.example,-1 ~ supplier.csv|2|minimum_order|\"-1\" must be an amount of 0 or more",
      "supplier.csv ~ code,name,currency,email,tolerance_percent¶S,S,GBP,s@s.example,101 ~ supplier.csv|2|tolerance_percent|\"101\" must be a percentage from 0 to 100",
      "supplier.csv ~ code,name,currency,email¶SCREWS,Screws,EUR,s@s.example ~ supplier.csv|2|currency|must stay \"GBP\"",
      "supplier_client.csv ~ supplier,client¶SCREWS,MULL ~ supplier_client.csv|2|client|\"MULL\" must already exist, or be in client.csv",
      "supplier_client.csv ~ supplier,client¶NAILS,ACME ~ supplier_client.csv|2|supplier|\"NAILS\" must already exist, or be in supplier.csv",
      "supplier_part.csv ~ supplier,code,name,base_unit,unit,price,vat_rate¶NAILS,A,A,piece,piece,1,20 ~ supplier_part.csv|2|supplier|\"NAILS\" must already exist",
      "supplier_part.csv ~ supplier,code,name,base_unit,unit,price,vat_rate¶SCREWS,A/1,A,piece,piece,1,20 ~ supplier_part.csv|2|code|\"A/1\" must be a code",
      "supplier_part.csv ~ supplier,code,name,base_unit,unit,price,vat_rate¶SCREWS,A,A,piece,piece,-0.01,20 ~ supplier_part.csv|2|price|\"-0.01\" must be an amount of 0 or more",
      "supplier_part.csv ~ supplier,code,name,base_unit,unit,price,vat_rate¶SCREWS,A,A,piece,piece,1,101 ~ supplier_part.csv|2|vat_rate|\"101\" must be a percentage",
      "supplier_part.csv ~ supplier,code,name,base_unit,unit,price,vat_rate,base_numerator¶SCREWS,A,A,piece,pack,1,20,0 ~ supplier_part.csv|2|base_numerator|\"0\" must be a whole number of 1 or more.",
      "supplier_part.csv ~ supplier,code,name,base_unit,unit,price,vat_rate,base_denominator¶SCREWS,A,A,piece,pack,1,20,-3 ~ supplier_part.csv|2|base_denominator|\"-3\" must be a whole number of 1 or more.",
      "supplier_part.csv ~ supplier,code,name,base_unit,unit,price,vat_rate,base_places¶SCREWS,A,A,piece,pack,1,20,4 ~ supplier_part.csv|2|base_places|\"4\" must be a whole number from 0 to 3.",
      "supplier_part.csv ~ supplier,code,name,base_unit,unit,price,vat_rate,minimum_quantity¶SCREWS,A,A,piece,pack,1,20,0 ~ supplier_part.csv|2|minimum_quantity|\"0\" must be a quantity above 0",
      "supplier_part.csv ~ supplier,code,name,base_unit,unit,price,vat_rate,multiple_of¶SCREWS,A,A,piece,pack,1,20,0.0005 ~ supplier_part.csv|2|multiple_of|\"0.0005\" must be a quantity above 0 with up to 3 decimals",
      "supplier_part.csv ~ supplier,code,name,base_unit,unit,price,vat_rate,minimum_quantity,multiple_of¶SCREWS,A,A,piece,pack,1,20,5,2 ~ supplier_part.csv|2|minimum_quantity|must be a multiple of multiple_of.",
      "supplier_part.csv ~ supplier,code,name,base_unit,unit,price,vat_rate¶SCREWS,A,A,piece,pack,1,20¶SCREWS,A,B,piece,pack,1,20 ~ supplier_part.csv|3|supplier,code|is the same as in line 2.",
      "supplier_price_break.csv ~ supplier,part,from_quantity,price¶SCREWS,A-1,10,1 ~ supplier_price_break.csv|2|part|\"SCREWS A-1\" must already exist, or be in supplier_part.csv",
      "supplier_price_break.csv ~ supplier,part,from_quantity,price¶SCREWS,S-96,0,1 ~ supplier_price_break.csv|2|from_quantity|\"0\" must be a quantity above 0",
      "supplier_price_break.csv ~ supplier,part,from_quantity,price¶SCREWS,S-96,10,-1 ~ supplier_price_break.csv|2|price|\"-1\" must be an amount of 0 or more",
      "supplier_price_break.csv ~ supplier,part,from_quantity,price¶SCREWS,S-96,10,1¶SCREWS,S-96,10.0,2 ~ supplier_price_break.csv|3|supplier,part,from_quantity|is the same as in line 2.",
      "act_id_user.csv ~ id_¶me ~ \"act_id_user.csv\"|null|null|isn't a reference data file",
      "client.xlsx ~ code ~ \"client.xlsx\"|null|null|isn't a reference data file",
  })
  void each_error_says_where_it_is_and_what_would_be_right(String name, String content, String error) {
    assertThat(errors(load(name, content.replace('¶', '\n'))))
        .anySatisfy(found -> assertThat(found).startsWith(error.replace('¶', '\n')));
  }

  @Test
  void what_is_not_utf_8_or_there_twice_is_refused() {
    MockMultipartFile latin = new MockMultipartFile("files", "client.csv", "text/csv",
        "code,name,currency\nA,Müller,GBP\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(errors(api.call(MANAGER, MockMvcRequestBuilders.multipart("/api/reference-data").file(latin))))
        .containsExactly("client.csv|null|null|must be in UTF-8.");
    assertThat(errors(load("client.csv", CLIENTS, "client.csv", CLIENTS)))
        .containsExactly("client.csv|null|null|must be there only once.");
  }

  @Test
  void a_request_without_files_says_what_is_missing() {
    Answer answer = api.call(MANAGER, MockMvcRequestBuilders.multipart("/api/reference-data"));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.body()).contains("files");
  }

  /** A migration that adds a column adds it here too. */
  @Test
  void every_column_of_the_tables_can_be_imported() {
    for (ReferenceTable table : ReferenceTables.ALL) {
      assertThat(table.stored().stream().map(column -> column.name() + (column.required() ? " required" : "")))
          .as(table.name())
          .containsExactlyInAnyOrderElementsOf(jdbc.sql("""
              select column_name || case when is_nullable = 'NO' and column_default is null then ' required' else '' end
              from information_schema.columns
              where table_schema = current_schema() and table_name = ? and is_identity = 'NO' and is_generated = 'NEVER'
              """).param(table.name()).query(String.class).list());
    }
  }
}
