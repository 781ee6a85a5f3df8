// Replaces the file of the same name in Camunda's own jar, whose shortcuts it keeps.
const isGerman = navigator.language.toLowerCase().startsWith('de');

export default {
  app: {
    name: 'Helpdesk',
    vendor: 'Jobline'
  },

  locales: {
    availableLocales: ['en', 'de'],
    fallbackLocale: 'en'
  },

  customScripts: ['scripts/jobline/desk.js'],

  disableWelcomeMessage: true,

  shortcuts: {
    findOrder: {
      key: '/',
      description: isGerman ? 'Auftrag nach Nummer oder Text suchen' : 'Find an order by number or text'
    },
    agentAction: {
      key: 'ctrl+alt+a',
      description: isGerman ? 'Aktionsmenü des angezeigten Auftrags öffnen'
        : 'Open the Agent Action menu of this order'
    },
    orders: {
      key: 'ctrl+alt+o',
      description: isGerman ? 'Alle Aufträge als Tabelle anzeigen' : 'Show all orders as a table'
    },
    claimTask: {
      key: 'ctrl+alt+c',
      description: isGerman ? 'Angezeigten Vorgang übernehmen' : 'Claim the job shown'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: isGerman ? 'Zur ersten Liste gehen' : 'Go to the first list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: isGerman ? 'Zum ersten Vorgang der Liste gehen' : 'Go to the first job in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: isGerman ? 'Zum ersten Feld des Formulars gehen' : 'Go to the first field of the form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: isGerman ? 'Auftrag erfassen' : 'Log a work order'
    }
  }
};
