/**
 * Loaded before the portal in the process of a test: remembers what plugins
 * mount on the root router, and tells the routes to whoever asks over IPC.
 */
import { DefaultRootHttpRouter } from '@backstage/backend-defaults/rootHttpRouter';
import express from 'express';
import { LIST_ROUTES, listRoutes } from './listRoutes';

const mounted: { path: string; handler: unknown }[] = [];
const { use } = DefaultRootHttpRouter.prototype;

DefaultRootHttpRouter.prototype.use = function recordingUse(path, handler) {
  mounted.push({ path, handler });
  return use.call(this, path, handler);
};

// express-promise-router hides what it wraps, except when its name is this; the
// scaffolder hands over a whole application.
const { init } = express.application as unknown as { init(): void };
Object.assign(express.application, {
  init(this: object) {
    Object.defineProperty(this, 'name', { value: 'router' });
    init.call(this);
  },
});

process.on('message', message => {
  if (message !== LIST_ROUTES) return;
  const routes = mounted.flatMap(({ path, handler }) =>
    listRoutes(path, handler),
  );
  process.send?.({ routes });
});
// Somebody listening must not keep a portal alive that has stopped.
process.channel?.unref();
