import { discoverProvider } from '@upstander/identity';
import { findingsFor, type Check } from './finding.js';

const findings = findingsFor('sign-on');

export const signOn: Check = {
  about: 'sign-on',
  async runCheck({ config }) {
    const { OIDC_ISSUER: issuer, OIDC_NAME: name, adminUrl } = config;
    if (issuer === undefined) return [findings.ok('Single sign-on is not set up.')];
    try {
      const server = (await discoverProvider(config)).serverMetadata();
      const missing = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'].filter((key) => !server[key]);
      if (missing.length > 0)
        return [
          findings.wrong(
            `The metadata at OIDC_ISSUER has no ${missing.join(' or ')}.`,
            'Set OIDC_ISSUER to the issuer of an OpenID Connect provider.',
          ),
        ];
    } catch {
      return [
        findings.wrong(
          `No OpenID Connect provider with this issuer answers at ${issuer}.`,
          `Open ${issuer.replace(/\/$/, '')}/.well-known/openid-configuration, and set OIDC_ISSUER to exactly the “issuer” in it.`,
        ),
      ];
    }
    return [findings.ok(`Staff can sign in with ${name}. Its redirect URI must be ${adminUrl}/sso/callback.`)];
  },
};
