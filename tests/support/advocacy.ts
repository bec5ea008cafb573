import { CodeGate, ReplyCodes } from '@upstander/advocacy';
import type { TestApp } from './app.js';
import { days } from './movable-clock.js';
import { aBusinessPerson, anOpportunity } from './opportunities.js';
import type { NoticeChoice } from './person-notices.js';

export { runBypassingTriggers } from './tampering.js';

export interface SignedIn {
  accountId: string;
  email: string;
  cookie: string;
}

export const anAdvocate = (app: TestApp, name = 'Ada Reyes'): Promise<SignedIn> =>
  app.signedIn({ role: 'advocate', name });

/** Calls an operation and returns its field. @throws with the refusal's code */
export async function ask<T>(
  app: TestApp,
  document: string,
  variables: Record<string, unknown>,
  caller: { cookie?: string; headers?: Record<string, string> } = {},
): Promise<T> {
  const { data, errors } = await app.graphql<Record<string, T>>(document, variables, caller);
  if (errors?.[0]) {
    const { code, details } = errors[0].extensions;
    throw new Error(`${code} ${JSON.stringify(details ?? {})} ${errors[0].message}`);
  }
  return Object.values(data)[0] as T;
}

const contact = `channel value when mayLeaveMessage
  notice { days fromHour untilHour timeZone senderName namesOrganization }`;
const personNotice = 'notice { state nextAt sentAt }';
const message = 'id sender authorName body at readAt';
const myRecord = `kind status nameToUse safeContact { ${contact} } noticesStopped opportunityTitle businessName opportunityState createdAt erasedOn
  messages { id fromMe body at } consents { id businessName shares expiresAt state } appointmentAt appointmentMinutes
  timeZone`;
export const sealedApplication = `id status createdAt opportunityId opportunityTitle businessId businessName language
  takenBy takenByMe unread liveConsent needsAttention nameToUse safeContact { ${contact} } ${personNotice} note byAdvocate
  state { businessStatus businessReason opportunityStatus opportunityReason isOpen }
  actionItems { id kind closedAt acknowledgedAt acknowledgedBy }
  consents { id businessId businessName shares consentMethod givenAt expiresAt revokedAt state }
  introduction { id businessId businessName createdAt answer alias shares availability messages { ${message} } }
  messages { ${message} } legalHoldUntil legalHold legalHoldReason purgeOn`;
export const sealedConsultation = `id status createdAt language interpreter takenBy takenByMe unread appointmentAt
  nameToUse safeContact { ${contact} } ${personNotice} about aboutSealed { keyId wrappedKey iv ciphertext } aboutSealedBy
  interpreterLanguage conflictNote appointmentMinutes timeZone messages { ${message} } legalHold legalHoldReason legalHoldUntil
  purgeOn`;
export const myIntroduction = `id alias opportunityTitle opportunityId shares availability createdAt answer unread
  messages { id fromUs body at }`;

export interface MyRecord {
  kind: string;
  status: string;
  nameToUse: string;
  safeContact: {
    channel: string;
    value: string | null;
    when: string | null;
    mayLeaveMessage: boolean | null;
    notice: NoticeChoice | null;
  };
  noticesStopped: boolean;
  opportunityTitle: string | null;
  businessName: string | null;
  opportunityState: string | null;
  erasedOn: string | null;
  messages: Array<{ id: string; fromMe: boolean; body: string }>;
  consents: Array<{ id: string; businessName: string; shares: string; expiresAt: string; state: string }>;
  appointmentAt: string | null;
  appointmentMinutes: number | null;
  timeZone: string | null;
}

export interface SealedMessage {
  id: string;
  sender: string;
  authorName: string | null;
  body: string;
  readAt: string | null;
}

export interface SealedApplication {
  id: string;
  status: string;
  unread: number;
  takenBy: string | null;
  takenByMe: boolean;
  liveConsent: boolean;
  needsAttention: boolean;
  state: {
    businessStatus: string;
    businessReason: string | null;
    opportunityStatus: string;
    opportunityReason: string | null;
    isOpen: boolean;
  } | null;
  actionItems: Array<{ id: string; kind: string; acknowledgedAt: string | null; acknowledgedBy: string | null }>;
  nameToUse: string;
  safeContact: MyRecord['safeContact'];
  notice: { state: string; nextAt: string | null; sentAt: string | null };
  note: string | null;
  byAdvocate: boolean;
  consents: Array<{ id: string; shares: string; consentMethod: string; givenAt: string | null; state: string }>;
  introduction: { id: string; answer: string | null; alias: string; messages: SealedMessage[] } | null;
  messages: SealedMessage[];
  legalHoldUntil: string | null;
  legalHold: boolean;
  legalHoldReason: string | null;
  purgeOn: string | null;
}

export function withCode(app: TestApp, code: string) {
  const change =
    (name: string, type: string) =>
    (extra: Record<string, unknown> = {}) =>
      ask<MyRecord>(app, `mutation ($input: ${type}!) { ${name}(input: $input) { ${myRecord} } }`, {
        input: { code, ...extra },
      });
  return {
    open: change('openRecord', 'RecordCodeInput'),
    answer: change('answerRecord', 'AnswerRecordInput'),
    changeSafeContact: change('changeSafeContact', 'ChangeSafeContactInput'),
    giveConsent: change('giveConsent', 'RecordConsentIdInput'),
    revokeConsent: change('revokeConsent', 'RecordConsentIdInput'),
    erase: () =>
      ask<{ ok: boolean }>(app, 'mutation ($input: RecordCodeInput!) { eraseRecord(input: $input) { ok } }', {
        input: { code },
      }),
  };
}

export function asAdvocate(app: TestApp, { cookie }: { cookie: string }) {
  const input =
    <T>(name: string, type: string, fields: string) =>
    (input: Record<string, unknown>) =>
      ask<T>(app, `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`, { input: input }, { cookie });
  const step =
    <T>(name: string, fields: string) =>
    (id: string, reason?: string) =>
      ask<T>(
        app,
        name.startsWith('take')
          ? `mutation ($id: ID!, $reason: String) { ${name}(id: $id, reason: $reason) { ${fields} } }`
          : `mutation ($id: ID!) { ${name}(id: $id) { ${fields} } }`,
        { id, ...(reason !== undefined && { reason }) },
        { cookie },
      );
  const openRecord =
    <T>(name: string, fields: string) =>
    (id: string, reason?: string) =>
      ask<T | null>(
        app,
        `query ($id: ID!, $reason: String) { ${name}(id: $id, reason: $reason) { ${fields} } }`,
        { id, reason },
        { cookie },
      );
  return {
    open: openRecord<SealedApplication>('sealedApplication', sealedApplication),
    take: step<SealedApplication>('takeApplication', sealedApplication),
    close: step<SealedApplication>('closeApplication', sealedApplication),
    acknowledge: (applicationId: string) =>
      ask<SealedApplication>(
        app,
        `mutation ($applicationId: ID!) { acknowledgeActionItems(applicationId: $applicationId) { ${sealedApplication} } }`,
        { applicationId },
        { cookie },
      ),
    recordConsent: input<SealedApplication>('recordConsent', 'RecordConsentInput', sealedApplication),
    proposeConsent: input<SealedApplication>('proposeConsent', 'ProposeConsentInput', sealedApplication),
    withdrawConsent: input<SealedApplication>('withdrawConsent', 'ConsentIdInput', sealedApplication),
    introduce: input<SealedApplication>('introduce', 'IntroduceInput', sealedApplication),
    writeToPerson: input<SealedMessage>('writeToPerson', 'WriteToPersonInput', message),
    writeToBusiness: input<SealedMessage>('writeToBusiness', 'WriteAboutIntroductionInput', message),
    contacted: input<{ ok: boolean }>('contactedPerson', 'SealedRecordInput', 'ok'),
    placeHold: input<{ ok: boolean }>('placeHold', 'HoldInput', 'ok'),
    liftHold: input<{ ok: boolean }>('liftHold', 'HoldInput', 'ok'),
    applyFor: input<{ id: string; replyCode: string }>('applyForPerson', 'ApplyInput', 'id replyCode'),
    openConsultation: openRecord<SealedConsultation>('sealedConsultation', sealedConsultation),
    takeConsultation: step<SealedConsultation>('takeConsultation', sealedConsultation),
    closeConsultation: step<SealedConsultation>('closeConsultation', sealedConsultation),
    schedule: input<SealedConsultation>('scheduleConsultation', 'ScheduleConsultationInput', sealedConsultation),
    noteConflict: input<SealedConsultation>('noteConflict', 'NoteConflictInput', sealedConsultation),
  };
}

export interface SealedConsultation extends Omit<
  SealedApplication,
  'note' | 'consents' | 'introduction' | 'needsAttention' | 'state' | 'actionItems'
> {
  about: string | null;
  aboutSealed: { keyId: string; wrappedKey: string; iv: string; ciphertext: string } | null;
  aboutSealedBy: string | null;
  interpreter: boolean;
  interpreterLanguage: string | null;
  conflictNote: string | null;
  appointmentAt: string | null;
}

export interface MyIntroduction {
  id: string;
  alias: string;
  shares: string;
  availability: string | null;
  answer: string | null;
  unread: number;
  messages: Array<{ fromUs: boolean; body: string }>;
}

export function actAsBusiness(app: TestApp, { cookie }: { cookie: string }) {
  const input = (name: string, type: string) => (input: Record<string, unknown>) =>
    ask<MyIntroduction>(
      app,
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${myIntroduction} } }`,
      { input: input },
      { cookie },
    );
  return {
    list: (businessId: string) =>
      ask<MyIntroduction[]>(
        app,
        `query ($businessId: ID!) { myIntroductions(businessId: $businessId) { ${myIntroduction} } }`,
        { businessId },
        { cookie },
      ),
    open: (id: string) =>
      ask<MyIntroduction | null>(
        app,
        `query ($id: ID!) { myIntroduction(id: $id) { ${myIntroduction} } }`,
        { id },
        { cookie },
      ),
    answer: input('answerIntroduction', 'AnswerIntroductionInput'),
    write: input('writeToAdvocate', 'WriteAboutIntroductionInput'),
  };
}

export const safeContact = {
  channel: 'TEXT',
  value: '+1 310 555 0123',
  when: 'weekday mornings',
  mayLeaveMessage: false,
};

export async function applyInput(app: TestApp, parts: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const opportunityId = parts['opportunityId'] ?? (await anOpportunity(app.db)).id;
  return { opportunityId, nameToUse: 'Luna', safeContact, note: 'I can start soon.', ...parts };
}

/** Submits an application. Returns its code and the ID that only advocates know. */
export async function anApplication(
  app: TestApp,
  parts: Record<string, unknown> = {},
): Promise<{ id: string; code: string }> {
  const input = await applyInput(app, parts);
  const { replyCode: code } = await ask<{ replyCode: string }>(
    app,
    'mutation ($input: ApplyInput!) { applyToOpportunity(input: $input) { replyCode } }',
    { input },
  );
  return { id: await applicationIdOf(app, code), code };
}

export async function aConsultation(
  app: TestApp,
  parts: Record<string, unknown> = {},
): Promise<{ id: string; code: string }> {
  const input = { nameToUse: 'Luna', safeContact, about: 'A paper I signed.', language: 'EN', ...parts };
  const { replyCode: code } = await ask<{ replyCode: string }>(
    app,
    'mutation ($input: RequestConsultationInput!) { requestConsultation(input: $input) { replyCode } }',
    { input },
  );
  return { id: await applicationIdOf(app, code), code };
}

async function applicationIdOf(app: TestApp, code: string): Promise<string> {
  const found = await app.nest.get(CodeGate).find(await app.nest.get(ReplyCodes).hash(code));
  if (!found) throw new Error('This code opens nothing.');
  return found.recordId;
}

export async function anIntroduction(
  app: TestApp,
  parts: { alias?: string; shares?: string; availability?: string } = {},
) {
  const member = await aBusinessPerson(app);
  const { id: opportunityId } = await anOpportunity(app.db, { businessId: member.businessId });
  const { id, code } = await anApplication(app, { opportunityId });
  const advocate = await anAdvocate(app);
  const desk = asAdvocate(app, advocate);
  await desk.take(id);
  const now = app.clock.now().valueOf();
  const { consents } = await desk.recordConsent({
    applicationId: id,
    shares: parts.shares ?? 'First name and that they bake.',
    consentMethod: 'SIGNED',
    givenAt: new Date(now - 1_000).toISOString(),
    expiresAt: new Date(now + days(30)).toISOString(),
  });
  const consentId = consents[0]!.id;
  const { introduction } = await desk.introduce({
    applicationId: id,
    consentId,
    alias: parts.alias ?? 'L.',
    availability: parts.availability ?? 'Mornings',
  });
  return { id, code, opportunityId, consentId, introductionId: introduction!.id, member, advocate, desk };
}
