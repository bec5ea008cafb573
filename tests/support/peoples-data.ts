import { SignedIds, type Database } from '@upstander/platform';
import type { TestApp } from './app.js';
import type { PersonDetails } from './person-with-all-data.js';
import { aChapter } from './factories.js';
import { startAppWithStripe, type SandboxHandle } from './stripe.js';
import { runAsOwner } from './tampering.js';

export interface SignedIn {
  accountId: string;
  cookie: string;
}

/** Starts an app with a chapter and two staff members whose accounts are old enough to approve together. */
export async function startPeoplesData(): Promise<{
  app: TestApp;
  stripe: SandboxHandle;
  losAngeles: { id: string };
  admin: SignedIn;
  other: SignedIn;
  close(): Promise<void>;
}> {
  const { app, stripe, close } = await startAppWithStripe();
  const losAngeles = await aChapter(app.db);
  const admin = await app.signedIn({ role: 'admin' });
  const other = await app.signedIn({ role: 'finance' });
  await runAsOwner(
    app,
    `UPDATE identity.account SET created_at = now() - interval '60 days', vouched_at = now() - interval '60 days'`,
  );
  return { app, stripe, losAngeles, admin, other, close };
}

export function peoplesData(app: () => TestApp) {
  let people = 0;
  const newPerson = (name: string): PersonDetails => {
    people += 1;
    return { name, email: `${name.toLowerCase()}@example.org`, phone: `+1310555017${people}` };
  };
  const requestMyData = (email: string, locale: 'EN' | 'ES' = 'EN') =>
    app().graphql<{ requestMyData: { ok: boolean } }>(
      'mutation ($input: RequestMyDataInput!) { requestMyData(input: $input) { ok } }',
      { input: { email, locale } },
    );
  async function linkOf(email: string, locale: 'EN' | 'ES' = 'EN'): Promise<string> {
    await requestMyData(email, locale);
    const [link] = await app().db.query<{ id: string }>(
      'SELECT id FROM identity.data_link WHERE email = $1 ORDER BY created_at DESC LIMIT 1',
      [email],
    );
    return app().nest.get(SignedIds).sign('my-data', link!.id);
  }
  const myDataOf = (token: string) =>
    app().graphql<{
      myData: {
        email: string;
        kept: Array<{ kind: string; count: number; afterErasure: string }>;
        isErasureRequested: boolean;
        isOnLegalHold: boolean;
      } | null;
    }>(
      'query ($token: String!) { myData(token: $token) { email kept { kind count afterErasure } isErasureRequested isOnLegalHold } }',
      {
        token,
      },
    );
  const erase = (token: string) =>
    app().graphql<{ eraseMyData: { outcome: string } }>(
      'mutation ($token: String!) { eraseMyData(token: $token) { outcome } }',
      { token },
    );
  const requestFields = 'id status email needsSecondApproval isOnLegalHold canApprove';
  const openRequest = (input: object, options: { cookie: string }) =>
    app().graphql<{
      openDataRequest: { id: string; status: string; needsSecondApproval: boolean; canApprove: boolean };
    }>(
      `mutation ($input: OpenDataRequestInput!) { openDataRequest(input: $input) { ${requestFields} } }`,
      { input },
      options,
    );
  const approve = (id: string, options: { cookie: string }) =>
    app().graphql<{ approveDataRequest: { status: string; email: string | null } }>(
      `mutation ($id: ID!) { approveDataRequest(id: $id) { ${requestFields} } }`,
      { id },
      options,
    );
  const placeHold = (input: object, options: { cookie: string }) =>
    app().graphql<{ placeLegalHold: { id: string; isActive: boolean } }>(
      'mutation ($input: PlaceLegalHoldInput!) { placeLegalHold(input: $input) { id isActive } }',
      { input },
      options,
    );
  const endHold = (id: string, options: { cookie: string }) =>
    app().graphql('mutation ($id: ID!) { endLegalHold(id: $id) { id } }', { id }, options);
  /** True if this user may end the hold. Undefined if the hold is not listed. */
  async function canEndHold(id: string, options: { cookie: string }): Promise<boolean | undefined> {
    const { data } = await app().graphql<{ legalHolds: { edges: Array<{ node: { id: string; canEnd: boolean } }> } }>(
      '{ legalHolds { edges { node { id canEnd } } } }',
      {},
      options,
    );
    return data.legalHolds.edges.find(({ node }) => node.id === id)?.node.canEnd;
  }
  async function lastMailIsOut(): Promise<void> {
    await app().runJob('make-data-mails');
    await app().db.query(
      `UPDATE notifications.mail SET status = 'sent' WHERE template IN ('my-data-done', 'my-data-held')`,
    );
    await app().runJob('make-data-mails');
  }
  return {
    newPerson,
    requestMyData,
    linkOf,
    myDataOf,
    erase,
    open: openRequest,
    approve,
    place: placeHold,
    endHold,
    canEndHold,
    lastMailIsOut,
  };
}

export async function aRequestAndAHold(db: Database): Promise<void> {
  await db.query(
    `INSERT INTO identity.data_request (kind, status, email, locale, two_people, requested_at, due_on)
     VALUES ('erasure', 'open', 'a.rather.long.address.of.somebody@mail.example.org', 'en', true, now() - interval '50 days', current_date - 5)`,
  );
  await db.query(
    `INSERT INTO identity.legal_hold (email, reason, ends_on, placed_by, placed_at)
     SELECT 'ana@example.org', 'A case before a court', current_date + 90, id, now() FROM identity.account LIMIT 1`,
  );
}
