import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCustomRole, assignCustomRole } from '@upstander/tests/support/custom-roles.js';
import { aChapter } from '@upstander/tests/support/factories.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';

interface Session {
  cookie: string;
  accountId: string;
}

let app: TestApp;
let admin: Session;
let davis: string;
beforeAll(async () => {
  app = await startApp();
  davis = (await aChapter(app.db, { name: 'Davis' })).id;
  admin = await app.signedIn({ role: 'admin' });
  await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id, email: 'rosa@example.org' });
});
afterAll(() => app.close());

async function endpointIn(chapterId: string, by: Session): Promise<string> {
  const { data } = await app.graphql<{ createWebhookEndpoint: { endpoint: { id: string } } }>(
    'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id } } }',
    { input: { url: 'https://hooks.example.org/', types: ['event.created'], chapterId } },
    by,
  );
  return data.createWebhookEndpoint.endpoint.id;
}

describe('the email about a disabled endpoint', () => {
  async function recipientsAfterLoss(id: string): Promise<string[]> {
    await app.db.query('DELETE FROM notifications.mail');
    await app.graphql('mutation ($id: ID!) { sendTestWebhook(endpointId: $id) { id } }', { id }, admin);
    await app.db.query(`UPDATE integrations.webhook_endpoint SET secret_sealed = 'lost' WHERE id = $1`, [id]);
    await app.runJob('deliver-webhooks');
    const rows = await app.db.query<{ recipient: string }>(
      `SELECT recipient::text FROM notifications.mail WHERE template = 'webhook-disabled' ORDER BY 1`,
    );
    return rows.map(({ recipient }) => recipient);
  }

  test('goes to the organizer who added it, and to the others of the chapter once they no longer manage it', async () => {
    const noor = await app.signedIn({ role: 'organizer', chapterId: davis, email: 'noor@example.org' });
    await app.signedIn({ role: 'organizer', chapterId: davis, email: 'omar@example.org' });
    const id = await endpointIn(davis, noor);
    expect(await recipientsAfterLoss(id)).toEqual(['noor@example.org']);
    await app.graphql('mutation ($id: ID!) { enableWebhookEndpoint(id: $id) { id } }', { id }, admin);
    await runAsOwner(app, `DELETE FROM identity."grant" WHERE account_id = '${noor.accountId}'`);
    app.clock.advance(3_600_000);
    const others = await recipientsAfterLoss(id);
    expect(others).toContain('omar@example.org');
    expect(others).not.toContain('noor@example.org');
    expect(others).not.toContain('rosa@example.org');
  });

  test.each([
    ['webhooks', true],
    ['events', false],
  ] as const)('goes to the person who added it with a custom role for %s: %s', async (area, isRecipient) => {
    const email = `${area}@example.org`;
    const holder = await app.signedIn({ email });
    await app.signedIn({ role: 'organizer', chapterId: davis });
    await assignCustomRole(
      app.db,
      holder.accountId,
      await aCustomRole(app.db, { baseRole: 'organizer', viewAreas: [area] }),
      davis,
    );
    const id = await endpointIn(davis, admin);
    await app.db.query('UPDATE integrations.webhook_endpoint SET created_by = $2 WHERE id = $1', [
      id,
      holder.accountId,
    ]);
    expect((await recipientsAfterLoss(id)).includes(email)).toBe(isRecipient);
  });
});
