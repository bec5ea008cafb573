import { startApp, type TestApp } from '../support/app.js';
import { aCredential, aCredentialType } from '../support/credentials.js';
import { aSignup } from '../support/factories.js';

describe("a volunteer's credentials page", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  test('shows why a signed waiver no longer counts, and renders its list as a list', async () => {
    const { cookie, email } = await app.signedIn({ name: 'Ana Reyes' });
    const { volunteerId } = await aSignup(app.db, { name: 'Ana Reyes', email });
    const waiver = await aCredentialType(app.db, { kind: 'waiver' });
    await aCredential(app.db, { volunteerId, typeId: waiver.id, expiresOn: '2030-01-01' });
    await app.db.query(
      `INSERT INTO volunteers.credential_text (type_id, version, body, body_es, published_at)
       VALUES ($1, 2, $2, $2, now())`,
      [waiver.id, 'I agree:\n- I follow the rules.\n- I tell the lead when I leave.'],
    );
    await app.db.query('UPDATE volunteers.credential_type SET text_version = 2 WHERE id = $1', [waiver.id]);
    const page = async (path: string) =>
      (await (await fetch(app.url + path, { headers: { cookie } })).text()).replaceAll('<!-- -->', '');
    const list = await page('/account/credentials');
    expect(list).toContain('Expired');
    expect(list).toContain('The text has changed since you signed it.');
    expect(list).toContain(`href="/account/credentials?type=${waiver.id}">Sign the new version`);
    const text = await page(`/account/credentials?type=${waiver.id}`);
    expect(text).toContain('<li>I follow the rules.</li><li>I tell the lead when I leave.</li>');
  });
});
