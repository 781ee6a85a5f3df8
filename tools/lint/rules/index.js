module.exports = {
  configs: {
    all: {
      rules: {
        'action-has-form': 'error',
        'on-demand-is-titled': 'error',
        'only-our-pieces': 'error',
        'side-effect-calls-a-bean': 'error',
        'start-says-where-it-is-offered': 'error',
        'status-is-numbered': 'error',
      },
    },
  },
};
