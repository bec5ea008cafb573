import { fillWithDemo } from '../testing/demo-data.js';
import { OwnServer, stopServers } from '../testing/own-server.js';
import { installed } from '../testing/system-postgres.mjs';

jest.setTimeout(120_000);
afterAll(() => stopServers());

(installed.length > 0 ? describe : describe.skip)('upstander seal-rows', () => {
  let server: OwnServer;
  beforeAll(async () => {
    server = await OwnServer.start('sealing');
    await server.makeRoles();
    await fillWithDemo(server);
  });

  test('lists powerful roles without a seal and seals them when an operator vouches for them', async () => {
    expect((await server.run('seal-rows')).said).toMatch(/^0 accounts and roles and 0 memberships/);
    await server.runAsAdministrator('upstander', (client) =>
      client.query(`INSERT INTO identity."grant" (account_id, role, by_command_line)
        SELECT id, 'finance', true FROM identity.account a WHERE NOT EXISTS (
          SELECT FROM identity."grant" g WHERE g.account_id = a.id AND g.role = 'finance') LIMIT 1`),
    );
    expect((await server.run('doctor', '--skip', 'site,stripe,mail')).said).toContain('1 powerful roles have no seal');
    expect((await server.run('seal-rows')).said).toMatch(/^role {2}\S+@\S+ {2}finance\n1 accounts and roles/);
    // Another migration doesn't seal rows written later.
    await server.run('migrate');
    expect((await server.run('seal-rows', '--yes')).said).toContain('They are sealed now.');
    expect((await server.run('seal-rows')).said).toMatch(/^0 accounts and roles and 0 memberships/);
  });
});
