/** An action on demand says at its start in which menus and statuses it stands; its message is the key of its form. */
module.exports = () => ({
  check(node, reporter) {
    const message = node.$type === 'bpmn:StartEvent'
      && node.eventDefinitions?.find(definition => definition.$type === 'bpmn:MessageEventDefinition')?.messageRef;
    const action = node.outgoing?.[0]?.targetRef;
    if (!message || action?.$type !== 'bpmn:UserTask') {
      return;
    }
    const properties = node.extensionElements?.values
      ?.filter(element => element.$type === 'camunda:properties')
      .flatMap(element => element.$children ?? element.values ?? []) ?? [];
    const named = name => properties.find(property => property.name === name)?.value?.trim();
    if (!named('menu')) {
      reporter.report(node.id, 'An action needs at least one menu: Agent, In or Out');
    }
    if (!named('offeredIn')) {
      reporter.report(node.id, 'Say in which statuses the action is available, e.g. "1.x0, 4.*"; * for all');
    }
    if (message.name !== action.$attrs['camunda:formRef']) {
      reporter.report(node.id, `The message must be named after the action's form: "${action.$attrs['camunda:formRef']}"`);
    }
  },
});
