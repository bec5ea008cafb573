import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCustomRole, assignCustomRole } from '@upstander/tests/support/custom-roles.js';
import { aCampaign } from '@upstander/tests/support/factories.fundraising.js';
import { aChapter, anEvent } from '@upstander/tests/support/factories.js';
import { raceBehindLock } from '@upstander/tests/support/locks.js';
import { anAccount } from '@upstander/tests/support/people.js';
import { password, withPassword } from '@upstander/tests/support/visitors.js';

const createAccount = `mutation ($input: CreateAccountInput!) {
  createAccount(input: $input) { id email name locale hasSecondStep grants { role chapter { slug } } }
}`;
const grantRole = 'mutation ($input: GrantInput!) { grantRole(input: $input) { grants { role chapter { id } } } }';
const revokeRole = 'mutation ($input: GrantInput!) { revokeRole(input: $input) { grants { role } } }';
const accounts = `query ($text: String, $first: Int, $after: String) {
  accounts(text: $text, first: $first, after: $after) {
    edges { node { email } } pageInfo { hasNextPage endCursor } totalCount totalIsCapped
  }
}`;
interface AccountsPage {
  accounts: {
    edges: Array<{ node: { email: string } }>;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    totalCount: number;
  };
}

let app: TestApp;
let cookie: string;
let adminId: string;
beforeAll(async () => {
  app = await startApp();
  ({ cookie, accountId: adminId } = await app.signedIn({ role: 'admin', email: 'admin@example.org' }));
});
afterAll(() => app.close());

describe('accounts', () => {
  test('are found by role, also by the base role of a custom role', async () => {
    const { id } = await anAccount(app.db);
    await assignCustomRole(app.db, id, await aCustomRole(app.db, { baseRole: 'moderator', viewAreas: ['campaigns'] }));
    const { data } = await app.graphql('{ accounts(role: MODERATOR) { edges { node { id } } } }', {}, { cookie });
    expect(data).toEqual({ accounts: { edges: [{ node: { id } }] } });
  });

  test('lets an admin create an organizer, who is emailed how to sign in', async () => {
    const chapter = await aChapter(app.db);
    const email = `${randomUUID()}@example.org`;
    const input = { email, name: ' Rosa Díaz ', locale: 'ES', role: 'ORGANIZER', chapterId: chapter.id };
    const answer = await app.graphql<{ createAccount: object }>(createAccount, { input }, { cookie });
    expect(answer.data.createAccount).toMatchObject({
      email,
      name: 'Rosa Díaz',
      locale: 'ES',
      hasSecondStep: false,
      grants: [{ role: 'ORGANIZER', chapter: { slug: chapter.slug } }],
    });
    await app.runJob('make-sign-in-mails');
    const mails = await app.db.query('SELECT template, locale FROM notifications.mail WHERE recipient = $1', [email]);
    expect(mails).toEqual([{ template: 'account-invitation', locale: 'es' }]);
  });

  test('allows one account per email address, ignoring case', async () => {
    const { email } = await anAccount(app.db);
    const input = { email: email.toUpperCase(), name: 'Somebody', role: 'VOLUNTEER' };
    expect(refusal(await app.graphql(createAccount, { input }, { cookie }))).toBe('ACCOUNT_EXISTS');
  });

  test('rolls back the account if its role is invalid', async () => {
    const email = `${randomUUID()}@example.org`;
    const input = { email, name: 'Somebody', role: 'ORGANIZER', chapterId: randomUUID() };
    expect(refusal(await app.graphql(createAccount, { input }, { cookie }))).toBe('NOT_FOUND');
    expect(await app.db.query('SELECT FROM identity.account WHERE email = $1', [email])).toEqual([]);
  });

  test('finds accounts by part of the email or name, with pagination', async () => {
    const mark = randomUUID().slice(0, 8);
    for (const n of [1, 2, 3]) await anAccount(app.db, { email: `${mark}_${n}@example.org`, name: `Person ${n}` });
    await anAccount(app.db, { name: `Called ${mark}` });
    const page = async (variables: object) =>
      (await app.graphql<AccountsPage>(accounts, { text: mark, ...variables }, { cookie })).data.accounts;
    const first = await page({ first: 3 });
    expect(first.totalCount).toBe(4);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const nextPage = await page({ first: 3, after: first.pageInfo.endCursor });
    expect(nextPage.edges).toHaveLength(1);
    expect(nextPage.pageInfo.hasNextPage).toBe(false);
    // Wildcards are escaped.
    expect((await page({ text: `${mark}_1` })).totalCount).toBe(1);
    expect((await page({ text: `${mark}%` })).totalCount).toBe(0);
  });

  test('rejects a forged cursor as BAD_INPUT', async () => {
    const after = Buffer.from(JSON.stringify(['a@example.org', "'; --"])).toString('base64url');
    expect(refusal(await app.graphql(accounts, { after }, { cookie }))).toBe('BAD_INPUT');
  });

  test('exposes no hashes or secrets in the schema', async () => {
    const { data } = await app.graphql<{ __type: { fields: Array<{ name: string }> } }>(
      '{ __type(name: "Account") { fields { name } } }',
    );
    expect(data.__type.fields.map(({ name }) => name).sort()).toEqual([
      'coOrganizedIds',
      'createdAt',
      'customGrants',
      'disabledAt',
      'email',
      'featuresInUse',
      'grants',
      'hasSecondStep',
      'id',
      'lastSignInAt',
      'locale',
      'manageAreas',
      'name',
      'secondStepResetAt',
      'singleSignOnSince',
      'viewAreas',
      'volunteer',
    ]);
  });
});

describe('roles', () => {
  test('apply and end with the next request', async () => {
    const organizer = await app.signedIn();
    const change = (mutation: string) =>
      app.graphql(mutation, { input: { accountId: organizer.accountId, role: 'ORGANIZER' } }, { cookie });
    const desk = async () => refusal(await app.graphql('{ chapterTasks { upcoming { id } } }', {}, organizer));
    expect(await desk()).toBe('NOT_ALLOWED');
    expect(refusal(await change(grantRole))).toBeNull();
    expect(await desk()).toBeNull();
    expect(refusal(await change(revokeRole))).toBeNull();
    expect(await desk()).toBe('NOT_ALLOWED');
  });

  test('are stored once when granted twice', async () => {
    const { id: accountId } = await anAccount(app.db);
    const chapter = await aChapter(app.db);
    const input = { accountId, role: 'ORGANIZER', chapterId: chapter.id };
    await app.graphql(grantRole, { input }, { cookie });
    const repeatedAnswer = await app.graphql<{ grantRole: object }>(grantRole, { input }, { cookie });
    expect(repeatedAnswer.data.grantRole).toEqual({ grants: [{ role: 'ORGANIZER', chapter: { id: chapter.id } }] });
  });

  test('rejects an admin role for a single chapter', async () => {
    const { id: accountId } = await anAccount(app.db);
    const input = { accountId, role: 'ADMIN', chapterId: (await aChapter(app.db)).id };
    expect(refusal(await app.graphql(grantRole, { input }, { cookie }))).toBe('BAD_INPUT');
  });

  test('keeps the last admin', async () => {
    const input = { accountId: adminId, role: 'ADMIN' };
    expect(refusal(await app.graphql(revokeRole, { input }, { cookie }))).toBe('LAST_ADMIN');
  });

  test('keeps one admin when two remove each other concurrently', async () => {
    const other = await app.signedIn({ role: 'admin' });
    const [answer] = await raceBehindLock(
      app,
      { sql: `DELETE FROM identity."grant" WHERE account_id = $1`, params: [other.accountId], waiting: 1 },
      () => [app.graphql(revokeRole, { input: { accountId: adminId, role: 'ADMIN' } }, { cookie })],
    );
    expect(refusal(answer!)).toBe('LAST_ADMIN');
  });

  test('records who granted and revoked roles', async () => {
    const { id: accountId } = await anAccount(app.db);
    const input = { accountId, role: 'ORGANIZER' };
    for (const mutation of [grantRole, revokeRole]) await app.graphql(mutation, { input }, { cookie });
    const events = await app.db.query<{ kind: string; by: boolean }>(
      'SELECT kind, by_account_id IS NOT NULL AS by FROM identity.security_event WHERE account_id = $1 ORDER BY id',
      [accountId],
    );
    expect(events).toEqual([
      { kind: 'role-granted', by: true },
      { kind: 'role-revoked', by: true },
    ]);
  });
});

describe('disabling an account', () => {
  const change = (mutation: string, id: string) =>
    app.graphql(`mutation ($id: ID!) { ${mutation}(id: $id) { disabledAt } }`, { id }, { cookie });

  test('ends its sessions, blocks sign-in, and keeps its roles for re-enabling', async () => {
    const { email } = await withPassword(app, { role: 'organizer' });
    const organizer = await app.signedIn({ email });
    const signIn = () =>
      app.graphql(
        'mutation ($email: EmailAddress!, $password: String!) { signIn(email: $email, password: $password) { state } }',
        {
          email,
          password,
        },
      );
    expect(refusal(await signIn())).toBeNull();
    expect(refusal(await change('disableAccount', organizer.accountId))).toBeNull();
    expect(refusal(await change('disableAccount', organizer.accountId))).toBeNull();
    expect((await app.graphql('{ me { id } }', {}, organizer)).data).toEqual({ me: null });
    expect(refusal(await signIn())).toBe('SIGN_IN_FAILED');
    const recipients = await app.db.query(
      'SELECT recipient_id FROM identity.notice WHERE account_id = $1 ORDER BY recipient_id = $1 DESC',
      [organizer.accountId],
    );
    expect(recipients.length).toBeGreaterThan(1);
    expect(refusal(await change('enableAccount', organizer.accountId))).toBeNull();
    const newSession = await app.signedIn({ email: organizer.email });
    expect(refusal(await app.graphql('{ chapterTasks { upcoming { id } } }', {}, newSession))).toBeNull();
  });

  test("is refused for one's own account and for the last admin", async () => {
    expect(refusal(await change('disableAccount', adminId))).toBe('NOT_YOURSELF');
    const other = await app.signedIn({ role: 'admin' });
    await app.db.query('UPDATE identity.account SET disabled_at = now() WHERE id = $1', [adminId]);
    const disableAccount = (id: string) =>
      app.graphql('mutation ($id: ID!) { disableAccount(id: $id) { id } }', { id }, other);
    expect(refusal(await disableAccount(other.accountId))).toBe('NOT_YOURSELF');
    await app.db.query('UPDATE identity.account SET disabled_at = NULL WHERE id = $1', [adminId]);
    await app.db.query(`DELETE FROM identity."grant" WHERE account_id = $1`, [other.accountId]);
  });

  test("is not needed to end a person's sessions", async () => {
    const organizer = await app.signedIn({ role: 'organizer' });
    const end = 'mutation ($id: ID!) { endSessions(accountId: $id) { id } }';
    expect(refusal(await app.graphql(end, { id: organizer.accountId }, { cookie }))).toBeNull();
    expect((await app.graphql('{ me { id } }', {}, organizer)).data).toEqual({ me: null });
  });
});

describe('chapters', () => {
  const createChapter = `mutation ($name: String!) {
    createChapter(name: $name, timeZone: "America/Los_Angeles", city: "Fresno") { slug city timeZone }
  }`;

  test('can be created by an admin and are public', async () => {
    const createdChapter = await app.graphql<{ createChapter: object }>(
      createChapter,
      { name: 'Valle Único' },
      { cookie },
    );
    expect(createdChapter.data.createChapter).toEqual({
      slug: 'valle-unico',
      city: 'Fresno',
      timeZone: 'America/Los_Angeles',
    });
    const visibleChapters = await app.graphql<{ chapters: Array<{ name: string }> }>('{ chapters { name } }');
    expect(visibleChapters.data.chapters.map(({ name }) => name)).toContain('Valle Único');
  });

  test('get distinct slugs for the same name', async () => {
    const slugs = [];
    for (let n = 0; n < 2; n += 1) {
      const createdChapter = await app.graphql<{ createChapter: { slug: string } }>(
        createChapter,
        { name: 'Twin' },
        { cookie },
      );
      slugs.push(createdChapter.data.createChapter.slug);
    }
    expect(slugs).toEqual(['twin', 'twin-2']);
  });

  test('require a name', async () => {
    const answer = await app.graphql(createChapter, { name: '  ' }, { cookie });
    expect(answer.errors?.[0]?.extensions.details).toEqual({ fields: { name: 'required' } });
  });

  const update = `mutation ($id: ID!, $name: String!) {
    updateChapter(id: $id, name: $name, timeZone: "America/Denver", city: "Denver") { name slug city timeZone }
  }`;
  const close = 'mutation ($id: ID!) { closeChapter(id: $id) { closedAt } }';
  const reopen = 'mutation ($id: ID!) { reopenChapter(id: $id) { closedAt } }';
  const names = async (closed: boolean) => {
    const visibleChapters = await app.graphql<{ chapters: Array<{ id: string }> }>(
      `{ chapters(closed: ${closed}) { id } }`,
    );
    return visibleChapters.data.chapters.map(({ id }) => id);
  };

  test('keep their slug when renamed', async () => {
    const { id, slug } = await aChapter(app.db);
    const changed = await app.graphql<{ updateChapter: object }>(update, { id, name: ' Mile High ' }, { cookie });
    expect(changed.data.updateChapter).toEqual({ name: 'Mile High', slug, city: 'Denver', timeZone: 'America/Denver' });
    const unknownChapter = { id: '00000000-0000-4000-8000-000000000000', name: 'Nobody' };
    expect(refusal(await app.graphql(update, unknownChapter, { cookie }))).toBe('NOT_FOUND');
  });

  test('can be closed once nothing is upcoming, and reject new events, campaigns and roles until reopened', async () => {
    const { id } = await aChapter(app.db);
    const { id: eventId } = await anEvent(app.db, { chapterId: id, status: 'published' });
    expect(refusal(await app.graphql(close, { id }, { cookie }))).toBe('CHAPTER_IN_USE');
    expect(await names(false)).toContain(id);
    await app.db.query(`UPDATE events.event SET status = 'cancelled' WHERE id = $1`, [eventId]);
    const campaign = await aCampaign(app.db, { chapterId: id });
    expect(refusal(await app.graphql(close, { id }, { cookie }))).toBe('CHAPTER_IN_USE');
    await app.db.query('UPDATE fundraising.campaign SET chapter_id = NULL WHERE id = $1', [campaign.id]);

    expect(refusal(await app.graphql(close, { id }, { cookie }))).toBeNull();
    expect(await names(false)).not.toContain(id);
    expect(await names(true)).toContain(id);
    await expect(anEvent(app.db, { chapterId: id })).rejects.toMatchObject({ message: 'This chapter is closed.' });
    await expect(aCampaign(app.db, { chapterId: id })).rejects.toMatchObject({ message: 'This chapter is closed.' });
    const { accountId } = await app.signedIn();
    const input = { accountId, role: 'ORGANIZER', chapterId: id };
    expect(refusal(await app.graphql(grantRole, { input }, { cookie }))).toBe('CHAPTER_CLOSED');

    expect(refusal(await app.graphql(reopen, { id }, { cookie }))).toBeNull();
    expect(await names(false)).toContain(id);
    expect(refusal(await app.graphql(grantRole, { input }, { cookie }))).toBeNull();
  });
});
