/**
 * The session store of the auth plugin cleans up once a minute and goes on with
 * that when the portal of a test has stopped. It then fails for want of a
 * database, and with it whichever test runs at that moment.
 */
jest.mock('connect-session-knex', () => {
  const connect = jest.requireActual('connect-session-knex');
  return (session: unknown) => {
    const SessionStore = connect(session);
    return class extends SessionStore {
      constructor(options: object) {
        super({ ...options, disableDbCleanup: true });
      }
    };
  };
});

export {};
