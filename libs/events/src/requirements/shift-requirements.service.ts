import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { badInput, Clock, Database, isUuid, Refusal, type Tx } from '@upstander/platform';
import { volunteerIdOfAddress } from '@upstander/volunteers';
import { dueAt, lacksCredential, reason, requiredOfShifts, typeJson } from './requirement-columns.js';
import type { MissingCredential } from './requirement.js';

/** Identifies the volunteer. Pass an email only if the caller has verified that the requester owns it. */
export type VolunteerRef = { id: string } | { email: string };

@Injectable()
export class ShiftRequirements {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the credentials a volunteer lacks, by shift. Shifts without missing credentials are omitted. An unknown
   * volunteer lacks everything. The caller must have verified that the requester may see this.
   */
  async findMissing(
    db: Database | Tx,
    args: { volunteer: VolunteerRef; shiftIds: readonly string[] },
  ): Promise<Map<string, MissingCredential[]>> {
    const { volunteer, shiftIds } = args;
    const [volunteerId, value] =
      'id' in volunteer ? ['$2::uuid', volunteer.id] : [volunteerIdOfAddress('$2'), volunteer.email];
    const rows = await db.query<MissingCredential & Record<string, unknown>>(
      `SELECT s.id AS "shiftId", ${typeJson} AS type, t.strict AS "isRequiredToSignUp", CASE WHEN NOT t.strict THEN ${dueAt} END AS "dueAt",
         ${reason} AS reason
       FROM ${requiredOfShifts}
         LEFT JOIN volunteers.volunteer v ON v.id = ${volunteerId}
       WHERE s.id = ANY ($1::uuid[]) AND (s.strict_credential_ids || s.day_credential_ids) <> '{}' AND ${lacksCredential}
       ORDER BY s.id, t.strict DESC, platform.fold(t.name)`,
      [shiftIds.filter(isUuid), value],
    );
    const byShift = new Map<string, MissingCredential[]>();
    for (const row of rows) byShift.set(row.shiftId, [...(byShift.get(row.shiftId) ?? []), row]);
    return byShift;
  }

  /** @throws Refusal BAD_INPUT */
  async findMine(actor: Actor, shiftIds: readonly string[]): Promise<MissingCredential[]> {
    if (shiftIds.length > 100) throw badInput({ shiftIds: 'too-many' });
    const missing = await this.findMissing(this.db, { volunteer: { email: String(actor.email) }, shiftIds });
    return [...missing.values()].flat();
  }

  /** True if the missing credential prevents a sign-up now. After the deadline, "by the day" requirements do too. */
  blocksSignUp({
    isRequiredToSignUp,
    dueAt: dueDate,
  }: Pick<MissingCredential, 'isRequiredToSignUp' | 'dueAt'>): boolean {
    return isRequiredToSignUp || dueDate === null || dueDate <= this.clock.now();
  }

  /**
   * The refusal must only be shown to the volunteer. Batches use events.lacks_credentials instead.
   * @throws Refusal CREDENTIALS_MISSING
   */
  async requireNoneMissing(tx: Tx, { volunteerId, shiftId }: { volunteerId: string; shiftId: string }): Promise<void> {
    const missing =
      (await this.findMissing(tx, { volunteer: { id: volunteerId }, shiftIds: [shiftId] })).get(shiftId) ?? [];
    const blocking = missing.filter((one) => this.blocksSignUp(one));
    if (blocking.length === 0) return;
    throw new Refusal('CREDENTIALS_MISSING', 'This shift asks for something you do not have yet.', {
      missing: blocking.map(({ type, reason: missingReason }) => ({
        typeId: type.id,
        name: type.name,
        nameEs: type.nameEs,
        reason: missingReason,
      })),
    });
  }
}
