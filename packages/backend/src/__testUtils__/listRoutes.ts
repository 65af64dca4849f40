/** What a test sends to the portal's process to be told its routes. */
export const LIST_ROUTES = 'list-routes';

/** What Express 4 keeps of a route; it has no public way to ask. */
interface Layer {
  regexp: RegExp & { fast_slash?: boolean; fast_star?: boolean };
  route?: { path: unknown; methods: Record<string, boolean> };
  /** A router, an application with a router in it, or a plain handler. */
  handle: { stack?: Layer[]; _router?: { stack: Layer[] }; length?: number };
}

/** One address that the portal answers on. */
export interface Route {
  method: string;
  /** With `:parameters`, as the plugin wrote it. */
  path: string;
}

/** `/^\\/a(?:\\/([^/]+?))\\/?(?=\\/|$)/i` back to `/a/:x`. */
function toPath({ regexp }: Layer): string {
  if (regexp.fast_slash || regexp.fast_star) return '';
  return regexp.source
    .slice(1)
    .replaceAll('(?:\\/([^/]+?))', '/:x')
    .replaceAll('\\/?(?=\\/|$)', '')
    .replace(/\\(.)/g, '$1');
}

function listLayer(prefix: string, layer: Layer): Route[] {
  if (layer.route) {
    const paths = [layer.route.path].flat();
    return paths.flatMap(path =>
      Object.keys(layer.route!.methods).map(method => ({
        method: method === '_all' ? 'GET' : method.toUpperCase(),
        path: prefix + (path === '/' ? '' : String(path)),
      })),
    );
  }
  const here = prefix + toPath(layer);
  const { stack } = layer.handle._router ?? layer.handle;
  if (stack) {
    return stack.flatMap(inner => listLayer(here, inner));
  }
  // A handler below a path of its own, such as a folder of files.
  return layer.regexp.fast_slash || layer.handle.length === 4
    ? []
    : [{ method: 'GET', path: `${here}/x` }];
}

/**
 * Every route of a router of Express 4.
 *
 * @param prefix - where the router is mounted
 * @param router - as Express made it
 */
export function listRoutes(prefix: string, router: unknown): Route[] {
  const { stack = [] } = router as { stack?: Layer[] };
  return stack.flatMap(layer => listLayer(prefix, layer));
}
