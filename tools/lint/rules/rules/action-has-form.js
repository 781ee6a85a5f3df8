/** A user task is an agent action: it has a name agents read and a form of its own. */
module.exports = () => ({
  check(node, reporter) {
    if (node.$type !== 'bpmn:UserTask') {
      return;
    }
    if (!node.name?.trim()) {
      reporter.report(node.id, 'An agent action needs the name that stands in the menu', ['name']);
    }
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(node.$attrs['camunda:formRef'] ?? '')) {
      reporter.report(node.id, 'An agent action needs a Camunda form; its ID is the key of the action, such as "accept-job"');
    }
    if (node.$attrs['camunda:formRefBinding'] !== 'deployment') {
      reporter.report(node.id, 'The form must be bound to the deployment, or orders under way change theirs');
    }
  },
});
