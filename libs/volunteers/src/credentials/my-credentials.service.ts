import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor, type LocaleName } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import {
  badInput,
  Clock,
  Database,
  insertRow,
  isUuid,
  normalEmail,
  notFound,
  personName,
  readInput,
  Refusal,
  refuseFaults,
  violatedConstraint,
  type Tx,
} from '@upstander/platform';
import { In } from 'typeorm';
import { MyProfile } from '../profile/my-profile.service.js';
import { isMinor } from '../profile/volunteer-columns.js';
import { noteCredential } from './credential-history.js';
import { CredentialReads } from './credential-reads.js';
import type { CredentialType } from './credential-type.entity.js';
import { CredentialTypes } from './credential-types.service.js';
import { ClaimCredentialInput, Credential, type MyCredential } from './credential.entity.js';
import { backgroundCheckInSteps } from './credential-desk.service.js';
import { dayFaults, lastDay } from './expiry.js';
import type { SignWaiverInput } from './waiver.input.js';

interface SignedInVolunteer {
  id: string;
  email: string;
  isMinor: boolean;
}

@Injectable()
export class MyCredentials {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly profile: MyProfile,
    private readonly types: CredentialTypes,
    private readonly reads: CredentialReads,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Claims a credential, which is valid once staff approve it.
   * @throws Refusal BAD_INPUT, NOT_FOUND, CREDENTIAL_PENDING, WAIVER_IS_SIGNED, SCREENING_IN_STEPS
   */
  async claim(actor: Actor, input: ClaimCredentialInput): Promise<MyCredential> {
    const type = await this.requireActiveType(input.typeId);
    if (type.kind === 'waiver') throw new Refusal('WAIVER_IS_SIGNED', 'A waiver has to be signed.');
    if (type.kind === 'screening') throw backgroundCheckInSteps();
    const { values, faults } = readInput(ClaimCredentialInput, input);
    if (!faults['evidence'] && !values.evidence) faults['evidence'] = 'required';
    refuseFaults({ ...faults, ...dayFaults(values, this.clock.today()) });
    return this.write(actor, type, async (tx, me, at) => {
      const { issuedOn, expiresOn, evidence } = values;
      const id = await insertRow(tx.manager, Credential, {
        volunteerId: me.id,
        typeId: type.id,
        kind: type.kind,
        status: 'claimed',
        issuedOn,
        expiresOn,
        evidence,
        createdAt: at,
        updatedAt: at,
      });
      await noteCredential(tx, { volunteerId: me.id, typeName: type.name }, { status: 'claimed', at });
      return id;
    });
  }

  /**
   * Signs the current version of a waiver; repeated calls have no effect. For a minor, emails the guardian instead.
   * @throws Refusal BAD_INPUT, NOT_FOUND, TEXT_CHANGED, CREDENTIAL_PENDING while a guardian's signature is pending, TOO_MANY_TRIES
   */
  async sign(actor: Actor, input: SignWaiverInput): Promise<MyCredential> {
    const type = await this.requireActiveType(input.typeId);
    if (type.kind !== 'waiver') throw notFound('This waiver');
    const version = requireCurrentText(type, input.version);
    return this.write(actor, type, async (tx, me, at) => {
      if (me.isMinor) return this.askGuardian(tx, actor, { me, type, version, at, input });
      const name = personName('name', input.name ?? '', 120);
      const [signedCredential] = await tx.query<{ id: string }>(
        `SELECT id FROM volunteers.credential
         WHERE volunteer_id = $1 AND type_id = $2 AND status = 'approved' AND text_version = $3
           AND (expires_on IS NULL OR expires_on >= $4) ORDER BY created_at DESC LIMIT 1`,
        [me.id, type.id, version, this.clock.today()],
      );
      if (signedCredential) return signedCredential.id;
      return this.insertWaiver(tx, {
        me,
        type,
        version,
        at,
        signed: { name, locale: input.locale ?? actor.locale ?? 'en' },
      });
    });
  }

  /** @throws Refusal NOT_FOUND, CREDENTIAL_DECIDED */
  async withdraw(actor: Actor, id: string): Promise<MyCredential> {
    const at = this.clock.now();
    return this.db.transaction(async (tx) => {
      const me = await this.me(tx, actor);
      const credential = (await this.reads.findMine(me.id, tx)).find((one) => one.id === id.toLowerCase());
      if (!isUuid(id) || !credential) throw notFound('This credential');
      const undecided = In(['claimed', 'requested', 'disclosed', 'authorised']);
      const { affected: removed } = await tx.manager.update(
        Credential,
        { id: credential.id, status: undecided },
        { status: 'withdrawn', tokenVersion: () => 'token_version + 1', updatedAt: at },
      );
      if (!removed && credential.status !== 'withdrawn') {
        throw new Refusal('CREDENTIAL_DECIDED', 'Someone already decided on this. Please check it again.');
      }
      if (removed) {
        await noteCredential(tx, { volunteerId: me.id, typeName: credential.type.name }, { status: 'withdrawn', at });
      }
      return (await this.reads.findMine(me.id, tx)).find((one) => one.id === credential.id)!;
    });
  }

  /** Runs `work` with the volunteer's row locked. @throws Refusal CREDENTIAL_PENDING for a second open one of a type */
  async write(
    actor: Actor,
    type: Pick<CredentialType, 'id'>,
    work: (tx: Tx, me: SignedInVolunteer, at: Date) => Promise<string>,
  ): Promise<MyCredential> {
    const at = this.clock.now();
    try {
      return await this.db.transaction(async (tx) => {
        const me = await this.me(tx, actor);
        const id = await work(tx, me, at);
        return (await this.reads.findMine(me.id, tx)).find((one) => one.id === id)!;
      });
    } catch (error) {
      if (violatedConstraint(error) !== 'credential_open_once') throw error;
      throw new Refusal('CREDENTIAL_PENDING', 'This is already in progress. Someone needs to respond first.', {
        typeId: type.id,
      });
    }
  }

  /** True if the volunteer counts as under 18, so that a guardian must sign. */
  async isMinor(volunteerId: string): Promise<boolean> {
    return (await this.readMe(this.db, volunteerId)).isMinor;
  }

  private async me(tx: Tx, actor: Actor): Promise<SignedInVolunteer> {
    const { id } = await this.profile.lockOwn(tx, actor);
    return this.readMe(tx, id);
  }

  private async readMe(db: Database | Tx, id: string): Promise<SignedInVolunteer> {
    const [me] = await db.query<SignedInVolunteer & Record<string, unknown>>(
      `SELECT v.id, v.email::text, ${isMinor('$2')} AS "isMinor" FROM volunteers.volunteer v WHERE v.id = $1`,
      [id, this.clock.now().getUTCFullYear()],
    );
    return me!;
  }

  private async requireActiveType(typeId: string): Promise<CredentialType> {
    const type = await this.types.byId(typeId);
    if (type.retiredAt) throw notFound('This credential');
    return type;
  }

  private async askGuardian(
    tx: Tx,
    actor: Actor,
    args: { me: SignedInVolunteer; type: CredentialType; version: number; at: Date; input: SignWaiverInput },
  ): Promise<string> {
    const { me, type, version, at, input } = args;
    if (!input.guardianEmail) throw badInput({ guardianEmail: 'required' });
    const guardianEmail = normalEmail(input.guardianEmail) ?? input.guardianEmail;
    if (guardianEmail.toLowerCase() === me.email.toLowerCase()) throw badInput({ guardianEmail: 'your-own' });
    await this.limits.consume('ask-guardian', String(actor.accountId));
    const id = await this.insertWaiver(tx, { me, type, version, at, guardianEmail });
    await this.outbox.add(tx, {
      key: `guardian-waiver/${id}`,
      template: 'guardian-waiver',
      subjectId: id,
      recipient: guardianEmail,
      locale: (input.locale ?? actor.locale ?? 'en') as LocaleName,
    });
    return id;
  }

  private async insertWaiver(
    tx: Tx,
    row: {
      me: SignedInVolunteer;
      type: CredentialType;
      version: number;
      at: Date;
      guardianEmail?: string;
      signed?: { name: string; locale: LocaleName };
    },
  ): Promise<string> {
    const { me, type, version, at, guardianEmail, signed } = row;
    const today = this.clock.today();
    const signature = signed && {
      signedName: signed.name,
      signedLocale: signed.locale,
      signedAt: at,
      decidedAt: at,
      issuedOn: today,
      expiresOn: lastDay(today, type),
    };
    const status = signed ? 'approved' : 'requested';
    const id = await insertRow(tx.manager, Credential, {
      volunteerId: me.id,
      typeId: type.id,
      kind: 'waiver',
      status,
      textVersion: version,
      guardianEmail: guardianEmail ?? null,
      ...signature,
      createdAt: at,
      updatedAt: at,
    });
    await noteCredential(tx, { volunteerId: me.id, typeName: type.name }, { status, at });
    return id;
  }
}

/** Returns the current version of a text. @throws Refusal TEXT_CHANGED for any other; NOT_FOUND if there is none */
export function requireCurrentText(type: Pick<CredentialType, 'textVersion'>, version: number): number {
  if (type.textVersion === null) throw notFound('This text');
  if (version !== type.textVersion) {
    throw new Refusal('TEXT_CHANGED', 'There’s a new version of this text. Please read it first.', {
      version: type.textVersion,
    });
  }
  return version;
}
