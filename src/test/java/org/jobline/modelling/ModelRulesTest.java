package org.jobline.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import org.jobline.fixture.HelpdeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process owner may deploy: our own files, and each of many small slips refused where it is. */
@HelpdeskTest
class ModelRulesTest {

  private static final String GERMAN = "forms/texts.de.json";
  private static final String NOTES = "processes/actions/notes.bpmn";
  private static final String PREPARATION = "processes/stages/preparation.bpmn";
  private static final String CANCELLATION = "processes/stages/cancellation.bpmn";
  private static final String REACTIVE = "processes/lifecycles/reactive.bpmn";
  private static final String AUTHORISATION = "processes/stages/authorisation.bpmn";
  private static final String CHANGES = "processes/actions/changes-of-plan.bpmn";
  private static final String ASSIGNMENT = "processes/stages/assignment.bpmn";
  private static final String ATTENDANCE = "processes/stages/attendance.bpmn";
  private static final String COMPLETION = "processes/stages/completion.bpmn";
  private static final String TOLERANCES = "processes/decisions/sla-tolerances.dmn";
  private static final String ESCALATION = "processes/decisions/sla-escalation.dmn";
  private static final String CHASING = "processes/decisions/chase-times.dmn";
  private static final String TARGETS = "processes/decisions/sla-targets.dmn";

  private final ModelRules rules;

  ModelRulesTest(ModelRules rules) {
    this.rules = rules;
  }

  private ListAssert<Problem> assertThatProblems(OurFiles files) {
    return assertThat(rules.problems(files.deployed()));
  }

  private static String element(Problem problem) {
    return problem.elementIds().isEmpty() ? null : problem.elementIds().get(0);
  }

  private void assertRefused(OurFiles files, String resource, String element, String property, String words) {
    assertThatProblems(files).anySatisfy(problem -> {
      assertThat(problem.resource()).isEqualTo(resource);
      assertThat(element(problem)).isEqualTo(element);
      assertThat(problem.property()).isEqualTo(property);
      assertThat(problem.message()).contains(words);
    });
  }

  @Test
  void our_own_files_are_good() {
    assertThat(rules.problems(OurFiles.all().deployedAlone())).isEmpty();
  }

  @Test
  void all_problems_of_all_files_are_told_at_once() {
    OurFiles files = OurFiles.all()
        .with(NOTES, "<bpmn:endEvent id=\"addNotesPublicRecorded\"", "<bpmn:task id=\"addNotesPublicRecorded\"")
        .with("forms/stop-job.form", "\"type\": \"radio\"", "\"type\": \"iframe\"")
        .with("readme.txt", "Hello");
    assertThatProblems(files).extracting(Problem::resource)
        .contains(NOTES, "forms/stop-job.form", "readme.txt");
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      <bpmn:scriptTask id="evil" scriptFormat="juel"><bpmn:script>${1}</bpmn:script></bpmn:scriptTask> => scriptTask
      <bpmn:serviceTask id="evil" camunda:class="java.util.ArrayList" /> => class
      <bpmn:serviceTask id="evil" camunda:expression="${identityService.createMembership('owner','admin')}" /> => \
      expression
      <bpmn:serviceTask id="evil" camunda:delegateExpression="${identityService}" /> => delegateExpression
      <bpmn:serviceTask id="evil" camunda:delegateExpression="${logTheOrderDelegate.class}" /> => delegateExpression
      <bpmn:serviceTask id="evil" camunda:type="external" camunda:topic="t" /> => type
      <bpmn:serviceTask id="evil" camunda:type="shell" /> => type
      <bpmn:serviceTask id="evil" xmlns:activiti="http://activiti.org/bpmn" activiti:class="a.B" /> => class
      <evil:scriptTask xmlns:evil="https://evil.example" id="evil" scriptFormat="juel" /> => scriptTask
      <bpmn:sendTask id="evil" camunda:class="a.B" /> => sendTask
      <bpmn:receiveTask id="evil" /> => receiveTask
      <bpmn:userTask id="evil" camunda:formKey="https://evil.example" /> => formKey
      <bpmn:userTask id="evil" camunda:dueDate="${identityService}" /> => dueDate
      <bpmn:userTask id="evil" name="${identityService}" /> => name
      <bpmn:userTask id="evil" camunda:assignee="${identityService}" /> => assignee
      <bpmn:userTask id="evil"><bpmn:documentation>$<![CDATA[{identityService}]]></bpmn:documentation>\
      </bpmn:userTask> => documentation
      <bpmn:userTask id="evil"><bpmn:extensionElements><camunda:taskListener event="create" class="a.B" />\
      </bpmn:extensionElements></bpmn:userTask> => taskListener
      <bpmn:userTask id="evil"><bpmn:extensionElements><camunda:formData /></bpmn:extensionElements>\
      </bpmn:userTask> => formData
      <bpmn:serviceTask id="evil"><bpmn:extensionElements><camunda:connector /></bpmn:extensionElements>\
      </bpmn:serviceTask> => connector
      <bpmn:serviceTask id="evil"><bpmn:extensionElements>\
      <camunda:executionListener event="start" expression="${a}" /></bpmn:extensionElements>\
      </bpmn:serviceTask> => executionListener
      <bpmn:serviceTask id="evil"><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="a">\
      <camunda:script scriptFormat="juel">${1}</camunda:script></camunda:inputParameter></camunda:inputOutput>\
      </bpmn:extensionElements></bpmn:serviceTask> => script
      <bpmn:callActivity id="evil" calledElement="${identityService}" /> => calledElement
      <bpmn:intermediateCatchEvent id="evil"><bpmn:conditionalEventDefinition id="c">\
      <bpmn:condition language="juel">${true}</bpmn:condition></bpmn:conditionalEventDefinition>\
      </bpmn:intermediateCatchEvent> => conditionalEventDefinition
      <bpmn:intermediateCatchEvent id="evil"><bpmn:timerEventDefinition id="t">\
      <bpmn:timeDuration>${identityService.createMembership('owner','admin')}</bpmn:timeDuration>\
      </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent> => timeDuration
      <bpmn:intermediateThrowEvent id="evil"><bpmn:signalEventDefinition id="s" />\
      </bpmn:intermediateThrowEvent> => signalEventDefinition
      <bpmn:serviceTask id="evil"><bpmn:multiInstanceLoopCharacteristics camunda:collection="${a}" />\
      </bpmn:serviceTask> => multiInstanceLoopCharacteristics
      """)
  void what_could_do_more_than_our_pieces_is_refused(String piece, String property) {
    OurFiles files = OurFiles.all()
        .with(NOTES, "<bpmn:sequenceFlow id=\"flow_asked_addNotesPublic_addNotesPublic\"",
            piece + "<bpmn:sequenceFlow id=\"flow_asked_addNotesPublic_addNotesPublic\"");
    assertRefused(files, NOTES, "evil", property, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "${identityService.createMembership('owner','admin')}",
      "${execution.processEngineServices.identityService.createMembership('owner','admin') == null}",
      "${execution.setVariable('a', 'b') == null}",
      "${''.getClass().forName('java.lang.Runtime') == null}",
      "${order.getClass() == null}",
      "${order.class.classLoader == null}",
      "${order == 'R-100245'}",
      "${order.type(execution).getClass() == null}",
      "${order['type'](execution)}",
      "${form.clear()}",
      "${form.entrySet() == null}",
      "${form.outcome.length() == 3}",
      "${logTheOrderDelegate.execute(execution)}",
      "${dateTime().year == 2026}",
      "${orders.lock('R-100001') == null}",
      "${subject + subject == 'a'}",
      "${true ? true : false}",
      "${form.outcome == 'completed'",
      "${form.outcome == 'completed'} and ${true}",
      "form.outcome == 'completed'",
      "",
      // the kind of answer a gateway cannot go by
      "${order.type(execution)}",
      "${form.outcome == 'completed' and order.stage(execution)}",
      "${subject}",
      // what there is not
      "${order.colour(execution)}",
      "${order.type()}",
      "${form.colour == 'red'}",
      "${colour == 'red'}",
      // on the lifecycle only, where a called sheet would not find it
      "${orderStatus == '1.03 Pending acceptance'}",
      "${action.is('paint-it-red')}",
  })
  void an_expression_that_does_more_than_reading_what_there_is_is_refused(String condition) {
    OurFiles files = OurFiles.all().with(REACTIVE, ">${order.stage(execution) == 0}<", ">" + condition + "<");
    assertRefused(files, REACTIVE, "flow_convertedInPreparation_status_0_x9_converted", "conditionExpression", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "${order.stage(execution) != 0 and not (form.outcome == 'completed' or empty levels)}",
      "${action.is('recall-job') || !order.resourceMissing(execution)}",
      "#{form.temporaryFix}",
  })
  void an_expression_that_reads_and_compares_is_taken(String condition) {
    assertThatProblems(OurFiles.all().with(ATTENDANCE, ">${form.outcome == 'completed'}<", ">" + condition + "<"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
      "${order.recallUntil(execution)}, ${order.type(execution)}, timeDate, point in time",
      "${order.recallUntil(execution)}, ${empty levels}, timeDate, point in time",
      "${order.recallUntil(execution)}, 2027-01-01T00:00:00, timeDate, isn't an expression",
      "P30D, thirty days, timeDuration, PT30M",
  })
  void a_timer_needs_a_time(String text, String other, String property, String words) {
    assertThatProblems(OurFiles.all()
        .with("processes/stages/completion.bpmn", ">${order.recallUntil(execution)}<", ">" + other + "<")
        .with(CANCELLATION, ">P30D<", ">" + other + "<"))
        .anySatisfy(problem -> {
          assertThat(problem.property()).isEqualTo(property);
          assertThat(problem.message()).contains(words);
        });
  }

  @Test
  void entities_are_not_followed() {
    String bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d SYSTEM \"file:///etc/passwd\">]>";
    String notes = OurFiles.all().text(NOTES);
    String table = OurFiles.all().text(TARGETS);
    assertRefused(OurFiles.all().with(NOTES, bomb + notes.substring(notes.indexOf("?>") + 2)),
        NOTES, null, null, "DOCTYPE");
    assertRefused(OurFiles.all().with(TARGETS, bomb + table.substring(table.indexOf("?>") + 2)),
        TARGETS, null, null, "DOCTYPE");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "a.cmmn", "form.html", "a.js", "a.bpmn20.xml", "picture.svg", "a.groovy", "a.json", "texts.json"})
  void only_diagrams_tables_and_forms_are_taken(String file) {
    assertRefused(OurFiles.all().with(file, "anything"), file, null, null, ".bpmn");
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      { => `` => isn't JSON, in line
      [] => `` => has the parts types, actions
      {"actions": {"Assign": "Beauftragen"}}, "statuses": {}} => `` => isn't JSON, in line
      {"colours": {"Red": "Rot"}} => part => types, actions, statuses, choices, forms
      {"actions": ["Annehmen"]} => actions => must be a group of texts
      {"actions": {"Assign": ""}} => actions => Leave out what is to stay in English
      {"actions": {"Assign": 5}} => actions => Leave out what is to stay in English
      {"actions": {"Assign": "Beauftragen", "Assign": "Zuteilen"}} => `` => Duplicate field
      {"forms": {"Total: {{a}}": "Summe"}} => forms => exactly as written there: {{a}}
      {"forms": {"Total": "Summe: {{orderNumber}}"}} => forms => must show the same of the order
      {"forms": {"[sheet](/api/a)": "[Blatt](/api/b)"}} => forms => must have the same links: ](/api/a)
      {"forms": {"Sheet": "[Blatt](https://evil.example)"}} => forms => must have the same links
      """)
  void a_translation_shows_what_the_original_shows(String content, String property, String words) {
    assertRefused(OurFiles.all().with(GERMAN, content), GERMAN, null, property.isEmpty() ? null : property, words);
  }

  @Test
  void several_files_are_only_for_steps_that_take_them() {
    assertRefused(OurFiles.all().with("forms/certificates.form", "\"id\": \"file__upload\"",
        "\"properties\": {\"several\": \"true\"}, \"id\": \"file__upload\""), "forms/certificates.form", "file",
        "type", "it is several files; it must be a text");
  }

  @Test
  void a_translation_is_into_a_language_of_the_desk_and_may_leave_texts_out() {
    assertRefused(OurFiles.all().with("forms/texts.fr.json", "{}"), "forms/texts.fr.json", null, "language",
        "doesn't speak \"fr\"");
    assertThatProblems(OurFiles.all().with(GERMAN, "{\"forms\": {\"{{a}} of {{b}}\": \"{{b}}: {{a}}\"}}")).isEmpty();
  }

  @Test
  void content_that_does_not_match_the_file_type_is_refused() {
    assertRefused(OurFiles.all().with(NOTES, "<a"), NOTES, null, null, "valid XML");
    assertRefused(OurFiles.all().with(NOTES, "<definitions xmlns='a' />"), NOTES, null, null, "valid BPMN 2.0 diagram");
    assertRefused(OurFiles.all().with("forms/stop-job.form", "{"), "forms/stop-job.form", null, null, "JSON");
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", value = {
      "<inputEntry id=\"sla-targets-rule-1-1\" => <inputEntry expressionLanguage=\"juel\" => expressionLanguage",
      "<decisionTable id => <literalExpression id=\"l\" /><decisionTable id => literalExpression",
      "<decisionTable id => <informationRequirement id=\"l\" /><decisionTable id => informationRequirement",
  })
  void a_table_is_a_table(String text, String other, String property) {
    OurFiles files = OurFiles.all().with(TARGETS, text, other);
    assertThatProblems(files).anySatisfy(problem -> {
      assertThat(problem.resource()).isEqualTo(TARGETS);
      assertThat(problem.property()).isEqualTo(property);
    });
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", value = {
      "\"type\": \"radio\" => \"type\": \"iframe\" => outcome => type => radio",
      "\"type\": \"radio\" => \"type\": \"html\" => outcome => type => radio",
      "\"type\": \"radio\" => \"type\": \"expression\" => outcome => type => radio",
      "\"key\": \"outcome\" => \"key\": \"the outcome\" => the outcome => key => e.g. outcome",
      "\"key\": \"outcome\" => \"key\": \"subject\" => subject => key => different key",
      "\"key\": \"outcome\" => \"key\": \"stoppedAt\" => stoppedAt => key => Two fields",
      "\"key\": \"outcome\" => \"key\": \"outcome\", \"valuesExpression\": \"=a\" => outcome => component => valuesKey",
      "\"key\": \"outcome\" => \"key\": \"outcome\", \"valuesKey\": \"colours\" => outcome => valuesKey => sites",
      "=outcome != \\\"completed\\\" => outcome is not completed => fixType => hide => isn't a condition",
      "\"maxLength\": 200 => \"maxLength\": \"many\" => fixType => maxLength => isn't a number",
      "\"maxLength\": 200 => \"pattern\": \"[a\" => fixType => pattern => regular expression",
      "=outcome != \\\"completed\\\" => =count(fixType) > 1 => fixType => hide => forms don't support: (",
      "=outcome != \\\"completed\\\" => =stoppedAt > fixType => fixType => hide => forms don't support: stoppedAt >",
      "### {{orderNumber}} => {{upper case(orderNumber)}} => order => text => forms don't support: case",
      "### {{orderNumber}} => {{#if orderNumber}} => order => text => isn't an expression",
      "\"when\": \"past\" => \"when\": \"soon\" => stoppedAt => when => past",
      "\"when\": \"past\" => \"unit\": \"km\" => stoppedAt => unit => only for components of type number",
      "\"when\": \"past\" => \"several\": \"true\" => stoppedAt => several => only for components of type textfield",
      "\"id\": \"fixCode\" => \"properties\": {\"several\": \"true\"}, \"id\": \"fixCode\" => fixCode => several => "
          + "whose id ends in __upload",
      "\"several\": \"true\" => \"several\": \"often\" => file => several => true",
      "\"id\": \"fixCode\" => \"properties\": {\"filedAs\": \"Report\"}, \"id\": \"fixCode\" => fixCode => filedAs => "
          + "whose id ends in __upload",
      "\"filedAs\": \"Photograph\" => \"filedAs\": \" \" => file => filedAs => must name a type of document",
      "\"when\": \"past\" => \"confirms\": \"far\" => stoppedAt => confirms => only for components of type checkbox",
      "\"when\": \"past\" => \"rows\": \"date Due\" => stoppedAt => rows => only for components of type textarea",
      "\"use24h\": true => \"disallowPassedDates\": true => stoppedAt => component => use24h",
      "\"decimalDigits\": 2 => \"increment\": 5 => partsCost => component => decimalDigits",
      "### {{orderNumber}} => ![a](https://evil.example/a.png) => order => text => elsewhere",
      "\"schemaVersion\": 16 => \"schemaVersion\": 17 => '' => schemaVersion => 16",
      "\"id\": \"stop-job\" => \"id\": \"stop\" => '' => id => stop-job",
  })
  void a_form_has_what_the_desk_shows_and_the_server_checks(
      String text, String other, String element, String property, String words) {
    assertRefused(OurFiles.all().with("forms/stop-job.form", text, other), "forms/stop-job.form",
        element.isEmpty() ? null : element, property, words);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      "confirms": "purchaseLines" => "confirms": "purchases" => confirmed => confirms => far, purchaseLines
      "confirms": "purchaseLines" => "confirms": "far" => confirmed => figures => any other has none
      "confirms": "purchaseLines", => `` => confirmed => figures => A tick that confirms a summary
      open Still open => price Price => confirmed => figures => received
      received Received now => Received => confirmed => figures => must name figures
      "hidden": "true" => "hidden": "often" => seenDocuments => hidden => true
      "type": "number" => "type": "textfield" => seenDocuments => hidden => only for components of type number""")
  void a_tick_confirms_a_summary_there_is_and_shows_figures_it_has(
      String text, String other, String element, String property, String words) {
    assertRefused(OurFiles.all().with("forms/po-receipt.form", text, other), "forms/po-receipt.form",
        element, property, words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Due, Amount", "date", "date Due; money Amount", "words Note", "date Due,",
      "date Due, shown? Part", "date Due, total? Amount (a * b)"})
  void rows_name_their_columns_with_their_kinds(String rows) {
    assertRefused(OurFiles.all().with("forms/edit-staged-payments.form", "date Due, money Amount", rows),
        "forms/edit-staged-payments.form", "stages", "rows", "must name the columns");
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      shown Open, number? Received (= Ordered) => true => rows => can't take over "Ordered"
      shown Open, date? Received (= Open) => true => rows => only behind a number
      lookup? Site (sites), money? Price (= Site.price) => false => rows => price
      choice Result => true => rows => in brackets behind a choice
      choice Result (keep|) => true => rows => in brackets behind a choice
      shown Part => true => rows => a column that can be filled in
      shown Part, money Amount => false => rows => shown columns only with "fixedRows"
      money Amount => perhaps => fixedRows => true
      lookup Site => false => rows => in brackets behind a lookup
      lookup Site (sites|clients) => false => rows => in brackets behind a lookup
      lookup Site (colours) => false => rows => sites
      total Sum => false => rows => in brackets behind a total
      number Quantity, total Sum (Quantity) => false => rows => in brackets behind a total
      number Quantity, total Sum (Quantity * Price) => false => rows => can't multiply "Price"
      text Price, number Quantity, total Sum (Quantity * Price) => false => rows => can't multiply "Price"
      number Quantity, total Sum (Quantity * Sum) => false => rows => can't multiply "Sum"
      shown Price, number Quantity, total Sum (Quantity * Price) => false => rows => shown columns only with
      """)
  void lines_that_are_given_have_columns_to_fill_in(String rows, String fixed, String property, String words) {
    assertRefused(OurFiles.all().with("forms/edit-staged-payments.form", "date Due, money Amount\"",
        rows + "\", \"fixedRows\": \"" + fixed + "\""), "forms/edit-staged-payments.form", "stages", property, words);
  }

  @Test
  void what_comes_again_and_again_says_how_often() {
    String watch = "processes/health/breach-watch.bpmn";
    assertRefused(OurFiles.all().with(watch, "R/PT1M", "R/PT1oM"), watch, "everyMinute", "timeCycle", "R/PT1M");
    assertRefused(OurFiles.all().with(watch, "R/PT1M", "PT1M"), watch, "everyMinute", "timeCycle", "how often");
  }

  @Test
  void columns_a_step_reads_stay_as_they_are() {
    String receipt = "forms/po-receipt.form";
    assertRefused(OurFiles.all().with(receipt, "number? Received (= Open), number? Returned", "number? Returned"), receipt, "lines",
        "rows", "in this order: number, number, choice, choice");
  }

  @Test
  void a_table_may_show_choose_and_leave_out() {
    assertThatProblems(OurFiles.all().with("forms/edit-staged-payments.form", "date Due, money Amount\"",
        "shown Part (SKU), number Received, date? Dispatched, choice? Result (keep|send-back)\", "
            + "\"fixedRows\": \"true\""))
        .isEmpty();
    assertThatProblems(OurFiles.all().with("forms/edit-staged-payments.form", "date Due, money Amount\"",
        "lookup Site (sites), text? Description, number Quantity, money Price, total Amount (Quantity * Price)\""))
        .isEmpty();
    assertRefused(OurFiles.all().with("forms/edit-staged-payments.form", "\"rows\": \"date Due, money Amount\"",
        "\"fixedRows\": \"true\""), "forms/edit-staged-payments.form", "stages", "fixedRows", "only for tables");
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      # of the first start of notes.bpmn: text => other => element => property => words
      name="menu" value="Agent,In,Out" => name="menu" value="Phone" => asked_addNotesPublic => menu => Agent, In, Out
      name="menu" value="Agent,In,Out" => name="menu" value="" => asked_addNotesPublic => menu => at least one
      name="menu" value="Agent,In,Out" => name="colour" value="red" => asked_addNotesPublic => properties => offeredIn
      name="menu" value="Agent,In,Out" => name="offeredIn" value="1.x0" => asked_addNotesPublic => offeredIn => twice
      name="offeredIn" value="*" => name="offeredIn" value="banana" => asked_addNotesPublic => offeredIn => 1.x3
      name="offeredIn" value="*" => name="types" value="Repair" => asked_addNotesPublic => types => REACTIVE, QUOTE, PPM
      name="offeredIn" value="*" => name="roles" value="Finanz" => asked_addNotesPublic => roles => finance, helpdesk
      name="offeredIn" value="*" => name="offeredIf" value="raining" => asked_addNotesPublic => offeredIf => recallable
      name="offeredIn" value="*" => name="private" value="perhaps" => asked_addNotesPublic => private => yes, no
      name="offeredIn" value="*" => name="whileLocked" value="perhaps" => asked_addNotesPublic => whileLocked => yes, no
      formRef="add-notes-public" => formRef="Add Notes" => addNotesPublic => formRef => lower-case letters
      formRef="add-notes-public" => formRef="notes" => addNotesPublic => formRef => Form notes.form
      formRef="add-notes-public" => versionTag="" => addNotesPublic => formRef => leave no event
      formRefBinding="deployment" => formRefBinding="latest" => addNotesPublic => formRefBinding => deployment
      """)
  void what_an_action_says_of_itself_must_be_possible(
      String text, String other, String element, String property, String words) {
    String notes = OurFiles.all().text(NOTES);
    assertThat(notes).contains(text);
    assertRefused(OurFiles.all().with(NOTES, notes.replaceFirst(Pattern.quote(text), other)), NOTES, element, property,
        words);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      <bpmn:userTask id="authorise" name="Authorise" => <bpmn:userTask id="authorise" => name
      camunda:candidateGroups="${profile}" => `` => candidateGroups
      camunda:candidateGroups="${profile}" => camunda:candidateGroups="Finanz" => candidateGroups
      camunda:candidateGroups="${profile}" => camunda:assignee="fred" => assignee
      """)
  void a_task_an_order_waits_with_has_a_name_and_a_group(String text, String other, String property) {
    assertRefused(OurFiles.all().with(AUTHORISATION, text, other),
        AUTHORISATION, "authorise", property, "");
  }

  /** Our own template writes all its properties, empty where nothing was chosen. */
  @Test
  void a_property_left_empty_is_as_good_as_absent() {
    String empty = Stream.of("types", "roles", "offeredIf")
        .map(name -> "<camunda:property name=\"" + name + "\" value=\"\" />").collect(Collectors.joining());
    assertThatProblems(OurFiles.all().with(NOTES, "name=\"offeredIn\" value=\"*\" />",
        "name=\"offeredIn\" value=\"*\" />" + empty).with(PREPARATION, "name=\"offeredIn\" value=\"0.x3, 0.x4, 0.x5\" />",
        "name=\"offeredIn\" value=\"0.x3, 0.x4, 0.x5\" />" + empty)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pending nonsense", "2,x7 Waiting", "7.x7 Waiting", "1.x12 Waiting", "1.x3", ""})
  void a_plain_event_is_a_status(String name) {
    assertRefused(OurFiles.all().with(ATTENDANCE, "name=\"2.x0 Pending attendance\"", "name=\"" + name + "\""),
        ATTENDANCE, "status_2_x0", "name", "1.x3 Pending acceptance");
  }

  @Test
  void a_status_has_one_name_in_the_life_of_an_order() {
    assertRefused(OurFiles.all().with(ATTENDANCE, "name=\"2.x0 Pending attendance\"", "name=\"3.x0 On its way\""),
        ATTENDANCE, "status_3_x0", "name", "\"On its way\"");
    // also where the other half is in force already
    ModelFiles joining = OurFiles.all().only(ATTENDANCE)
        .with(ATTENDANCE, "name=\"2.x0 Pending attendance\"", "name=\"1.x3 On its way\"").joining(OurFiles.all());
    assertThat(rules.problems(joining)).anySatisfy(problem -> {
      assertThat(problem.resource()).isEqualTo(ATTENDANCE);
      assertThat(problem.message()).contains("1.03", "On its way", "Pending acceptance", ASSIGNMENT);
    });
  }

  @Test
  void a_status_may_say_how_it_was_reached() {
    assertThatProblems(OurFiles.all()
        .with(ATTENDANCE, "name=\"2.x0 Pending attendance\"", "name=\"2.x0 Pending attendance - by phone\"")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      isExecutable="true" => isExecutable="false" => notes => isExecutable => executable
      process id="notes" => process id="site" => site => id => belongs to the process in
      process id="notes" => process id="myNotes" => myNotes => id => lower-case letters
      historyTimeToLive="P1825D" => historyTimeToLive="five years" => notes => historyTimeToLive => P1825D
      camunda:historyTimeToLive="P1825D" => `` => notes => historyTimeToLive => P1825D
      camunda:isStartableInTasklist="false" => `` => notes => isStartableInTasklist => Startable
      camunda:isStartableInTasklist="false" => camunda:candidateStarterGroups="Finanz" => notes => \
      candidateStarterGroups => helpdesk
      """)
  void a_process_says_what_it_is(String text, String other, String element, String property, String words) {
    assertThatProblems(OurFiles.all().with(NOTES, text, other)).anySatisfy(problem -> {
      assertThat(problem.resource()).isIn(NOTES, "processes/actions/site.bpmn");
      assertThat(problem.property()).isEqualTo(property);
      assertThat(problem.message()).contains(words);
    });
  }

  @Test
  void the_key_of_a_sheet_in_force_cannot_be_taken_by_another_file() {
    ModelFiles joining = OurFiles.all().only(NOTES).renamed(NOTES, "my-notes.bpmn").joining(OurFiles.all());
    assertThat(rules.problems(joining)).anySatisfy(problem -> {
      assertThat(problem.resource()).isEqualTo("my-notes.bpmn");
      assertThat(problem.property()).isEqualTo("id");
      assertThat(problem.message()).contains("notes.bpmn");
    });
    // the Modeler deploys files without their folder
    assertThat(rules.problems(OurFiles.all().only(NOTES).renamed(NOTES, "notes.bpmn").joining(OurFiles.all())))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"camunda:asyncBefore=\"true\"", "camunda:asyncAfter=\"true\""})
  void nothing_is_asynchronous_between_an_action_and_what_reads_its_form(String ticked) {
    assertRefused(OurFiles.all().with(ATTENDANCE, "<bpmn:exclusiveGateway id=\"workCompleted\"",
            "<bpmn:exclusiveGateway " + ticked + " id=\"workCompleted\""),
        ATTENDANCE, "workCompleted", ticked.substring(8, ticked.indexOf('=')), "must happen at once");
    assertRefused(OurFiles.all().with(ATTENDANCE, "<bpmn:serviceTask id=\"recordEndOfVisit\"",
            "<bpmn:serviceTask " + ticked + " id=\"recordEndOfVisit\""),
        ATTENDANCE, "recordEndOfVisit", ticked.substring(8, ticked.indexOf('=')), "must happen at once");
  }

  @Test
  void a_message_the_application_sends_keeps_its_name() {
    OurFiles files = OurFiles.all().with(COMPLETION, "name=\"money-became-due\"", "name=\"money-due\"");
    assertRefused(files, COMPLETION, "moneyDue", "message", "outstanding-item-arrived");
    ModelFiles joining = files.only(COMPLETION).joining(OurFiles.all());
    assertThat(rules.problems(joining)).anySatisfy(problem -> {
      assertThat(problem.resource()).isEqualTo(COMPLETION);
      assertThat(problem.message()).contains("Nothing receives the message \"money-became-due\"");
    });
  }

  @Test
  void an_action_is_asked_for_by_its_key() {
    assertRefused(OurFiles.all().with(NOTES, "name=\"add-notes-public\"", "name=\"add-note\""),
        NOTES, "asked_addNotesPublic", "message", "\"add-notes-public\"");
    assertRefused(OurFiles.all().with(NOTES, "name=\"add-notes-public\"", "name=\"meter-reading\""),
        NOTES, "asked_addNotesPublic", "message", "meter-reading");
  }

  @Test
  void an_action_ends_with_a_message_somebody_waits_for() {
    assertRefused(OurFiles.all().with(CHANGES, "name=\"cancelled\" />", "name=\"called-off\" />"),
        CHANGES, "cancelled", "message", "Nothing waits for the message \"called-off\"");
    assertRefused(OurFiles.all().with(ASSIGNMENT, "name=\"cancelled\" />", "name=\"called-off\" />"),
        ASSIGNMENT, "told_cancelled", "message", "actions end with cancelled, converted");
    assertRefused(OurFiles.all().with(CHANGES, "name=\"cancelled\" />", "name=\"batched\" />"),
        CHANGES, "cancelled", "message", "sent by the application");
    assertRefused(OurFiles.all().with(CHANGES, "name=\"cancelled\" />", "name=\"information\" />"),
        CHANGES, "cancelled", "message", "Nothing waits for the message \"information\"");
  }

  @Test
  void what_actions_end_with_stays_received() {
    ModelFiles joining = OurFiles.all()
        .with(ASSIGNMENT,
            "id=\"message_not_reached\" name=\"not-reached\"", "id=\"message_not_reached\" name=\"batched\"")
        .only(ASSIGNMENT).joining(OurFiles.all());
    assertThat(rules.problems(joining)).anySatisfy(problem -> {
      assertThat(problem.resource()).isEqualTo(ASSIGNMENT);
      assertThat(problem.message())
          .contains("Nothing receives the message \"not-reached\" any more, but an action ends with it");
    });
  }

  @Test
  void what_is_not_deployed_along_is_taken_from_what_is_in_force() {
    assertThat(rules.problems(OurFiles.all().only(NOTES).joining(OurFiles.all()))).isEmpty();
    assertThat(rules.problems(OurFiles.all().only(AUTHORISATION).joining(OurFiles.all()))).isEmpty();
    assertThat(rules.problems(OurFiles.all().only(NOTES).joining(OurFiles.all().without("forms/information.form"))))
        .anySatisfy(problem -> assertThat(problem.message()).contains("orm information.form doesn't exist"));
  }

  /** "badge" is not found in "a-badge.form". */
  @Test
  void a_form_has_exactly_the_name_of_its_key() {
    OurFiles files = OurFiles.all().with(NOTES, "formRef=\"information\"", "formRef=\"formation\"")
        .with(NOTES, "name=\"information\"", "name=\"formation\"");
    assertRefused(files, NOTES, "information", "formRef", "orm formation.form doesn't exist");
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      "PT4H" => "four hours" => respondDown => PT30M
      "PT4H" => one hour => outputEntry => quotation marks
      "PT4H" => PT4H => outputEntry => quotation marks
      "opening hours" => "office hours" => clock => around the clock
      "opening hours" => `` => clock => empty
      "P4" => "P4" "P5" => inputEntry => isn't a condition
      "P4" => > 4 => inputEntry => isn't a condition
      "P4" => priority => inputEntry => isn't a condition
      name="respondDown" => name="respond" => outputs => respondDown
      name="respondDown" => name="respond" => label => not in force
      name="respondDown" typeRef="string" => name="respondDown" typeRef="double" => typeRef => string
      label="Respond, still working (not in force)" => label="Respond, still working" => label => not in force
      label="Respond, down" => label="Respond, down (not in force)" => label => in force
      <text>priority</text> => <text>urgency</text> => inputExpression => client, priority
      hitPolicy="FIRST" => hitPolicy="COLLECT" => hitPolicy => FIRST or UNIQUE
      decision id="sla-targets" => decision id="my-targets" => id => sla-targets
      camunda:historyTimeToLive="P180D" => `` => historyTimeToLive => P180D
      """)
  void a_table_holds_what_the_application_relies_on(String text, String other, String property, String words) {
    assertThatProblems(OurFiles.all().with(TARGETS, text, other)).anySatisfy(problem -> {
      assertThat(problem.resource()).isEqualTo(TARGETS);
      assertThat(problem.property()).isEqualTo(property);
      assertThat(problem.message()).contains(words);
      assertThat(problem.elementIds()).isNotEmpty();
    });
  }

  @Test
  void a_table_that_must_always_answer_has_a_row_for_whatever_else() {
    String table = OurFiles.all().text(TARGETS);
    String without = table.replaceFirst("(?s)<rule id=\"sla-targets-rule-10\">.*?</rule>", "");
    assertRefused(OurFiles.all().with(TARGETS, without), TARGETS, "sla-targets-table", "rules", "all empty");
    String chasing = OurFiles.all().text(CHASING)
        .replaceFirst("(?s)<rule id=\"chase-times-rule-1\">.*?</rule>", "");
    assertRefused(OurFiles.all().with(CHASING, chasing), CHASING, "chase-times-table", "rules", "no answer");
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      <text>0.75</text> => <text>75</text> => atRiskAfter => 0.75
      <text>0.75</text> => <text>0</text> => atRiskAfter => above 0
      <text>0.75</text> => <text>-0.5</text> => atRiskAfter => above 0
      <text>0.75</text> => <text>1.01</text> => atRiskAfter => up to 1
      <text>0.75</text> => <text></text> => atRiskAfter => empty
      <text>0.75</text> => <text>"0.75"</text> => atRiskAfter => 0.75
      "PT15M" => "15 minutes" => appointmentTolerance => PT30M
      "PT15M" => "-PT15M" => appointmentTolerance => PT30M
      "PT15M" => `` => appointmentTolerance => empty
      "PT15M" => 15 => appointmentTolerance => quotation marks
      name="atRiskAfter" => name="warnAfter" => outputs => atRiskAfter
      name="atRiskAfter" => name="warnAfter" => label => not in force
      name="atRiskAfter" typeRef="double" => name="atRiskAfter" typeRef="string" => typeRef => double
      name="appointmentTolerance" => name="tolerance" => outputs => appointmentTolerance
      label="At risk once => label="(not in force) At risk once => label => in force
      <text>client</text> => <text>customer</text> => inputExpression => client, priority
      hitPolicy="FIRST" => hitPolicy="COLLECT" => hitPolicy => FIRST or UNIQUE
      decision id="sla-tolerances" => decision id="my-tolerances" => id => sla-tolerances
      """)
  void tolerances_are_such_as_a_clock_can_go_by(String text, String other, String property, String words) {
    assertThatProblems(OurFiles.all().with(TOLERANCES, text, other)).anySatisfy(problem -> {
      assertThat(problem.resource()).isEqualTo(TOLERANCES);
      assertThat(problem.property()).isEqualTo(property);
      assertThat(problem.message()).contains(words);
      assertThat(problem.elementIds()).isNotEmpty();
    });
  }

  @Test
  void tolerances_are_known_for_every_client_and_priority() {
    String onlyOne = OurFiles.all().text(TOLERANCES).replaceFirst(
        "(?s)(sla-tolerances-rule-1-1\">\\s*)<text></text>", "$1<text>\"LARK\"</text>");
    assertRefused(OurFiles.all().with(TOLERANCES, onlyOne), TOLERANCES, "sla-tolerances-table", "rules", "all empty");
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      <text>0.25</text> => <text>-0.25</text> => overrun => 0.25
      <text>0.25</text> => <text>"25 %"</text> => overrun => 0.25
      <text>"desk"</text> => <text>"everybody"</text> => told => escalation contacts
      <text>"desk"</text> => <text></text> => told => empty
      name="told" => name="whom" => outputs => told
      <text>level</text> => <text>step</text> => inputExpression => level, client, priority
      hitPolicy="FIRST" => hitPolicy="COLLECT" => hitPolicy => FIRST
      """)
  void levels_of_an_escalation_say_when_and_who(String text, String other, String property, String words) {
    assertThatProblems(OurFiles.all().with(ESCALATION, text, other)).anySatisfy(problem -> {
      assertThat(problem.resource()).isEqualTo(ESCALATION);
      assertThat(problem.property()).isEqualTo(property);
      assertThat(problem.message()).contains(words);
    });
  }

  @Test
  void only_one_row_applies_where_only_one_may() {
    assertRefused(OurFiles.all().with(CHASING, "\"request acceptance\"", "\"no answer\", \"request acceptance\""),
        CHASING, "chase-times-rule-2", "hitPolicy", "chase-times-rule-1");
  }

  @Test
  void a_row_that_nothing_asks_for_says_so() {
    assertRefused(OurFiles.all().with(CHASING, ". Not in force: the desk does not chase on this occasion yet", ""),
        CHASING, "chase-times-rule-2", "description", "not in force");
    assertRefused(OurFiles.all().with(CHASING, "<description>Next attempt", "<description>Not in force: next attempt"),
        CHASING, "chase-times-rule-1", "description", "in force");
  }

  @Test
  void a_table_that_a_diagram_asks_is_told_what_it_goes_by() {
    OurFiles files = OurFiles.all().with(AUTHORISATION, "<camunda:inputParameter name=\"client\">",
        "<camunda:inputParameter name=\"customer\">");
    assertRefused(files, AUTHORISATION, "whichLevels", "inputParameter", "\"client\" is missing");
  }

  @Test
  void a_table_that_a_diagram_asks_is_there() {
    assertRefused(OurFiles.all().with(AUTHORISATION, "decisionRef=\"authorisation-rules\"", "decisionRef=\"rules\""),
        AUTHORISATION, "whichLevels", "decisionRef", "no table");
  }

  @Test
  void the_lists_of_lines_say_what_is_drawn() {
    assertRefused(OurFiles.all().with(NOTES, "<bpmn:incoming>flow_asked_addNotesPublic_addNotesPublic</bpmn:incoming>", ""),
        NOTES, "addNotesPublic", "incoming", "flow_asked_addNotesPublic_addNotesPublic");
  }

  @ParameterizedTest
  @CsvSource({
      "actions/notes.bpmn, camunda:isStartableInTasklist=\"false\", camunda:isStartableInTasklist=\"fals\", isStartableInTasklist",
      "lifecycles/reactive.bpmn, '<camunda:in source=\"entry\" target=\"entry\" />', '<camunda:in variables=\"all\" />', variables",
      "lifecycles/reactive.bpmn, 'escalationCodeVariable=\"entry\"', 'escalationCodeVariable=\"entrance\"', escalationCodeVariable",
      "actions/costs.bpmn, camunda:delegateExpression=\"${setFixedCostDelegate}\", '', delegateExpression",
  })
  void a_setting_has_a_value_there_is(String file, String text, String other, String property) {
    assertThatProblems(OurFiles.all().with("processes/" + file, text, other))
        .anySatisfy(problem -> assertThat(problem.property()).isEqualTo(property));
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", value = {
      "escalationRef=\"escalation_refused\" => escalationRef=\"escalation_refuse\" => escalationRef",
      "messageRef=\"message_information\" => messageRef=\"message_informatio\" => messageRef",
      "escalationCode=\"refused\" => escalationCode=\"\" => escalationCode",
  })
  void an_event_says_what_it_is_about(String text, String other, String property) {
    assertThatProblems(OurFiles.all().with(ASSIGNMENT, text, other)).anySatisfy(problem -> {
      assertThat(problem.resource()).isEqualTo(ASSIGNMENT);
      assertThat(problem.elementIds()).isNotEmpty();
      assertThat(problem.property()).isEqualTo(property);
    });
  }

  @Test
  void pauses_between_attempts_are_lengths_of_time() {
    String file = "processes/actions/notification.bpmn";
    assertRefused(OurFiles.all().with(file, "PT10S,PT1M,PT5M,PT30M", "PT10S,PT1M,PT5M,PT30"),
        file, "sendTheMessage", "failedJobRetryTimeCycle", "PT10S");
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      # file => text => other => element => property => words
      stages/assignment.bpmn => id="onDemand_information" => `` => assignment => id => On demand: Information
      stages/attendance.bpmn => default="flow_workCompleted_toTemporaryFix" => default="flow_assign_sendAssignEmail" \
      => workCompleted => default => drawn in the same box
      stages/cancellation.bpmn => <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P30D</bpmn:timeDuration> \
          => <bpmn:timeCycle xsi:type="bpmn:tFormalExpression">R/P30D</bpmn:timeCycle> => thirtyDays => timeCycle \
          => Only the start of a diagram
      stages/cancellation.bpmn => <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P30D</bpmn:timeDuration> => `` \
      => thirtyDays => timerEventDefinition => P30D
      stages/assignment.bpmn => <bpmn:messageEventDefinition id="notReached_def" \
      messageRef="message_not_reached" /> => `` => notReached => eventDefinition => what triggers it
      actions/notes.bpmn => bpmnElement="addNotesPublic" => bpmnElement="addNotes" => addNotesPublic_di => bpmnElement \
      => Delete it in the Modeler
      stages/assignment.bpmn => attachedToRef="acceptJob" => attachedToRef="information" => notReached => \
      attachedToRef => drawn in the same box
      stages/assignment.bpmn => escalation id="escalation_refused" => escalation id="refused_code" => refused => \
      escalationRef => There is no escalation
      """)
  void a_piece_refers_to_what_is_there(
      String file, String text, String other, String element, String property, String words) {
    assertThatProblems(OurFiles.all().with("processes/" + file, text, other)).anySatisfy(problem -> {
      assertThat(problem.property()).isEqualTo(property);
      assertThat(problem.message()).contains(words);
      assertThat(problem.elementIds()).isNotEmpty();
    });
  }

  /** What the reader of models cannot take, with the element it stops at. */
  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      # file => text => other => element => property => words
      actions/notes.bpmn => sourceRef="asked_addNotesPublic" => `` => flow_asked_addNotesPublic_addNotesPublic => \
      sourceRef => must appear
      actions/notes.bpmn => sourceRef="asked_addNotesPublic" => sourceRef="asked" => \
      flow_asked_addNotesPublic_addNotesPublic => sequenceFlow => "asked"
      actions/notes.bpmn => isExecutable="true" => isExecutable="tru" => notes => isExecutable => 'tru'
      decisions/chase-times.dmn => <text>occasion</text> => <text>occasion</text><text>a</text> => \
      chase-times-inputExpression-occasion => `` => DMN 1.3
      decisions/chase-times.dmn => hitPolicy="UNIQUE" => hitPolicy="UNIQU" => chase-times-table => hitPolicy => 'UNIQU'
      """)
  void what_its_standard_does_not_know_is_told_at_its_element(
      String file, String text, String other, String element, String property, String words) {
    assertRefused(OurFiles.all().with("processes/" + file, text, other), "processes/" + file, element,
        property.isEmpty() ? null : property, words);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      # of the start of reactive.bpmn: text => other => property => words
      name="label" value="Reactive" => name="label" value="" => label => Give the order type a name
      name="label" value="Reactive" => name="colour" value="red" => properties => numbersBeginWith
      name="action" value="Log Work Order" => name="action" value=" " => action => Give the action that logs an order a name
      name="numbersBeginWith" value="R" => name="numbersBeginWith" value="r1" => numbersBeginWith => capital letters
      name="numbersBeginWith" value="R" => name="numbersBeginWith" value="" => numbersBeginWith => capital letters
      name="numbersBeginWith" value="R" => name="numbersBeginWith" value="X" => numbersBeginWith => Keep "R"
      name="statusDigit" value="0" => name="statusDigit" value="ten" => statusDigit => a single digit
      name="statusDigit" value="0" => name="statusDigit" value="7" => statusDigit => Keep "0"
      name="roles" value="helpdesk, admin" => name="roles" value="" => roles => Name at least one group
      name="roles" value="helpdesk, admin" => name="roles" value="everybody" => roles => everybody
      """)
  void a_lifecycle_says_what_tells_its_orders_from_others(String text, String other, String property, String words) {
    assertRefused(OurFiles.all().with(REACTIVE, text, other), REACTIVE, "callTaken", property, words);
  }

  @ParameterizedTest
  @CsvSource({"SVY, R, numbersBeginWith", "6, 0, statusDigit"})
  void two_types_of_order_do_not_look_alike(String own, String taken, String property) throws IOException {
    String survey = Files.readString(Path.of("src/test/resources/lifecycles/site-survey.bpmn"));
    String file = "processes/lifecycles/site-survey.bpmn";
    OurFiles files = OurFiles.all().with("forms/book-site-survey.form",
        OurFiles.all().text("forms/log-work-order.form").replace("log-work-order", "book-site-survey"));
    assertThatProblems(files.with(file, survey)).isEmpty();
    assertRefused(files.with(file, survey.replace("value=\"" + own + "\"", "value=\"" + taken + "\"")), file,
        "callTaken", property, "already used by the order type Reactive");
  }

  @Test
  void a_lifecycle_stays_one() {
    OurFiles files = OurFiles.all().with(REACTIVE, "camunda:formRef=\"log-work-order\"", "");
    assertRefused(files, REACTIVE, "reactive", "startEvent", "starts with one form");
  }

  /** Whatever is left out, each check goes on, and one of them says what is missing. */
  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      actions/notes.bpmn => camunda:property name="menu" => camunda:property
      actions/notes.bpmn => process id="notes" => process
      actions/notes.bpmn => message id="message_add_notes_public" name="add-notes-public" => \
      message id="message_add_notes_public"
      actions/notes.bpmn => sequenceFlow id="flow_asked_addNotesPublic_addNotesPublic" => sequenceFlow
      lifecycles/reactive.bpmn => calledElement="batch" => ``
      decisions/chase-times.dmn => name="after" => ``
      decisions/chase-times.dmn => <text>occasion</text> => ``
      decisions/chase-times.dmn => <text>"no answer"</text> => ``
      """)
  void what_is_left_out_keeps_no_check_from_its_work(String file, String text, String other) {
    assertThatProblems(OurFiles.all().with("processes/" + file, text, other)).isNotEmpty()
        .noneMatch(problem -> problem.message().contains("cannot be checked"));
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      # form => text => other => element => property => words
      stop-job => "key": "stoppedAt" => "key": "stopped" => `` => stoppedAt => recordEndOfVisit in processes/stages
      edit-delivery-charge => "type": "number" => "type": "textfield" => amount => type => it must be a number
      stop-job => "value": "completed" => "value": "done" => outcome => values => "completed"
      eta-provided => "required": true => "required": false => eta => required => must be required
      change-resource => rankedResources => sites => resource => valuesKey => rankedResources
      documents => "value": "add" => "value": "ad" => what => values => "edit details"
      documents => not(what = \\"remove\\") => what = \\"remove\\" => reason => hide => when "what" is "remove"
      start-job-field-team => "key": "asbestosRead" => "key": "asbestos" => `` => asbestosRead => recordStartOfVisit
      allocate-resource => "key": "scheduleKind" => "key": "kind" => `` => scheduleKind => allocateAndSchedule
      log-work-order => "key": "workType" => "key": "workTyp" => `` => workType => logTheOrder
      cancel-job => "key": "reason" => "key": "reaso" => `` => reason => the application fills in itself
      reinstate => "value": "with visit" => "value": "with a visit" => how => values => with visit
      """)
  void a_form_has_what_is_read_of_it(
      String form, String text, String other, String element, String property, String words) {
    String file = "forms/" + form + ".form";
    assertRefused(OurFiles.all().with(file, text, other), file, element.isEmpty() ? null : element, property, words);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      # file => text => other => element => property => words
      actions/details.bpmn => {changeTheCallerDelegate} => {changeTheReasonDelegate} => changeTheCaller => \
      delegateExpression => no field "reason"
      actions/notification.bpmn => {sendTheMessageDelegate} => {recordFeedbackDelegate} => sendTheMessage => \
      delegateExpression => no form is completed before it
      stages/attendance.bpmn => ${form.outcome == 'completed'} => ${form.outcome == 'done'} => \
      flow_workCompleted_sendCompletedEmailAfterVisit => conditionExpression => "revisit required"
      stages/attendance.bpmn => ${form.outcome == 'completed'} => ${form.decision == 'accept'} => \
      flow_workCompleted_sendCompletedEmailAfterVisit => conditionExpression => stop-job
      """)
  void steps_and_questions_read_the_form_that_comes_before_them(
      String file, String text, String other, String element, String property, String words) {
    assertThatProblems(OurFiles.all().with("processes/" + file, text, other)).anySatisfy(problem -> {
      assertThat(problem.resource()).isEqualTo("processes/" + file);
      assertThat(problem.elementIds()).isNotEmpty();
      assertThat(problem.property()).isEqualTo(property);
      assertThat(problem.message()).contains(words);
    });
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", value = {
      "start-job-field-team => \"decimalDigits\": 0 => \"decimalDigits\": -1 => attending => decimalDigits",
      "start-job-field-team => \"max\": 99 => \"max\": 0 => attending => min",
      "cancel-job => \"maxLength\": 200 => \"maxLength\": 0 => reason => maxLength",
  })
  void a_field_can_be_filled_in(String form, String text, String other, String element, String property) {
    assertRefused(OurFiles.all().with("forms/" + form + ".form", text, other), "forms/" + form + ".form", element,
        property, "");
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      # file => text => other => element => property
      authorisation-question.bpmn => name="whileLocked" value="yes" => name="whileLocked" value="no" => \
      answerAuthorisationQuestion => whileLocked
      authorisation.bpmn => {lockTheOrderDelegate} => {askTheProfileDelegate} => unlockAuthorised => delegateExpression
      authorisation.bpmn => {unlockTheOrderDelegate} => {askTheProfileDelegate} => lockTheOrder => delegateExpression
      """)
  void a_locked_order_can_be_unlocked(String file, String text, String other, String element, String property) {
    assertRefused(OurFiles.all().with("processes/stages/" + file, text, other), "processes/stages/" + file, element,
        property, "locked");
  }

  @Test
  void what_needs_somebody_elses_machine_is_no_part_of_an_action() {
    String file = "processes/actions/notification.bpmn";
    assertRefused(OurFiles.all().with(file, "camunda:asyncBefore=\"true\"", ""), file, "sendTheMessage", "asyncBefore",
        "must be on");
  }

  /** What is an owner's to decide, each beside what is refused above. */
  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      processes/actions/notes.bpmn => name="Add Notes - Public" => name="Write a note"
      processes/actions/notes.bpmn => name="offeredIn" value="*" => name="offeredIn" value="1.*, 2.x0"
      processes/actions/notes.bpmn => name="menu" value="Agent,In,Out" => name="menu" value="Agent"
      processes/actions/visits.bpmn => name="offeredIf" value="visited" => name="roles" value="manager"
      processes/stages/attendance.bpmn => name="Work completed?" => name="All done?"
      processes/stages/cancellation.bpmn => >P30D< => >P60D<
      processes/actions/notification.bpmn => PT10S,PT1M,PT5M,PT30M => PT1M,PT1H
      processes/decisions/chase-times.dmn => "PT15M" => "PT20M"
      processes/decisions/vat-rates.dmn => <text>20</text> => <text>21</text>
      forms/stop-job.form => "label": "Notes" => "label": "What else?"
      forms/stop-job.form => "key": "fixCode" => "key": "codeOfTheFix"
      forms/cancel-job.form => "maxLength": 200 => "maxLength": 500
      forms/log-work-order.form => "key": "client" => "key": "customer"
      """)
  void what_is_for_the_owner_to_decide_is_taken(String file, String text, String other) {
    assertThatProblems(OurFiles.all().with(file, text, other)).isEmpty();
  }

  @Test
  void what_is_read_of_forms_is_told_of_steps_there_are() {
    String sheets = OurFiles.all().contents().keySet().stream().filter(file -> file.endsWith(".bpmn"))
        .map(OurFiles.all()::text).collect(Collectors.joining());
    assertThat(StepContract.steps()).allSatisfy(step -> assertThat(sheets).contains("${" + step + "}"));
  }
}
