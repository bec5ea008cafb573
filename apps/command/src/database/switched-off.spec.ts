import { fillWithDemo } from '../testing/demo-data.js';
import { startFakeServers, stopFakeServers } from '../testing/fake-servers.js';
import { OwnServer, stopServers } from '../testing/own-server.js';
import { installed } from '../testing/system-postgres.mjs';

jest.setTimeout(120_000);
afterAll(() => {
  stopFakeServers();
  stopServers();
});

(installed.length > 0 ? describe : describe.skip)(
  'an operator who switches off fundraising and the sealed zone',
  () => {
    test('is warned if sealed records remain', async () => {
      const before = await OwnServer.start('before');
      Object.assign(before.settings, await startFakeServers());
      await before.makeRoles();
      await fillWithDemo(before);
      const off = { FUNDRAISING_MODE: 'off', SEALED_ZONE: 'off' };
      const withSettings = await before.withSettings(off).run('migrate');
      expect(withSettings).toMatchObject({
        code: 1,
        said: expect.stringMatching(/^SEALED_ZONE is off, but SEALED_DATA/),
      });
      const unset = { SEALED_DATABASE_URL: '', SEALED_KEYS_URL: '', SEALED_KEYS: '', STRIPE_SECRET_KEY: '' };
      const volunteersOnly = before.withSettings({ ...off, ...unset, STRIPE_WEBHOOK_SECRET: '' });
      const migrated = await volunteersOnly.run('migrate');
      expect(migrated.said).toMatch(/^Warning: SEALED_ZONE is off, but the sealed zone still has \d+ applications/m);
      expect(migrated.code).toBe(0);
      const { code, said } = await volunteersOnly.run('doctor', '--skip', 'site,mail');
      expect(said).toMatch(/warning +sealed zone +The sealed zone is off, but its tables are not empty/);
      expect(said).toMatch(
        /ok +Stripe +Fundraising is off|warning +Stripe +Fundraising is off, but \d+ recurring gifts/,
      );
      expect([code, said]).toEqual([0, expect.not.stringMatching(/^wrong/m)]);
    });
  },
);
