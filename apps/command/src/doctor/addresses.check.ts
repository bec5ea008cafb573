import { findingsFor, type Check } from './finding.js';

const patienceMs = 10_000;

export const site: Check = {
  about: 'site',
  async runCheck({ config }) {
    const say = findingsFor('site');
    const { PUBLIC_URL: url, PORT: port, TLS_CERT_FILE: certificate } = config;
    const there = await instanceAt(url);
    if (typeof there === 'number' || there === null)
      return [
        say.wrong(
          `${url}/livez ${there === null ? 'does not answer' : `answers ${there}`}.`,
          'Start the api and point the proxy to it. Add --skip site to skip this check.',
        ),
      ];
    if (there === '')
      return [say.wrong(`At ${url} something answers, but it isn’t Upstander.`, 'Check the proxy’s settings.')];
    // The certificate is for a host name, not for this IP address.
    const here = certificate === undefined ? await instanceAt(`http://127.0.0.1:${port}`) : null;
    if (typeof here !== 'string' || here === '') return [say.ok(`Upstander answers at ${url}.`)];
    // The proxy may have chosen another of several processes.
    for (let tries = 0, seen: unknown = there; tries < 8; tries += 1, seen = await instanceAt(url))
      if (seen === here) return [say.ok(`The api of this machine answers at ${url}.`)];
    return [
      say.warning(
        `Upstander answers at ${url}, but it’s never the one on port ${port} of this machine.`,
        'Check that the proxy points to this machine.',
      ),
    ];
  },
};

/** '' if it isn't Upstander, or the status if it isn't 200. */
async function instanceAt(url: string): Promise<string | number | null> {
  const answer = await fetch(`${url}/livez`, { signal: AbortSignal.timeout(patienceMs), redirect: 'manual' }).catch(
    () => null,
  );
  if (!answer) return null;
  return answer.ok ? (answer.headers.get('x-upstander-instance') ?? '') : answer.status;
}

/** Suggests a separate host name for the admin, and checks that Upstander answers there. */
export const admin: Check = {
  about: 'admin',
  async runCheck({ config: { ADMIN_URL: url, PUBLIC_URL, NODE_ENV } }) {
    const say = findingsFor('admin');
    if (url === undefined) {
      if (NODE_ENV !== 'production') return [say.ok('It shares the host of the public site.')];
      return [
        say.warning(
          `The admin shares ${new URL(PUBLIC_URL).host} with the public site: a fault in one page reaches both.`,
          'Give it its own host name and set ADMIN_URL (“Give the admin its own host name” in docs/operator-guide.md).',
        ),
      ];
    }
    const there = await instanceAt(url);
    if (typeof there === 'string' && there !== '') return [say.ok(`Upstander answers at ${url}.`)];
    const says = there === null ? 'does not answer' : there === '' ? 'is not Upstander' : `answers ${there}`;
    return [say.wrong(`${url}/livez ${says}.`, 'Add this name to DNS, to the certificate and to the proxy.')];
  },
};
