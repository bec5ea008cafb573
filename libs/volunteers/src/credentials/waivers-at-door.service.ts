import { Injectable } from '@nestjs/common';
import { accountName } from '@upstander/identity';
import { badInput, Clock, Database, isUuid, notFound, personName, Refusal, type Tx } from '@upstander/platform';
import { noteCredential } from './credential-history.js';
import { CredentialTypes } from './credential-types.service.js';
import { Credential } from './credential.entity.js';
import { drawnSignature, type DoorSignatureInput, type DoorWaiver, type SignedAtDoor } from './door-signature.js';
import { lastDay } from './expiry.js';
import { isValidThrough } from '../held-credentials/credential-validity.js';

export interface CheckInPerson {
  signupId: string;
  volunteerId: string;
  /** True if the email address was confirmed for this sign-up. Otherwise a signature counts only for this event. */
  addressConfirmed: boolean;
  isMinor: boolean;
}

@Injectable()
export class WaiversAtDoor {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly types: CredentialTypes,
  ) {}

  async texts(typeIds: readonly string[]): Promise<Array<Omit<DoorWaiver, 'shiftIds'>>> {
    return this.db.query<Omit<DoorWaiver, 'shiftIds'> & Record<string, unknown>>(
      `SELECT t.id AS "typeId", t.name, t.name_es AS "nameEs", x.version, x.body, x.body_es AS "bodyEs"
       FROM volunteers.credential_type t
         JOIN volunteers.credential_text x ON x.type_id = t.id AND x.version = t.text_version
       WHERE t.id = ANY ($1::uuid[]) AND t.kind = 'waiver' AND t.retired_at IS NULL ORDER BY platform.fold(t.name)`,
      [typeIds],
    );
  }

  findSigned(signupIds: readonly string[]): Promise<SignedAtDoor[]> {
    return this.db.query<SignedAtDoor & Record<string, unknown>>(
      `SELECT c.id, c.signup_id AS "signupId", c.type_id AS "typeId", t.name AS "waiver", t.name_es AS "waiverEs",
         coalesce(c.text_version, 0) AS version, coalesce(c.signed_name, '') AS "signedName", c.signature, c.guardian_relation AS "guardianRelation",
         coalesce(c.signed_at, c.created_at) AS "signedAt",
         ${accountName('c.witnessed_by')} AS witness
       FROM volunteers.credential c JOIN volunteers.credential_type t ON t.id = c.type_id
       WHERE c.signup_id = ANY ($1::uuid[]) AND c.status = 'approved' ORDER BY c.signed_at DESC, c.id LIMIT 2000`,
      [signupIds],
    );
  }

  /**
   * If the waiver is already signed, the first signature stays. A pending request to a guardian is withdrawn.
   * @throws Refusal BAD_INPUT, NOT_FOUND, TEXT_CHANGED if the version was not current when signed
   */
  async sign(tx: Tx, person: CheckInPerson, input: DoorSignatureInput, by: string | null): Promise<void> {
    if (!isUuid(input.id)) throw badInput({ id: 'not-an-id' });
    const id = input.id.toLowerCase();
    const name = personName('name', input.name, 120);
    const signature = drawnSignature(input.signature);
    if (person.isMinor && !input.guardianRelation) throw badInput({ guardianRelation: 'required' });
    const type = await this.types.byId(input.typeId, tx);
    if (type.kind !== 'waiver') throw notFound('This waiver');
    const now = this.clock.now();
    const at = input.at && input.at < now ? input.at : now;
    await tx.query('SELECT FROM volunteers.volunteer WHERE id = $1 FOR NO KEY UPDATE', [person.volunteerId]);
    if (await this.isSigned(tx, person, { id, typeId: type.id })) return;
    await this.requireCurrentText(tx, { typeId: type.id, version: input.version, at });
    if (person.addressConfirmed) {
      await tx.manager.update(
        Credential,
        { volunteerId: person.volunteerId, typeId: type.id, status: 'requested' },
        { status: 'withdrawn', tokenVersion: () => 'token_version + 1', updatedAt: now },
      );
    }
    const signedOn = this.clock.dayOf(at);
    await tx.manager.insert(Credential, {
      id,
      volunteerId: person.volunteerId,
      typeId: type.id,
      kind: 'waiver',
      status: 'approved',
      textVersion: input.version,
      issuedOn: signedOn,
      expiresOn: lastDay(signedOn, type),
      signedName: name,
      signedLocale: input.locale ?? 'en',
      signedAt: at,
      signature,
      guardianRelation: input.guardianRelation ?? null,
      witnessedBy: by,
      signupId: person.signupId,
      addressConfirmed: person.addressConfirmed,
      decidedAt: now,
      createdAt: now,
      updatedAt: now,
    });
    if (person.addressConfirmed) {
      const credential = { volunteerId: person.volunteerId, typeName: type.name };
      await noteCredential(tx, credential, { status: 'approved', at: now, by });
    }
  }

  /** Makes signatures from this sign-up's event valid everywhere, once its address is confirmed. */
  async confirmAddress(tx: Tx, signupId: string): Promise<void> {
    const unconfirmed = { signupId, addressConfirmed: false };
    await tx.manager.update(Credential, unconfirmed, { addressConfirmed: true, updatedAt: this.clock.now() });
  }

  private async isSigned(tx: Tx, person: CheckInPerson, signature: { id: string; typeId: string }): Promise<boolean> {
    const [row] = await tx.query<{ theirs: boolean }>(
      `SELECT c.volunteer_id = $2 AND c.type_id = $3 AS theirs
       FROM volunteers.credential c JOIN volunteers.credential_type t ON t.id = c.type_id
       WHERE c.id = $1 OR (c.volunteer_id = $2 AND c.type_id = $3 AND (
         (c.signup_id = $4 AND c.status = 'approved' AND c.text_version = t.text_version) OR ($5 AND ${isValidThrough('$6::date')})))
       ORDER BY c.id = $1 DESC LIMIT 1`,
      [
        signature.id,
        person.volunteerId,
        signature.typeId,
        person.signupId,
        person.addressConfirmed,
        this.clock.today(),
      ],
    );
    if (row && !row.theirs) throw notFound('This signature');
    return row !== undefined;
  }

  /** Accepts an older text from an offline device if it was current when signed. @throws Refusal TEXT_CHANGED */
  private async requireCurrentText(tx: Tx, signature: { typeId: string; version: number; at: Date }): Promise<void> {
    const [existing] = await tx.query(
      `SELECT 1 AS stood FROM volunteers.credential_text x
       WHERE x.type_id = $1 AND x.version = $2 AND NOT EXISTS (
         SELECT FROM volunteers.credential_text later
         WHERE later.type_id = x.type_id AND later.version > x.version AND later.published_at <= $3
       )`,
      [signature.typeId, signature.version, signature.at],
    );
    if (!existing) throw new Refusal('TEXT_CHANGED', 'There’s a new version of this text. Please read it first.');
  }
}
