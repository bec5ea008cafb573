import type { ServerResponse } from 'node:http';
import { strictTransport } from '../http/answer-headers.js';

function permissions(camera: string): string {
  return `camera=${camera}, microphone=(), geolocation=(), browsing-topics=(), interest-cohort=()`;
}

const common = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not `no-referrer`: browsers then send `Origin: null` with a form, and a form could not be told from a forged one. The
  // quiet pages have it all the same, see quiet-pages.ts.
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

/** Says of a built file that it is UTF-8, where that is not said by its kind. */
export function setCharset(response: ServerResponse, path: string): void {
  const type = texts[path.slice(path.lastIndexOf('.') + 1)];
  if (type) response.setHeader('content-type', `${type}; charset=utf-8`);
}

export interface PageNeeds {
  /** A form of it leads on to a payment page: browsers hold redirects after a form to `form-action` too. */
  pays?: boolean;
  /** It runs our own script that does a sum, to show that no machine is trying out cards. */
  proves?: boolean;
  /** It runs our own script that seals what somebody writes before it is sent. */
  seals?: boolean;
}

export interface Place {
  /** Every host by which this site is reached, with its port: the public one, and the one that was asked. */
  hosts: readonly string[];
  /** Where donors pay. */
  paymentHosts: readonly string[];
}

/**
 * Every page may run the script of the quick way out, and each page what it needs beyond that: by its address, so that
 * nothing else on this host can be run as a script. Everything that is not named is forbidden.
 */
export function sitePolicy({ hosts, paymentHosts }: Place, needs: PageNeeds = {}): string {
  const files = ['leave.js', ...(needs.proves ? ['prove.js'] : []), ...(needs.seals ? ['seal.js'] : [])];
  const scripts = hosts.flatMap((host) => files.map((file) => `${host}/${file}`)).join(' ');
  const forms = needs.pays ? ["'self'", ...paymentHosts].join(' ') : "'self'";
  return `default-src 'none'; script-src ${scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; form-action ${forms}; base-uri 'none'; frame-ancestors 'none'`;
}

/** The hosts a policy may name: what a browser typed is believed only where it is a host and nothing else. */
export function hostsOf(publicUrl: URL, asked: string | undefined): string[] {
  const known = [publicUrl.host];
  if (asked !== undefined && asked !== publicUrl.host && /^[\w.-]+(?::\d+)?$/.test(asked)) known.push(asked);
  return known;
}

/** Where donors pay and put in a new card: at Stripe, or where the API answers that stands in for it. */
export function paymentHosts(stripeUrl: string): string[] {
  const { origin } = new URL(stripeUrl);
  return origin === 'https://api.stripe.com' ? ['https://checkout.stripe.com', 'https://billing.stripe.com'] : [origin];
}

/** Mantine writes style elements and attributes at run time; scripts come from our own files only. */
const adminPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The screens at the door read codes with the camera, some browsers by a program of ours in WebAssembly; no other page does. */
const doorPolicy = adminPolicy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");
const atTheDoor = /^\/(?:events\/[^/?]+\/)?(?:check-in|kiosk)\/?(?:\?|$)/;

/** What a screen of the admin carries; `path` as the admin knows it. */
export function setAdminHeaders(response: ServerResponse, path: string, tls: boolean): void {
  const door = atTheDoor.test(path);
  setSecurityHeaders(response, door ? doorPolicy : adminPolicy, tls);
  if (door) response.setHeader('permissions-policy', permissions('(self)'));
}

const commonHeaders = Object.entries(common);

/** Sets what every page carries; `strict-transport-security` only where the site is reached by TLS. */
export function setSecurityHeaders(response: ServerResponse, policy: string, tls: boolean): void {
  for (const [name, value] of commonHeaders) response.setHeader(name, value);
  response.setHeader('content-security-policy', policy);
  if (tls) response.setHeader('strict-transport-security', strictTransport);
}
