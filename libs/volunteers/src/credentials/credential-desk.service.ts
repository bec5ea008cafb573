import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import {
  badInput,
  Clock,
  Database,
  isUuid,
  notFound,
  readInput,
  Refusal,
  refuseFaults,
  typedText,
  type Tx,
} from '@upstander/platform';
import { VolunteerAccess } from '../access/volunteer-access.js';
import { insertApproved } from './approved-credential.js';
import { noteCredential } from './credential-history.js';
import { CredentialReads } from './credential-reads.js';
import type { CredentialStatus } from './credential-status.js';
import { CredentialTypes } from './credential-types.service.js';
import { Credential, RecordCredentialInput, type ManagedCredential } from './credential.entity.js';
import { dayFaults, lastDay } from './expiry.js';
import { joinVolunteer } from '../profile/volunteer-joins.js';

const maxIds = 100;

interface LockedCredential extends Pick<
  Credential,
  'id' | 'volunteerId' | 'kind' | 'status' | 'issuedOn' | 'expiresOn'
> {
  typeName: string;
  validMonths: number | null;
  email: string | null;
  locale: 'en' | 'es';
}

@Injectable()
export class CredentialDesk {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: VolunteerAccess,
    private readonly types: CredentialTypes,
    private readonly reads: CredentialReads,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The credential is valid immediately, and a pending claim is approved with it.
   * @throws Refusal NOT_FOUND, BAD_INPUT, SIGNED_BY_ITS_OWNER for a waiver, SCREENING_IN_STEPS for a screening
   */
  async record(actor: Actor, input: RecordCredentialInput): Promise<ManagedCredential> {
    await this.access.require(actor, [input.volunteerId]);
    const type = await this.types.byId(input.typeId);
    if (type.kind === 'waiver') throw new Refusal('SIGNED_BY_ITS_OWNER', 'Only the volunteer can sign a waiver.');
    if (type.kind === 'screening') throw backgroundCheckInSteps();
    const { values, faults } = readInput(RecordCredentialInput, input);
    refuseFaults({ ...faults, ...dayFaults(values, this.clock.today()) });
    const { volunteerId, issuedOn, evidence } = values;
    const expiresOn = values.expiresOn ?? lastDay(issuedOn!, type);
    const at = this.clock.now();
    const id = await this.db.transaction((tx) =>
      insertApproved(tx, type, { volunteerId, issuedOn, expiresOn, evidence, by: actor.accountId, at }),
    );
    return (await this.reads.byIds(actor, [id]))[0]!;
  }

  /**
   * Records a training for everyone who attended an event, in the caller's transaction. Returns how many are new.
   * @throws Refusal NOT_FOUND if the type is not a training
   */
  async recordAttended(
    tx: Tx,
    training: {
      typeId: string;
      eventId: string;
      attended: ReadonlyArray<{ volunteerId: string; title: string; day: string }>;
      by: string | null;
    },
  ): Promise<number> {
    const type = await this.types.byId(training.typeId, tx);
    if (type.kind !== 'training') throw notFound('This training');
    const at = this.clock.now();
    const rows = training.attended.map((one) => ({ ...one, expiresOn: lastDay(one.day, type) }));
    const created = await tx.query<{ volunteerId: string }>(
      `INSERT INTO volunteers.credential (volunteer_id, type_id, kind, status, issued_on, expires_on, evidence, event_id,
         decided_by, decided_at, created_at, updated_at)
       SELECT i."volunteerId", $2, 'training', 'approved', i.day, i."expiresOn", i.title, $3, $4, $5, $5, $5
       FROM jsonb_to_recordset($1) AS i ("volunteerId" uuid, title text, day date, "expiresOn" date) ORDER BY i."volunteerId"
       ON CONFLICT (volunteer_id, type_id, event_id) WHERE event_id IS NOT NULL DO NOTHING
       RETURNING volunteer_id AS "volunteerId"`,
      [JSON.stringify(rows), type.id, training.eventId, training.by, at],
    );
    for (const { volunteerId } of created) {
      await noteCredential(tx, { volunteerId, typeName: type.name }, { status: 'approved', at, by: training.by });
    }
    return created.length;
  }

  /**
   * Decides all or none of the claims. A rejection needs a reason. Repeating the same decision has no effect.
   * @throws Refusal NOT_FOUND, BAD_INPUT, SCREENING_IN_STEPS, CREDENTIAL_DECIDED if one was decided differently
   */
  async decide(
    actor: Actor,
    ids: readonly string[],
    decision: { approve: boolean; reason?: string | null },
  ): Promise<ManagedCredential[]> {
    if (ids.length > maxIds) throw badInput({ ids: 'too-many' });
    const status = decision.approve ? 'approved' : 'rejected';
    const reason = decision.approve ? null : typedText('reason', decision.reason ?? '', 500);
    const distinctIds = [...new Set(ids.map((id) => id.toLowerCase()))];
    await this.db.transaction(async (tx) => {
      const credentials = await this.lockCredentials(tx, actor, distinctIds);
      for (const one of credentials) {
        if (one.kind === 'screening') throw backgroundCheckInSteps();
        if (one.status !== 'claimed' && one.status !== status) throw decidedRefusal();
      }
      for (const one of credentials.filter(({ status: previousStatus }) => previousStatus === 'claimed')) {
        const expiresOn = one.expiresOn ?? (one.issuedOn && lastDay(one.issuedOn, one));
        await this.decideOne(tx, actor, one, { status, reason, expiresOn });
      }
    });
    return this.reads.byIds(actor, distinctIds);
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT, SCREENING_IN_STEPS, CREDENTIAL_DECIDED */
  async revoke(actor: Actor, id: string, reasonInput: string): Promise<ManagedCredential> {
    const reason = typedText('reason', reasonInput, 500);
    await this.db.transaction(async (tx) => {
      const [one] = await this.lockCredentials(tx, actor, [id.toLowerCase()]);
      if (one!.kind === 'screening') throw backgroundCheckInSteps();
      if (one!.status === 'revoked') return;
      if (one!.status !== 'approved') throw decidedRefusal();
      await this.decideOne(tx, actor, one!, { status: 'revoked', reason, expiresOn: one!.expiresOn });
    });
    return (await this.reads.byIds(actor, [id.toLowerCase()]))[0]!;
  }

  /** Locks in ID order, like everywhere else. @throws Refusal NOT_FOUND unless the actor may see each volunteer */
  private async lockCredentials(tx: Tx, actor: Actor, ids: readonly string[]): Promise<LockedCredential[]> {
    const credentials = ids.every(isUuid)
      ? await tx.query<LockedCredential & Record<string, unknown>>(
          `SELECT c.id, c.volunteer_id AS "volunteerId", c.kind, c.status, c.issued_on::text AS "issuedOn",
             c.expires_on::text AS "expiresOn", t.name AS "typeName", t.valid_months AS "validMonths", v.email::text, v.locale
           FROM volunteers.credential c JOIN volunteers.credential_type t ON t.id = c.type_id
             ${joinVolunteer('c')}
           WHERE c.id = ANY ($1::uuid[]) ORDER BY c.id FOR NO KEY UPDATE OF c`,
          [ids],
        )
      : [];
    if (credentials.length !== ids.length || credentials.length === 0) throw notFound('This credential');
    await this.access.require(
      actor,
      credentials.map(({ volunteerId }) => volunteerId),
    );
    return credentials;
  }

  private async decideOne(
    tx: Tx,
    actor: Actor,
    one: LockedCredential,
    to: { status: CredentialStatus; reason: string | null; expiresOn: string | null },
  ): Promise<void> {
    const at = this.clock.now();
    const decision = { decidedBy: actor.accountId, decidedAt: at, updatedAt: at };
    await tx.manager.update(Credential, one.id, { ...to, ...decision });
    await noteCredential(tx, one, { status: to.status, at, by: actor.accountId });
    await this.outbox.add(tx, {
      key: `credential-decided/${one.id}/${to.status}`,
      template: 'credential-decided',
      subjectId: one.id,
      recipient: one.email,
      locale: one.locale,
    });
  }
}

export function backgroundCheckInSteps(): Refusal {
  return new Refusal(
    'SCREENING_IN_STEPS',
    'A background check has three steps in order: disclosure, authorization and result.',
  );
}

export function decidedRefusal(): Refusal {
  return new Refusal('CREDENTIAL_DECIDED', 'Someone already decided on this. Please check it again.');
}
