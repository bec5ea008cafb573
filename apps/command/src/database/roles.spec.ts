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

  const inProduction = () =>
    server.withSettings({
      STRIPE_SECRET_KEY: `sk_test_${secretOf(48)}`,
      STRIPE_WEBHOOK_SECRET: `whsec_${secretOf(48)}`,
      STRIPE_URL: '',
      PUBLIC_URL: 'https://volunteer.example.org',
    });

  test('learns from the doctor that the api and the worker share a role in production, until each has its own', async () => {
    const production = inProduction();
    // Environment variables take precedence over the settings file.
    const environment = jest.replaceProperty(process, 'env', { ...process.env, NODE_ENV: 'production' });
    try {
      const shared = /warning +database +The api and the worker share the role upstander\./;
      const runDoctor = async () => (await production.run('doctor', '--skip', 'site,stripe,mail')).said;
      expect(await server.withSettings({ WORKER_DATABASE_URL: '' }).run('migrate')).toMatchObject({ code: 0 });
      expect(await runDoctor()).toMatch(shared);
      expect(await server.run('migrate')).toMatchObject({ code: 0 });
      expect(await runDoctor()).toMatch(/ok +release(?![^]*share the role)/);
      const same = server.withSettings({ WORKER_DATABASE_URL: server.settings['DATABASE_URL'] });
      expect((await same.run('migrate')).said).toContain(
        'the api, the worker and the sealed zone must each have their own role',
      );
    } finally {
      environment.restore();
    }
  });

  test('learns that the worker’s login in the sealed zone has no rights, or that it shares the api’s', async () => {
    const environment = jest.replaceProperty(process, 'env', { ...process.env, NODE_ENV: 'production' });
    const change = (sql: string) => server.runAsAdministrator('postgres', (client) => client.query(sql));
    const runDoctor = async () => (await inProduction().run('doctor', '--skip', 'site,stripe,mail')).said;
    try {
      expect(await server.run('migrate')).toMatchObject({ code: 0 });
      expect(await runDoctor()).toMatch(/ok +release(?![^]*share the login)/);
      await change('REVOKE upstander_sealed FROM upstander_worker_sealed');
      expect((await server.run('migrate')).said).toContain(
        'WORKER_SEALED_DATABASE_URL enters with a role that has no rights of upstander_sealed.',
      );
      expect(await runDoctor()).toMatch(
        /warning +sealed zone +The api and the worker share the login upstander_sealed\./,
      );
      await server.makeRoles();
      expect(await server.run('migrate')).toMatchObject({ code: 0 });
      expect((await server.withSettings({ WORKER_SEALED_KEYS_URL: '' }).run('migrate')).said).toContain(
        'need each other',
      );
      const shared = { WORKER_SEALED_DATABASE_URL: '', WORKER_SEALED_KEYS_URL: '' };
      expect(await server.withSettings(shared).run('migrate')).toMatchObject({ code: 0 });
    } finally {
      environment.restore();
    }
  });
});
