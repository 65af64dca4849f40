import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import express, { type RequestHandler } from 'express';

interface Token {
  id: string;
  name: string;
  team: string;
  state: 'active' | 'revoked';
}

interface Credential {
  id: string;
  description: string;
  expiresAt: string;
  revokedAt?: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY_MS).toISOString();

/** Stands in for the plugins that a review asks and has revoke, over real HTTP. */
export class FakePortalApi {
  tokens: Token[] = [];
  credentials: Credential[] = [];
  /** Answered instead of the answer; undefined: as it should. */
  status: { 'machine-access'?: number; 'free-tier'?: number } = {};
  /** What was asked, as who. */
  calls: string[] = [];
  /** Runs before the answer to a call that takes something away. */
  beforeRevoke: () => void = () => {};

  reset() {
    this.status = {};
    this.calls = [];
    this.beforeRevoke = () => {};
    this.tokens = [
      { id: 't1', name: 'uitrol', team: 'burgerzaken', state: 'active' },
      { id: 't2', name: 'oud', team: 'burgerzaken', state: 'revoked' },
      { id: 't3', name: 'anders', team: 'vergunningen', state: 'active' },
    ];
    this.credentials = [
      { id: 'k1', description: 'pijplijn', expiresAt: inDays(1) },
      { id: 'k2', description: 'verlopen', expiresAt: inDays(-1) },
      {
        id: 'k3',
        description: 'weg',
        expiresAt: inDays(1),
        revokedAt: inDays(-1),
      },
    ];
  }

  features() {
    return [
      this.#plugin('machine-access', router => this.#addTokens(router)),
      this.#plugin('free-tier', router => this.#addClusters(router)),
    ];
  }

  #addTokens(router: express.Router) {
    router.get('/v1/tokens', (req, res) => {
      const { team, state } = req.query;
      const items = this.tokens
        .filter(token => `group:default/${token.team}` === team)
        .filter(token => token.state === state)
        .map(token => ({
          ...token,
          permissions: ['free-tier.cluster.read'],
          createdAt: inDays(-10),
          expiresAt: inDays(10),
        }));
      res.json({ items });
    });
    router.delete('/v1/tokens/:id', (req, res) => {
      this.beforeRevoke();
      const token = this.tokens.find(({ id }) => id === req.params.id);
      if (token) token.state = 'revoked';
      res.status(token ? 204 : 404).end();
    });
  }

  #addClusters(router: express.Router) {
    router.get('/v1/clusters', (req, res) => {
      if (req.query.scope === 'all') {
        res.status(403).json({});
        return;
      }
      const isOurs = req.query.owner === 'group:default/burgerzaken';
      res.json({ items: isOurs ? [{ id: 'c1', name: 'proef' }] : [] });
    });
    router.get('/v1/clusters/c1/kubeconfigs', (_req, res) => {
      const items = this.credentials.map(credential => ({
        ...credential,
        createdAt: inDays(-2),
      }));
      res.json({ items });
    });
    router.delete('/v1/clusters/c1/kubeconfigs/:id', (req, res) => {
      const known = this.credentials.find(({ id }) => id === req.params.id);
      if (known) known.revokedAt = new Date().toISOString();
      res.status(known ? 204 : 404).end();
    });
  }

  #plugin(
    pluginId: 'machine-access' | 'free-tier',
    addRoutes: (router: express.Router) => void,
  ) {
    return createBackendPlugin({
      pluginId,
      register: env => {
        env.registerInit({
          deps: {
            httpRouter: coreServices.httpRouter,
            httpAuth: coreServices.httpAuth,
          },
          init: async ({ httpRouter, httpAuth }) => {
            const remember: RequestHandler = (req, res, next) => {
              httpAuth
                .credentials(req, { allow: ['user'] })
                .then(({ principal }) => {
                  this.calls.push(
                    `${principal.userEntityRef} ${req.method} ${req.path}`,
                  );
                  const status = this.status[pluginId];
                  if (status) res.status(status).json({ items: 'geheim' });
                  else next();
                }, next);
            };
            const router = express.Router();
            router.use(remember);
            addRoutes(router);
            httpRouter.use(router);
          },
        });
      },
    });
  }
}
