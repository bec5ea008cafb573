/** Top-level domains that are never public (RFC 2606, RFC 6762, ICANN's .internal). */
const privateDomains = /(?:^|\.)(?:invalid|test|example|localhost|local|internal)$/;

export function isPublicDomain(domain: string): boolean {
  return domain.includes('.') && !privateDomains.test(domain);
}
