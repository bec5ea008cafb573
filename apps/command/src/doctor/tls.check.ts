import { plainConnections, tlsFiles, type Config } from '@upstander/platform';
import { X509Certificate } from 'node:crypto';
import { findingsFor, type Check, type Finding } from './finding.js';

const day = 86_400_000;
/** Renewal is overdue: authorities that renew automatically do so a month before the end. */
const minCertificateDays = 14;

const findings = findingsFor('tls');

export const tls: Check = {
  about: 'tls',
  async runCheck({ config }) {
    return [connections(config), ...certificate(config)];
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
  return files ? [lifetime(new X509Certificate(files.cert).validTo, Date.now())] : [];
}

export function lifetime(validTo: string, now: number): Finding {
  const left = Date.parse(validTo) - now;
  if (left < 0) return findings.wrong(`The certificate in TLS_CERT_FILE expired on ${validTo}.`, 'Renew it.');
  const says = `The certificate in TLS_CERT_FILE is valid until ${validTo}.`;
  if (left > minCertificateDays * day) return findings.ok(says);
  return findings.warning(says, 'Renew it: the programs load the new files without a restart.');
}
