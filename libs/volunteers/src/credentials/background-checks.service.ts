import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import {
  badInput,
  Clock,
  Config,
  Database,
  insertRowOnce,
  isUuid,
  notFound,
  personName,
  Refusal,
  refuseFaults,
  typedLine,
  type Tx,
} from '@upstander/platform';
import { VolunteerAccess } from '../access/volunteer-access.js';
import { afterBusinessDays } from './business-days.js';
import { decidedRefusal, backgroundCheckInSteps } from './credential-desk.service.js';
import { noteCredential } from './credential-history.js';
import { CredentialReads } from './credential-reads.js';
import type { CredentialStatus } from './credential-status.js';
import { CredentialTypes } from './credential-types.service.js';
import { Credential, type ManagedCredential, type MyCredential } from './credential.entity.js';
import { dayFaults, lastDay } from './expiry.js';
import { MyCredentials, requireCurrentText } from './my-credentials.service.js';
import type { RecordBackgroundCheckInput } from './background-check.input.js';
import { joinVolunteer } from '../profile/volunteer-joins.js';

type BackgroundCheckMailName = 'credential-decided' | 'screening-asked' | 'screening-notice' | 'screening-refused';

interface LockedBackgroundCheck {
  id: string;
  volunteerId: string;
  status: CredentialStatus;
  typeId: string;
  typeName: string;
  textVersion: number | null;
  validMonths: number | null;
  finalFrom: string | null;
  email: string | null;
  locale: 'en' | 'es';
}

/**
 * Runs background checks in the order required by the Fair Credit Reporting Act.
 * First the standalone disclosure, then written authorization, then the check (15 U.S.C. 1681b(b)(2)). Before an
 * adverse decision: a notice, time to respond, and a final notice (1681b(b)(3), 1681m). Nothing from the report is
 * stored.
 */
@Injectable()
export class BackgroundChecks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: VolunteerAccess,
    private readonly types: CredentialTypes,
    private readonly myCredentials: MyCredentials,
    private readonly reads: CredentialReads,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal NOT_FOUND, CREDENTIAL_PENDING */
  async request(actor: Actor, volunteerId: string, typeId: string): Promise<ManagedCredential> {
    await this.access.require(actor, [volunteerId]);
    const type = await this.types.byId(typeId);
    if (type.kind !== 'screening' || type.retiredAt || type.textVersion === null) throw notFound('This credential');
    const at = this.clock.now();
    const id = await this.db.transaction(async (tx) => {
      const createdId = await insertRowOnce(tx.manager, Credential, {
        volunteerId,
        typeId: type.id,
        kind: 'screening',
        status: 'requested',
        createdAt: at,
        updatedAt: at,
      });
      if (!createdId)
        throw new Refusal('CREDENTIAL_PENDING', 'This is already in progress. Someone needs to respond first.');
      await this.recordHistory(tx, await this.lock(tx, createdId), { status: 'requested', by: actor.accountId });
      await this.notify(tx, await this.lock(tx, createdId), 'screening-asked');
      return createdId;
    });
    return (await this.reads.byIds(actor, [id]))[0]!;
  }

  /**
   * Records that the volunteer read the standalone disclosure.
   * @throws Refusal NOT_FOUND, TEXT_CHANGED, SCREENING_IN_STEPS
   */
  async disclose(actor: Actor, id: string, version: number): Promise<MyCredential> {
    return this.advance(actor, id, 'requested', async (tx, check, at) => {
      requireCurrentText(check, version);
      await tx.manager.update(Credential, check.id, {
        status: 'disclosed',
        disclosedAt: at,
        textVersion: version,
        updatedAt: at,
      });
      await this.recordHistory(tx, check, { status: 'disclosed' });
    });
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT, SCREENING_IN_STEPS before the disclosure */
  async authorise(actor: Actor, id: string, name: string): Promise<MyCredential> {
    const signed = personName('name', name, 120);
    return this.advance(actor, id, 'disclosed', async (tx, check, at) => {
      await tx.manager.update(Credential, check.id, {
        status: 'authorised',
        authorizedAt: at,
        signedAt: at,
        signedName: signed,
        updatedAt: at,
      });
      await this.recordHistory(tx, check, { status: 'authorised' });
    });
  }

  /**
   * Records the result. If it is not clear, sends the pre-adverse action notice and starts the waiting period.
   * @throws Refusal NOT_FOUND, BAD_INPUT, SCREENING_IN_STEPS before the authorization
   */
  async record(actor: Actor, input: RecordBackgroundCheckInput): Promise<ManagedCredential> {
    const reference = typedLine('providerReference', input.providerReference, 100);
    refuseFaults(dayFaults(input, this.clock.today()));
    if (!input.clear && !input.reportGiven) throw badInput({ reportGiven: 'required' });
    return this.decideLocked(actor, input.id, async (tx, check, at) => {
      // A clear result can be corrected later, which also sends the notice.
      const isCorrection = check.status === 'approved' && !input.clear;
      if (check.status !== 'authorised' && !isCorrection) throw backgroundCheckInSteps();
      const status = input.clear ? 'approved' : 'under_review';
      const finalFrom = input.clear ? null : afterBusinessDays(this.clock.today(), this.config.SCREENING_WAIT_DAYS);
      await tx.manager.update(Credential, check.id, {
        status,
        issuedOn: input.issuedOn,
        expiresOn: input.expiresOn ?? lastDay(input.issuedOn, check),
        providerReference: reference,
        notifiedAt: input.clear ? null : at,
        finalFrom,
        decidedBy: actor.accountId,
        decidedAt: at,
        updatedAt: at,
      });
      await this.recordHistory(tx, check, { status, by: actor.accountId });
      await this.notify(tx, check, input.clear ? 'credential-decided' : 'screening-notice');
    });
  }

  /**
   * Approves at any time after the notice, or rejects once the waiting period is over. Notifies the volunteer.
   * @throws Refusal NOT_FOUND, NOTICE_RUNS with the first possible date of a rejection, CREDENTIAL_DECIDED
   */
  async decide(actor: Actor, id: string, approve: boolean): Promise<ManagedCredential> {
    return this.decideLocked(actor, id, async (tx, check, at) => {
      const status = approve ? 'approved' : 'rejected';
      if (check.status === status) return;
      if (check.status !== 'under_review') throw decidedRefusal();
      if (!approve && this.clock.today() < String(check.finalFrom)) {
        throw new Refusal('NOTICE_RUNS', 'The volunteer still has time to respond to the notice.', {
          finalFrom: check.finalFrom,
        });
      }
      const decision = { status, decidedBy: actor.accountId, decidedAt: at } as const;
      await tx.manager.update(Credential, check.id, { ...decision, updatedAt: at });
      await this.recordHistory(tx, check, { status, by: actor.accountId });
      await this.notify(tx, check, approve ? 'credential-decided' : 'screening-refused');
    });
  }

  private advance(
    actor: Actor,
    id: string,
    from: CredentialStatus,
    work: (tx: Tx, check: LockedBackgroundCheck, at: Date) => Promise<void>,
  ): Promise<MyCredential> {
    return this.myCredentials.write(actor, { id }, async (tx, me, at) => {
      const check = await this.lock(tx, id);
      if (check.volunteerId !== me.id) throw notFound('This credential');
      if (check.status !== from) throw backgroundCheckInSteps();
      await work(tx, check, at);
      return check.id;
    });
  }

  private async decideLocked(
    actor: Actor,
    id: string,
    work: (tx: Tx, check: LockedBackgroundCheck, at: Date) => Promise<void>,
  ): Promise<ManagedCredential> {
    await this.db.transaction(async (tx) => {
      const check = await this.lock(tx, id);
      await this.access.require(actor, [check.volunteerId]);
      await work(tx, check, this.clock.now());
    });
    return (await this.reads.byIds(actor, [id.toLowerCase()]))[0]!;
  }

  private async lock(tx: Tx, id: string): Promise<LockedBackgroundCheck> {
    const [check] = isUuid(id)
      ? await tx.query<LockedBackgroundCheck & Record<string, unknown>>(
          `SELECT c.id, c.volunteer_id AS "volunteerId", c.status, t.id AS "typeId", t.name AS "typeName",
             t.text_version AS "textVersion", t.valid_months AS "validMonths", c.final_from::text AS "finalFrom",
             v.email::text, v.locale
           FROM volunteers.credential c JOIN volunteers.credential_type t ON t.id = c.type_id
             ${joinVolunteer('c')}
           WHERE c.id = $1 AND c.kind = 'screening' FOR NO KEY UPDATE OF c`,
          [id],
        )
      : [];
    if (!check) throw notFound('This credential');
    return check;
  }

  private recordHistory(
    tx: Tx,
    check: LockedBackgroundCheck,
    change: { status: CredentialStatus; by?: string | null },
  ): Promise<void> {
    return noteCredential(tx, check, { ...change, at: this.clock.now() });
  }

  private async notify(tx: Tx, check: LockedBackgroundCheck, template: BackgroundCheckMailName): Promise<void> {
    await this.outbox.add(tx, {
      key: `${template}/${check.id}`,
      template,
      subjectId: check.id,
      recipient: check.email,
      locale: check.locale,
    });
  }
}
