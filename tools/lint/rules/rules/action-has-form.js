/** A user task is an agent action: it has a name agents read and a form of its own. */
module.exports = () => ({
  check(node, reporter) {
    if (node.$type !== 'bpmn:UserTask') {
      return;
    }
    if (!node.name?.trim()) {
      reporter.report(node.id, 'An agent action needs a name, which agents see in the menu', ['name']);
    }
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(node.$attrs['camunda:formRef'] ?? '')) {
      reporter.report(node.id, 'An agent action needs a Camunda form; its ID is the key of the action, e.g. "accept-job"');
    }
    if (node.$attrs['camunda:formRefBinding'] !== 'deployment') {
      reporter.report(node.id, 'Bind the form to the deployment, or running orders would get the new one');
    }
  },
});
