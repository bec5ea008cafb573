import { plainConnections, servedUntil, tlsFiles, type Config } from '@upstander/platform';
import { X509Certificate } from 'node:crypto';
import { findingsFor, type Check, type Finding } from './finding.js';

const day = 86_400_000;
/** Renewal is overdue: authorities that renew automatically do so a month before the end. */
const minCertificateDays = 14;

const findings = findingsFor('tls');

export const tls: Check = {
  about: 'tls',
  async runCheck({ config }) {
    return [connections(config), ...certificate(config), ...(await servedCertificates(config))];
  },
};

function connections(config: Config): Finding {
  if (config.REQUIRE_TLS) return findings.ok('Every connection of the programs is encrypted (REQUIRE_TLS).');
  const plain = plainConnections(config).map((sentence) => sentence.split(' ', 1)[0]);
  if (plain.length === 0)
    return findings.ok('No setting leads to a plain connection. REQUIRE_TLS=true keeps it that way.');
  const says = `Not encrypted: ${[...new Set(plain)].join(', ')}.`;
  if (config.NODE_ENV !== 'production') return findings.ok(says);
  return findings.warning(
    says,
    'Use TLS on private networks too, then set REQUIRE_TLS=true (“Encrypt all connections” in docs/operator-guide.md).',
  );
}

/** @throws ConfigError if the files aren't a certificate and its key. */
function certificate(config: Config): Finding[] {
  const files = tlsFiles(config);
  if (!files) return [];
  const renewal = 'Renew it: the programs load the new files without a restart.';
  return [lifetime('in TLS_CERT_FILE', new X509Certificate(files.cert).validTo, Date.now(), renewal)];
}

/** Reports the certificates that visitors see, which are usually the proxy's. */
async function servedCertificates({ PUBLIC_URL, ADMIN_URL }: Config): Promise<Finding[]> {
  const urls = [PUBLIC_URL, ADMIN_URL].filter((url) => url !== undefined);
  const found = await Promise.all(
    urls.map(async (url) => {
      const validTo = await servedUntil(url);
      // The checks of the site and the admin report that nothing answers.
      return validTo && lifetime(`at ${url}`, validTo.toUTCString(), Date.now(), 'Check that your proxy renews it.');
    }),
  );
  return found.filter((finding) => finding !== null);
}

export function lifetime(which: string, validTo: string, now: number, renewal: string): Finding {
  const left = Date.parse(validTo) - now;
  if (left < 0) return findings.wrong(`The certificate ${which} expired on ${validTo}.`, renewal);
  const says = `The certificate ${which} is valid until ${validTo}.`;
  return left > minCertificateDays * day ? findings.ok(says) : findings.warning(says, renewal);
}
