// Replaces the file of the same name in Camunda's own jar, whose shortcuts it keeps.
export default {
  app: {
    name: 'Helpdesk',
    vendor: 'Jobline'
  },

  customScripts: ['scripts/jobline/desk.js'],

  disableWelcomeMessage: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'sets the focus to the first input field in a task form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'opens the start process modal dialog'
    },
    orders: {
      key: 'ctrl+alt+o',
      description: 'shows all orders as a table'
    }
  }
};
