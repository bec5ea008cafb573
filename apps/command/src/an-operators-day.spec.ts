import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { changedBackup } from './testing/changed-backup.js';
import { bucketObjects, startBucket, startFakeServers, stopFakeServers } from './testing/fake-servers.js';
import { aliasesOf, fillWithDemo } from './testing/demo-data.js';
import { countsOf, findPeople, firstApplication, profilesOf, findReset, withSecondStep } from './testing/lookups.js';
import { appSecret, folder, OwnServer, stopServers } from './testing/own-server.js';
import { findingsIn, settingsIn } from './testing/read-answers.js';
import { installed } from './testing/system-postgres.mjs';
import { withExchangedUrls, withoutUtf8, withInvalidSettings } from './testing/broken-servers.js';

jest.setTimeout(120_000);
afterAll(() => {
  stopFakeServers();
  stopServers();
});

(installed.length > 0 ? describe : describe.skip)('an operator with their own server', () => {
  let before: OwnServer;
  let after: OwnServer;
  const saved = join(folder, 'saved');
  beforeAll(async () => {
    // If several PostgreSQL versions are installed, the backup is restored from the oldest to the newest.
    before = await OwnServer.start('before', { of: installed[0]! });
    Object.assign(before.settings, await startFakeServers());
    await before.makeRoles();
    await fillWithDemo(before);
    after = await OwnServer.start('after');
  });

  test('grants the first roles, and resets two-step sign-in with notifications', async () => {
    expect(await before.run('create-admin', 'Rosa@Example.org', 'Rosa Admin')).toEqual({
      code: 0,
      said: 'rosa@example.org now has the role admin.',
    });
    expect((await before.run('create-admin', 'rosa@example.org', 'Rosa Admin')).said).toMatch(
      /already has the role admin/,
    );
    expect((await before.run('grant', 'finance', 'sam@example.org', 'Sam Greene')).code).toBe(0);
    expect(await before.run('grant', 'organizer', 'sam@example.org', 'Sam')).toMatchObject({ code: 2 });
    expect((await before.run('grant', 'finance', 'sam', 'Sam')).said).toMatch(
      /^“sam” is not an email address\.\n\nUsage: upstander grant/,
    );
    const email = await withSecondStep(before);
    expect((await before.run('reset-second-step', email)).code).toBe(0);
    expect(await findReset(before, email)).toEqual([{ forgotten: true, noted: 1, told: true, self: 0 }]);
    expect(await before.run('reset-second-step', email)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/has no authenticator app/),
    });
    expect((await before.run('reset-second-step', 'nobody@example.org')).said).toBe(
      'No account uses nobody@example.org.',
    );
  });

  test('learns from the doctor how to fix problems', async () => {
    const well = await before.run('doctor', '--skip', 'site', '--send-test-to', 'you@example.org');
    expect(well.said).not.toMatch(/^wrong/m);
    expect(well.said).toMatch(
      /ok +release[\s\S]*ok +secrets[\s\S]*test email to you@example\.org[\s\S]*webhook endpoint for http.* exists/,
    );
    expect(well.code).toBe(0);

    const ill = before.withSettings({
      SMTP_URL: before.settings['SMTP_URL']!.replace('secret', 'guessed'),
      DATABASE_URL: before.settings['MIGRATE_DATABASE_URL']!,
      PUBLIC_URL: 'http://127.0.0.1:9',
      SEALED_KEYS: `demo:${Buffer.alloc(32, 9).toString('base64')}`,
    });
    const { code, said } = await ill.run('doctor', '--json');
    expect(code).toBe(1);
    const { ok, wrong } = findingsIn(said);
    expect(ok).toBe(false);
    expect(wrong).toEqual([
      expect.stringMatching(/DATABASE_URL connects as upstander_owner, which owns /),
      expect.stringMatching(/SEALED_KEYS has a key named "demo" that does not open/),
      expect.stringMatching(/127\.0\.0\.1:\d+ does not work: Invalid login/),
      expect.stringMatching(/There is no webhook endpoint for http:\/\/127\.0\.0\.1:9\/webhooks/),
      expect.stringMatching(/127\.0\.0\.1:9\/livez does not answer/),
    ]);
    expect(said).not.toContain('guessed');

    const bytes = await withoutUtf8(before);
    expect((await bytes.run('migrate')).said).toMatch(
      /^The database of_bytes stores text as SQL_ASCII.*upstander roles/,
    );
    const looked = await bytes.run('doctor', '--skip', 'site,stripe,mail');
    expect(looked.said).toMatch(/stores text as SQL_ASCII[\s\S]*accepts no writes/);

    const { code: ended, said: unset } = await withInvalidSettings(before).run('doctor');
    expect(unset).toMatch(/APP_SECRET is missing[^]*SECONDS is "soon"[^]*SEALED_KEYS must be[^]*you mean APP_SECRET/);
    expect([ended, unset]).toEqual([1, expect.not.stringContaining('hunter2')]);
    const examine = (given: object) => before.withSettings({ ...given }).run('doctor', '--skip', 'site,stripe,mail');
    const misspelt = await examine({ TIMEZONE: 'PST', GRAPHQL_TOKENS: 'a'.repeat(32) });
    const notices = /TIMEZONE is not[^]*GRAPHQL_TOKENS is deprecated/;
    expect([misspelt.code, misspelt.said]).toEqual([0, expect.stringMatching(notices)]);
    const away = await examine({ DATABASE_URL: 'postgres://a:hunter2@127.0.0.1:9/b' });
    expect(away.said).toMatch(/wrong +database +The server does not answer/);
    expect(away.said).not.toContain('hunter2');
  });

  test("exports a person's data and erases a person as far as the law and the second approval allow", async () => {
    const { volunteer, asks, held } = await findPeople(before);

    const file = join(folder, 'person.zip');
    const exported = await before.run('export-person', volunteer, '--to', file);
    expect(exported.said).toMatch(/person\.zip contains the data about [\s\S]*sign-ups: \d/);
    expect(exported.code).toBe(0);
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await before.run('export-person', volunteer, '--to', file)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/already exists/),
    });
    expect((await before.run('export-person', 'nobody@example.org', '--to', `${file}2`)).said).toBe(
      'There is no data about nobody@example.org.',
    );

    // There is no terminal to confirm the address in.
    expect(await before.run('erase-person', volunteer)).toMatchObject({
      code: 2,
      said: expect.stringMatching(/volunteer profile: 1 [\s\S]*Add --yes/),
    });
    expect(await before.run('erase-person', held, '--yes')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/legal hold/),
    });
    expect(await before.run('erase-person', asks, '--yes')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/already a request for this address/),
    });
    expect(await profilesOf(before, volunteer)).toBe(1);
    expect(await before.run('erase-person', volunteer, '--yes')).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^Done\./m),
    });
    expect(await profilesOf(before, volunteer)).toBe(0);
  });

  test('moves files to a bucket, and learns where they are and which one is damaged', async () => {
    expect((await before.run('doctor', '--skip', 'site,stripe,mail')).said).toMatch(
      /ok +files +They are stored in the database/,
    );
    expect(await before.run('move-files')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/there is no bucket/),
    });
    const bucket = await startBucket();
    Object.assign(before.settings, bucket);
    Object.assign(after.settings, bucket);
    const moved = await before.run('move-files');
    expect(moved).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^[1-9]\d* files \([\d.]+ MB\) were moved to the bucket/),
    });
    expect((await before.run('move-files')).said).toMatch(/^0 files/);
    expect((await before.run('doctor', '--skip', 'site,stripe,mail')).said).toMatch(
      new RegExp(`ok +files +The bucket our-files can store.+ It contains ${bucketObjects.size} `),
    );
    const unset = before.withSettings({ FILES_KEPT_IN: '', FILES_S3_ENDPOINT: '' });
    expect((await unset.run('doctor', '--skip', 'site,stripe,mail')).said).toMatch(/wrong +files +\d+ are in a bucket/);
    const away = before.withSettings({ FILES_S3_ENDPOINT: 'http://127.0.0.1:9' });
    const { code, said } = await away.run('move-files', '--check');
    expect([code, said]).toEqual([1, expect.stringMatching(/^The file bucket does not answer .*127\.0\.0\.1:9/)]);
    expect(said).not.toContain('bucket-secret');
    const [name, bytes] = [...bucketObjects][0]!;
    bucketObjects.set(name, Buffer.from('another'));
    expect(await before.run('move-files', '--check')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/ does not match its digest: restore it/),
    });
    bucketObjects.set(name, bytes);
    expect((await before.run('move-files', '--check')).code).toBe(0);
  });

  test('backs up every row of both databases without a superuser', async () => {
    // A failed backup leaves no files that look like a backup or block the next one.
    expect((await withExchangedUrls(before).run('backup', '--to', saved)).said).toMatch(/exchanged\?$/);
    expect((await withExchangedUrls(before).run('migrate')).said).toMatch(
      /^MIGRATE_DATABASE_URL connects to the database upstander_keys, and DATABASE_URL to upstander\..* exchanged\?$/,
    );
    const keysAway = before.withSettings({ MIGRATE_KEYS_URL: 'postgres://a:hunter2@127.0.0.1:9/keys' });
    expect((await keysAway.run('backup', '--to', saved)).said).toMatch(/^The server does not answer/);
    expect(readdirSync(saved)).toEqual([]);
    const made = await before.run('backup', '--to', saved);
    expect(made.said).toMatch(
      /upstander\.dump: \d{4,} rows of \d+ tables[\s\S]*keys\.dump: [\s\S]*files \([\d.]+ MB\) are not included: they are in the bucket our-files[\s\S]*files are not encrypted[\s\S]*SEALED_KEYS are not included/,
    );
    expect(made.code).toBe(0);
    const { app, keys } = JSON.parse(readFileSync(join(saved, 'manifest.json'), 'utf8'));
    const row = await countsOf(before);
    expect(row).toMatchObject({ mighty: 0, backups: 1, applications: expect.any(Number) });
    expect(row.applications * row.trail * row.signups).toBeGreaterThan(0);
    expect([app.rows['sealed.application'], app.rows['sealed.audit'], app.rows['events.signup']]).toEqual([
      row.applications,
      row.trail,
      row.signups,
    ]);
    expect(keys.rows['public.record_key']).toBeGreaterThan(row.applications);
    // Other users of the machine can't read it, and another backup doesn't overwrite it.
    expect(statSync(join(saved, 'upstander.dump')).mode & 0o777).toBe(0o600);
    expect((await before.run('backup', '--to', saved)).said).toContain('is not empty');
  });

  test('restores into an empty server once the roles exist, and sealed data can be opened', async () => {
    const early = await after.run('restore', '--from', saved);
    expect(early).toMatchObject({ code: 1, said: expect.stringMatching(/password|role|does not exist/) });
    // As with a managed PostgreSQL, where no one is a superuser.
    await after.runAsAdministrator('postgres', (client) =>
      client.query(`CREATE ROLE cloud LOGIN CREATEROLE CREATEDB PASSWORD 'of-cloud'`),
    );
    await after.makeRoles('cloud');
    const restored = await after.run('restore', '--from', saved);
    expect(restored.said).toMatch(
      /Restoring the database from[\s\S]*The tables match this release[\s\S]*Next steps[\s\S]*files were in the bucket our-files/,
    );
    expect(restored.code).toBe(0);
    const aliases = await aliasesOf(before.config());
    expect([aliases.length > 0, aliases.includes(null)]).toEqual([true, false]);
    expect(await aliasesOf(after.config())).toEqual(aliases);
    // The programs have only their own rights.
    const config = after.config();
    const client = new pg.Client({ connectionString: config.DATABASE_URL });
    await client.connect();
    await expect(client.query('SELECT FROM sealed.application')).rejects.toThrow('permission denied');
    await expect(client.query('DELETE FROM ledger.posting')).rejects.toThrow('permission denied');
    expect((await client.query('SELECT FROM volunteers.volunteer')).rowCount).toBeGreaterThan(100);
    await client.end();
    const again = await after.run('restore', '--from', saved);
    expect(again).toMatchObject({ code: 1, said: expect.stringContaining('the database is not empty') });
  });

  test('restores only the main database if the key database was not lost, and erased data stays erased', async () => {
    const people = await aliasesOf(after.config());
    const application = await firstApplication(after);
    await after.runAsAdministrator('postgres', (client) => client.query('DROP DATABASE upstander WITH (FORCE)'));
    await after.makeRoles('cloud');
    const whole = await after.run('restore', '--from', saved);
    expect(whole.said).toContain('the key database is not empty');
    await after.runAsAdministrator('upstander_keys', (client) =>
      client.query('DELETE FROM public.record_key WHERE record_id = $1', [application]),
    );
    const restored = await after.run('restore', '--from', saved, '--keep-keys');
    expect(restored.said).not.toContain('keys.dump');
    expect(restored.code).toBe(0);
    expect(await aliasesOf(after.config())).toEqual([null, ...people.slice(1)]);
  });

  // Debian's newest client with an older managed PostgreSQL.
  const [older, newer] = [installed[0]!, installed.at(-1)!];
  if (older.major < newer.major) {
    test('backs up and restores with PostgreSQL programs newer than the server, and refuses older ones', async () => {
      const by = { PG_BIN: newer.binaries };
      const withNewer = join(folder, 'by-newer');
      expect((await before.withSettings(by).run('backup', '--to', withNewer)).code).toBe(0);
      const back = (await OwnServer.start('back', { on: before })).withSettings(by);
      await back.makeRoles();
      const restored = await back.run('restore', '--from', withNewer);
      expect(restored.said).toMatch(/tables have the same number of rows/);
      expect(restored.code).toBe(0);
      const refused = await after.withSettings({ PG_BIN: older.binaries }).run('backup', '--to', join(folder, 'never'));
      expect(refused.said).toBe(
        `pg_dump of PostgreSQL ${newer.major} or newer is required, but there is only ${older.major} in ${older.binaries}: install postgresql-client-${newer.major}.`,
      );
    });
  }

  test('learns immediately that the secrets are not those of the backup', async () => {
    const third = await OwnServer.start('third', { on: after });
    await third.makeRoles();
    third.settings['APP_SECRET'] = 'another secret, which opens nothing of it';
    third.settings['SEALED_KEYS'] = `demo:${Buffer.alloc(32, 9).toString('base64')}`;
    const { code, said } = await third.run('restore', '--from', saved);
    expect(said).toMatch(/APP_SECRET is not the one[\s\S]*SEALED_KEYS has a key named "demo" that does not open/);
    expect(code).toBe(1);
  });

  test('refuses to restore a backup that is damaged, invalid or newer than the program', async () => {
    const changed = (name: string, change: (text: string) => string) =>
      after.run('restore', '--from', changedBackup(saved, name, change));
    expect((await changed('damaged', (text) => text.replace(/"sha256": "./, '"sha256": "_'))).said).toMatch(
      /is damaged/,
    );
    const newer = await changed('newer', (text) =>
      text.replace('"CreatePlatform', '"FromTheFuture1899000000000", "CreatePlatform'),
    );
    expect(newer.said).toMatch(/which is newer than this program \(it has run FromTheFuture/);
    const nowhere = await after.run('restore', '--from', join(folder, 'nowhere'));
    expect(nowhere.said).toMatch(/^There is no .*manifest\.json/);
    expect((await after.run('migrate', 'upstander.env')).said).toMatch(/Unexpected argument/);
    expect((await changed('foreign', () => '{}')).said).toMatch(/manifest\.json was not written by “upstander backup”/);
  });

  test('replaces APP_SECRET in two runs, and starts over if it is lost', async () => {
    const first = await after.run('rotate-secret');
    const printed = settingsIn(first.said);
    expect(printed).toEqual({
      APP_SECRET: expect.any(String),
      APP_SECRET_OLD: appSecret,
      BADGE_KEY: expect.any(String),
    });
    expect((await after.withSettings({ APP_SECRET: printed['APP_SECRET'] }).run('rotate-secret')).said).toMatch(
      /is not the one this database/,
    );
    expect(await after.withSettings(printed).run('rotate-secret')).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^[1-9]\d* secrets of authenticator apps were sealed again/),
    });
    expect((await after.withSettings({ APP_SECRET: printed['APP_SECRET'] }).run('rotate-secret')).said).toMatch(
      /^# Put these lines/,
    );
    const lost = after.withSettings({ APP_SECRET: 'nobody knows what it was before this' });
    expect(await lost.run('rotate-secret', '--lost')).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^[1-9]\d* authenticator apps were reset/),
    });
    expect((await lost.run('doctor', '--skip', 'site,stripe,mail')).code).toBe(0);
  });

  test('refuses to make a backup with missing rows', async () => {
    await before.runAsAdministrator('upstander', (client) => client.query('DROP POLICY backup ON sealed.erased'));
    const made = await before.run('backup', '--to', join(folder, 'partial'));
    expect(made).toMatchObject({ code: 1, said: expect.stringContaining('Rows of sealed.erased would be missing') });
  });
});
