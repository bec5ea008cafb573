import { randomUUID } from 'node:crypto';
import { refusal, type TestApp } from './app.js';

export interface Caller {
  cookie?: string;
  headers?: Record<string, string>;
}

export interface CallResult<T> {
  code: string | null;
  /** For BAD_INPUT. */
  fields?: Record<string, string>;
  details?: Record<string, unknown>;
  message?: string;
  it: T;
}

export interface OwnBusiness {
  id: string;
  legalName: string;
  website: string;
  country: string;
  supervisorPhone: string;
  offers: string;
  status: string;
  statusReason: string;
  approvedUntil: string | null;
  renewing: boolean;
  mayPost: boolean;
  mayResubmit: boolean;
  myRole: string;
  frozen: boolean;
  completedEvidence: string[];
  approvalsGiven: number;
  members: Array<{ accountId: string; name: string; email: string; role: string; frozen: boolean }>;
  domainVerification: { domain: string; state: string; sentTo: string | null; verifiedAt: string | null };
  history: Array<{ kind: string; fromStatus: string | null; toStatus: string | null; note: string }>;
}

export interface Managed extends Omit<
  OwnBusiness,
  'history' | 'mayPost' | 'mayResubmit' | 'myRole' | 'frozen' | 'completedEvidence'
> {
  round: number;
  mayApprove: boolean;
  cannotApproveBecause: string | null;
  checklist: Array<{ kind: string; required: boolean; done: boolean; failed: boolean }>;
  evidence: Array<{ kind: string; passed: boolean; source: string; note: string; recordedBy: string | null }>;
  approvals: Array<{ accountId: string; name: string }>;
  changes: Array<{ field: string; before: string; after: string }>;
  history: Array<{
    kind: string;
    actorName: string | null;
    fromStatus: string | null;
    toStatus: string | null;
    note: string;
  }>;
  opportunitiesShown: number;
  opportunitiesTotal: number;
  waitingSince: string | null;
  previousRefusals: number;
}

const facts = `id legalName website country supervisorPhone offers status statusReason approvedUntil renewing approvalsGiven
  members { accountId name email role frozen } domainVerification { domain state sentTo verifiedAt }`;
const ownerFields = `${facts} mayPost mayResubmit myRole frozen completedEvidence history { kind fromStatus toStatus note }`;
const managed = `${facts} round mayApprove cannotApproveBecause checklist { kind required done failed }
  evidence { kind passed source note recordedBy } approvals { accountId name } changes { field before after }
  history { kind actorName fromStatus toStatus note } opportunitiesShown opportunitiesTotal waitingSince previousRefusals`;

const inputs = {
  registerBusiness: ['RegisterBusinessInput', ownerFields],
  updateBusiness: ['UpdateBusinessInput', ownerFields],
  resubmitBusiness: ['BusinessIdInput', ownerFields],
  addBusinessMember: ['AddBusinessMemberInput', ownerFields],
  removeBusinessMember: ['BusinessMemberInput', ownerFields],
  verifyDomain: ['VerifyDomainInput', ownerFields],
  takeBusiness: ['BusinessIdInput', managed],
  recordEvidence: ['RecordEvidenceInput', managed],
  approveBusiness: ['BusinessIdInput', managed],
  requestBusinessChanges: ['BusinessReasonInput', managed],
  refuseBusiness: ['BusinessReasonInput', managed],
  suspendBusiness: ['BusinessReasonInput', managed],
  reinstateBusiness: ['BusinessIdInput', managed],
  freezeBusinessMember: ['BusinessMemberInput', managed],
  unfreezeBusinessMember: ['BusinessMemberInput', managed],
} as const;

export type BusinessActionName = keyof typeof inputs;
export const businessActionNames = Object.keys(inputs) as BusinessActionName[];

export async function callBusinessMutation<T = OwnBusiness>(
  app: TestApp,
  caller: Caller,
  name: BusinessActionName,
  input: Record<string, unknown>,
): Promise<CallResult<T>> {
  const [type, select] = inputs[name];
  const answer = await app.graphql<Record<string, T> | null>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${select} } }`,
    { input },
    caller,
  );
  return toCallResult(answer, answer.data?.[name]);
}

/** The same for staff, with more fields. */
export const actAsStaff = (app: TestApp, caller: Caller, name: BusinessActionName, input: Record<string, unknown>) =>
  callBusinessMutation<Managed>(app, caller, name, input);

export async function myBusiness(app: TestApp, caller: Caller, id: string): Promise<CallResult<OwnBusiness>> {
  const answer = await app.graphql<{ myBusiness: OwnBusiness } | null>(
    `query ($id: ID!) { myBusiness(id: $id) { ${ownerFields} } }`,
    { id },
    caller,
  );
  return toCallResult(answer, answer.data?.myBusiness);
}

export async function manageBusiness(app: TestApp, caller: Caller, id: string): Promise<CallResult<Managed>> {
  const answer = await app.graphql<{ manageBusiness: Managed } | null>(
    `query ($id: ID!) { manageBusiness(id: $id) { ${managed} } }`,
    { id },
    caller,
  );
  return toCallResult(answer, answer.data?.manageBusiness);
}

export async function confirmDomain(app: TestApp, token: string): Promise<string | null> {
  return refusal(await app.graphql('mutation ($t: String!) { confirmDomain(token: $t) { ok } }', { t: token }));
}

function toCallResult<T>(
  answer: { errors?: Array<{ message: string; extensions: { code: string; details?: Record<string, unknown> } }> },
  it: T | null | undefined,
): CallResult<T> {
  const error = answer.errors?.[0];
  const details = error?.extensions.details;
  return {
    code: error?.extensions.code ?? null,
    fields: details?.['fields'] as Record<string, string> | undefined,
    details,
    message: error?.message,
    it: it as T,
  };
}

export function registration(changes: Record<string, unknown> = {}): Record<string, unknown> {
  const unique = randomUUID().slice(0, 8);
  return {
    legalName: 'Larkfield Bakery LLC',
    registrationNumber: `C ${unique}`,
    street: '12 Main Street',
    city: 'Los Angeles',
    region: 'CA',
    postalCode: '90012',
    website: `www.larkfield-${unique}.example`,
    supervisorName: 'Marta Lopez',
    supervisorTitle: 'Head baker',
    supervisorPhone: '(310) 555-0123',
    offers: 'Early work in a warm room.',
    ...changes,
  };
}
