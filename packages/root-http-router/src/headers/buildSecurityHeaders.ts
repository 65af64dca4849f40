const SELF = "'self'";
const NONE = "'none'";

/**
 * What a page of the portal may load, run and reach: the portal, and nothing else.
 */
const CONTENT_SECURITY_POLICY: Record<string, string[]> = {
  'default-src': [SELF],
  'base-uri': [SELF],
  'connect-src': [SELF],
  'font-src': [SELF, 'data:'],
  'form-action': [SELF],
  'frame-ancestors': [NONE],
  'frame-src': [NONE],
  'img-src': [SELF, 'data:'],
  'manifest-src': [SELF],
  'media-src': [SELF],
  'object-src': [NONE],
  // Backstage compiles JSON schemas in the browser (AJV), some of them while it
  // loads; without this no page shows: docs/reference/front-door.md.
  'script-src': [SELF, "'unsafe-eval'"],
  'script-src-attr': [NONE],
  // Material UI 4 (JSS) and the documentation pages add <style> elements while
  // they run; styles cannot run code, and can load nothing from elsewhere.
  'style-src': [SELF, "'unsafe-inline'"],
  'worker-src': [SELF],
};

/** Everything in a browser that the portal does not need. */
const PERMISSIONS_POLICY = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'web-share',
  'xr-spatial-tracking',
].map(feature => `${feature}=()`);

// Two years, what hstspreload.org and the NCSC guidelines for TLS ask at least one of.
const STRICT_TRANSPORT_SECURITY = 'max-age=63072000; includeSubDomains';

function formatPolicy(directives: Record<string, string[]>): string {
  return Object.entries(directives)
    .map(([directive, values]) => [directive, ...values].join(' '))
    .join('; ');
}

/**
 * Headers of every answer.
 *
 * @param options - `isHttps`: whether people meet the portal over TLS
 * @internal
 */
export function buildSecurityHeaders(options: {
  isHttps: boolean;
}): Record<string, string> {
  const { isHttps } = options;
  return {
    'Content-Security-Policy': formatPolicy({
      ...CONTENT_SECURITY_POLICY,
      ...(isHttps && { 'upgrade-insecure-requests': [] }),
    }),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'Permissions-Policy': PERMISSIONS_POLICY.join(', '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-DNS-Prefetch-Control': 'off',
    'X-Download-Options': 'noopen',
    // For browsers that do not know frame-ancestors.
    'X-Frame-Options': 'DENY',
    'X-Permitted-Cross-Domain-Policies': 'none',
    ...(isHttps && { 'Strict-Transport-Security': STRICT_TRANSPORT_SECURITY }),
  };
}

/**
 * Policy of an answer of the API: data, never a page. NL API Design Rules
 * 2.2, `/core/transport/security-headers`.
 *
 * @internal
 */
export const API_CONTENT_SECURITY_POLICY = formatPolicy({
  'default-src': [NONE],
  'base-uri': [NONE],
  'form-action': [NONE],
  'frame-ancestors': [NONE],
});
