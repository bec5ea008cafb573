import type { ServerResponse } from 'node:http';
import { strictTransport } from '../http/answer-headers.js';

function permissions(camera: string): string {
  return `camera=${camera}, microphone=(), geolocation=(), browsing-topics=(), interest-cohort=()`;
}

const common = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // With `no-referrer`, browsers send `Origin: null` with forms, which look forged (see quiet-pages.ts).
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': permissions('()'),
  'x-permitted-cross-domain-policies': 'none',
};

const texts: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  txt: 'text/plain',
};

export function setCharset(response: ServerResponse, path: string): void {
  const type = texts[path.slice(path.lastIndexOf('.') + 1)];
  if (type) response.setHeader('content-type', `${type}; charset=utf-8`);
}

export interface PageNeeds {
  /** A form redirects to a payment page. Browsers apply `form-action` to such redirects too. */
  pays?: boolean;
  /** Runs the script that shows totals while a donor types. */
  totals?: boolean;
  /** Runs the proof-of-work script against card testing. */
  proves?: boolean;
  /** Runs the script that encrypts text before it is sent. */
  seals?: boolean;
}

export interface Place {
  /** Hosts of this site with their ports: the public one and the requested one. */
  hosts: readonly string[];
  paymentHosts: readonly string[];
}

/** The style for fades between pages (apps/site/src/frame/page-transition.ts). `site-motion.spec.ts` fails if it changes. */
const transitionHash = 'SX7UqyxGVDSLzV90icKkPuaEGi8NcinaZfagIyBzAuY=';

/** Scripts are allowed by URL, so that no other file on this host can run. */
export function sitePolicy({ hosts, paymentHosts }: Place, needs: PageNeeds = {}): string {
  const files = [
    'leave.js',
    ...(needs.totals ? ['give.js'] : []),
    ...(needs.proves ? ['prove.js'] : []),
    ...(needs.seals ? ['seal.js'] : []),
  ];
  const scripts = hosts.flatMap((host) => files.map((file) => `${host}/${file}`)).join(' ');
  const forms = needs.pays ? ["'self'", ...paymentHosts].join(' ') : "'self'";
  return `default-src 'none'; script-src ${scripts}; style-src 'self' 'sha256-${transitionHash}'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; form-action ${forms}; base-uri 'none'; frame-ancestors 'none'`;
}

/** Uses the requested host only if it is well-formed. */
export function hostsOf(publicUrl: URL, requestedHost: string | undefined): string[] {
  const hosts = [publicUrl.host];
  if (requestedHost !== undefined && requestedHost !== publicUrl.host && /^[\w.-]+(?::\d+)?$/.test(requestedHost))
    hosts.push(requestedHost);
  return hosts;
}

export function paymentHosts(stripeUrl: string): string[] {
  const { origin } = new URL(stripeUrl);
  return origin === 'https://api.stripe.com' ? ['https://checkout.stripe.com', 'https://billing.stripe.com'] : [origin];
}

/** Mantine adds style elements and attributes at run time. Scripts are limited to our own files. */
const adminPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Check-in screens scan codes with the camera, in some browsers with our WebAssembly module. Other pages may not. */
const checkInPolicy = adminPolicy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");
const checkInPath = /^\/(?:events\/[^/?]+\/)?(?:check-in|kiosk)\/?(?:\?|$)/;

export function setAdminHeaders(response: ServerResponse, path: string, tls: boolean): void {
  const isCheckIn = checkInPath.test(path);
  setSecurityHeaders(response, isCheckIn ? checkInPolicy : adminPolicy, tls);
  if (isCheckIn) response.setHeader('permissions-policy', permissions('(self)'));
}

const commonHeaders = Object.entries(common);

export function setSecurityHeaders(response: ServerResponse, policy: string, tls: boolean): void {
  for (const [name, value] of commonHeaders) response.setHeader(name, value);
  response.setHeader('content-security-policy', policy);
  if (tls) response.setHeader('strict-transport-security', strictTransport);
}
