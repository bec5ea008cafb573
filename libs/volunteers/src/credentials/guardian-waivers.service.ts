import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { Clock, Database, notFound, personName, SignedIds, type Tx } from '@upstander/platform';
import { noteCredential } from './credential-history.js';
import { Credential } from './credential.entity.js';
import { lastDay } from './expiry.js';
import { requireCurrentText } from './my-credentials.service.js';
import type { GuardianWaiver, SignGuardianWaiverInput } from './waiver.input.js';
import { joinVolunteer } from '../profile/volunteer-joins.js';

export const guardianPurpose = 'guardian-waiver';

interface RequestedWaiver extends GuardianWaiver {
  id: string;
  volunteerId: string;
  typeName: string;
  status: string;
  textVersion: number | null;
  validMonths: number | null;
}

@Injectable()
export class GuardianWaivers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly signedIds: SignedIds,
  ) {}

  /** @throws Refusal NOT_FOUND for an invalid or outdated link */
  async byToken(token: string): Promise<GuardianWaiver> {
    return this.find(this.db, token);
  }

  /**
   * Repeated calls have no effect.
   * @throws Refusal NOT_FOUND, BAD_INPUT, TEXT_CHANGED, TOO_MANY_TRIES
   */
  async sign(actor: Actor, input: SignGuardianWaiverInput): Promise<GuardianWaiver> {
    await this.limits.consume('guardian-sign', actor.address);
    const name = personName('name', input.name, 120);
    const at = this.clock.now();
    return this.db.transaction(async (tx) => {
      const waiver = await this.find(tx, input.token, true);
      if (waiver.status !== 'requested') return waiver;
      const version = requireCurrentText(waiver, input.version);
      const today = this.clock.today();
      await tx.manager.update(Credential, waiver.id, {
        status: 'approved',
        textVersion: version,
        signedName: name,
        signedLocale: input.locale ?? 'en',
        signedAt: at,
        issuedOn: today,
        expiresOn: lastDay(today, waiver),
        decidedAt: at,
        updatedAt: at,
      });
      await noteCredential(tx, waiver, { status: 'approved', at });
      return { ...waiver, signedAt: at };
    });
  }

  private async find(db: Database | Tx, token: string, lock = false): Promise<RequestedWaiver> {
    const link = this.signedIds.verify(guardianPurpose, token);
    const [waiver] = link
      ? await db.query<RequestedWaiver & Record<string, unknown>>(
          `SELECT c.id, c.volunteer_id AS "volunteerId", c.status, c.signed_at AS "signedAt", t.id AS "typeId", t.name,
             t.name AS "typeName", t.name_es AS "nameEs", t.text_version AS "textVersion", t.valid_months AS "validMonths",
             x.version, x.body, x.body_es AS "bodyEs",
             split_part(coalesce(v.preferred_name, v.name), ' ', 1) AS "firstName"
           FROM volunteers.credential c JOIN volunteers.credential_type t ON t.id = c.type_id
             ${joinVolunteer('c')}
             JOIN volunteers.credential_text x ON x.type_id = t.id
               AND x.version = CASE WHEN c.status = 'requested' THEN t.text_version ELSE c.text_version END
           WHERE c.id = $1 AND c.token_version = $2 AND c.guardian_email IS NOT NULL
             AND c.status IN ('requested', 'approved') ${lock ? 'FOR NO KEY UPDATE OF c' : ''}`,
          [link.id, link.version],
        )
      : [];
    if (!waiver) throw notFound('This waiver');
    return waiver;
  }
}
