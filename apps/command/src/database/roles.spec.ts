import { randomBytes } from 'node:crypto';
import { OwnServer, stopServers } from '../testing/own-server.js';
import { installed } from '../testing/system-postgres.mjs';

jest.setTimeout(120_000);
afterAll(() => stopServers());

const secretOf = (digits: number) => randomBytes(digits / 2).toString('hex');

(installed.length > 0 ? describe : describe.skip)('an operator with their own server', () => {
  let server: OwnServer;
  beforeAll(async () => {
    server = await OwnServer.start('roles');
    await server.makeRoles();
  });

  test('learns from the doctor that the api and the worker share a role in production, until each has its own', async () => {
    const keys = { STRIPE_SECRET_KEY: `sk_test_${secretOf(48)}`, STRIPE_WEBHOOK_SECRET: `whsec_${secretOf(48)}` };
    const production = server.with({ ...keys, STRIPE_URL: '', PUBLIC_URL: 'https://volunteer.example.org' });
    // Environment variables take precedence over the settings file.
    const environment = jest.replaceProperty(process, 'env', { ...process.env, NODE_ENV: 'production' });
    try {
      const shared = /warning +database +The api and the worker share the role upstander\./;
      const doctor = async () => (await production.run('doctor', '--skip', 'site,stripe,mail')).said;
      expect(await server.with({ WORKER_DATABASE_URL: '' }).run('migrate')).toMatchObject({ code: 0 });
      expect(await doctor()).toMatch(shared);
      expect(await server.run('migrate')).toMatchObject({ code: 0 });
      expect(await doctor()).toMatch(/ok +release(?![^]*share the role)/);
      const same = server.with({ WORKER_DATABASE_URL: server.settings['DATABASE_URL'] });
      expect((await same.run('migrate')).said).toContain(
        'the api, the worker and the sealed zone must each have a role',
      );
    } finally {
      environment.restore();
    }
  });
});
