import type { ServerResponse } from 'node:http';

const common = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not `no-referrer`: browsers then send `Origin: null` with a form, and a form could not be told from a forged one.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=(), interest-cohort=()',
  'x-permitted-cross-domain-policies': 'none',
};

export interface PageNeeds {
  /** A form of it leads on to a payment page: browsers hold redirects after a form to `form-action` too. */
  pays?: boolean;
  /** It runs our own script, which does a sum to show that no machine is trying out cards. */
  proves?: boolean;
}

/** Public pages run no script at all, so their policy allows none; `paymentHosts` are where donors pay. */
export function sitePolicy(needs: PageNeeds = {}, paymentHosts: readonly string[] = []): string {
  const script = needs.proves ? "script-src 'self'; " : '';
  const forms = needs.pays ? ["'self'", ...paymentHosts].join(' ') : "'self'";
  return `default-src 'none'; ${script}style-src 'self'; img-src 'self' data:; form-action ${forms}; base-uri 'none'; frame-ancestors 'none'`;
}

/** Where donors pay and put in a new card: at Stripe, or where the API answers that stands in for it. */
export function paymentHosts(stripeUrl: string): string[] {
  const { origin } = new URL(stripeUrl);
  return origin === 'https://api.stripe.com' ? ['https://checkout.stripe.com', 'https://billing.stripe.com'] : [origin];
}

/** Mantine writes style elements and attributes at run time; scripts come from our own files only. */
export const adminPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Sets what every page carries; `strict-transport-security` only where the site is reached by TLS. */
export function setSecurityHeaders(response: ServerResponse, policy: string, tls: boolean): void {
  for (const [name, value] of Object.entries(common)) response.setHeader(name, value);
  response.setHeader('content-security-policy', policy);
  if (tls) response.setHeader('strict-transport-security', 'max-age=31536000');
}
