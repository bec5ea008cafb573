import { isBreached } from '@upstander/identity';
import { Clamd } from '@upstander/files';
import { findingsFor, type Check } from './finding.js';

export const scanner: Check = {
  about: 'scanner',
  async runCheck({ config }) {
    const say = findingsFor('scanner');
    const { CLAMD_URL: url, NODE_ENV } = config;
    if (url === undefined) {
      const says = 'Uploaded files are not scanned for malware.';
      if (NODE_ENV !== 'production') return [say.ok(says)];
      return [say.warning(says, 'Install ClamAV and set CLAMD_URL (see the operator guide).')];
    }
    return new Clamd(url).ping().then(
      () => [say.ok('The malware scanner answers.')],
      () => [say.wrong('The malware scanner at CLAMD_URL does not answer.', 'Nothing can be uploaded until it does.')],
    );
  },
};

export const passwords: Check = {
  about: 'passwords',
  async runCheck({ config }) {
    const say = findingsFor('passwords');
    const { BREACHED_PASSWORDS_URL: url, NODE_ENV } = config;
    if (url === undefined) {
      const says =
        'New passwords are checked only against the list of the release, not against all breached passwords.';
      if (NODE_ENV !== 'production') return [say.ok(says)];
      return [say.warning(says, 'Set BREACHED_PASSWORDS_URL, for example to https://api.pwnedpasswords.com/range/.')];
    }
    const known = await isBreached(url, 'password').catch(() => null);
    if (known) return [say.ok('New passwords are checked against all breached passwords.')];
    return [
      say.wrong(
        known === null
          ? 'The service at BREACHED_PASSWORDS_URL does not answer.'
          : 'The service at BREACHED_PASSWORDS_URL does not know the most breached password.',
        'It must answer like https://api.pwnedpasswords.com/range/.',
      ),
    ];
  },
};
