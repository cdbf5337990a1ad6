import { defineRules } from '../../core/write/rules.js';

/** Everybody's days, language and forms may depend on the organisation's. */
defineRules('Organization', {
  reads: [],
  prepare({ afterCommit, services, viewer }) {
    afterCommit.push(() => services.auth.forget(viewer.org));
    return Promise.resolve();
  },
});
