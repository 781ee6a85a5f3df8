// Replaces the empty file of the same name in Camunda's own jar.
export default {
  customScripts: ['../tasklist/scripts/jobline/single-sign-on.js']
};
