import { Injectable } from '@nestjs/common';
import { Clock, notFound, type Tx } from '@upstander/platform';
import { noteCredential } from './credential-history.js';
import { CredentialTypes } from './credential-types.service.js';
import { lastDay } from './expiry.js';

/** Records trainings completed as a course. They are valid from the day of completion. */
@Injectable()
export class CourseCredentials {
  constructor(
    private readonly clock: Clock,
    private readonly types: CredentialTypes,
  ) {}

  /**
   * Records the training in the caller's transaction and returns its ID. A pending claim is approved with it.
   * @throws Refusal NOT_FOUND if the type is not an active training
   */
  async record(
    tx: Tx,
    training: { typeId: string; volunteerId: string; course: string; day: string },
  ): Promise<string> {
    const type = await this.types.byId(training.typeId, tx);
    if (type.kind !== 'training' || type.retiredAt) throw notFound('This training');
    const at = this.clock.now();
    const [row] = await tx.query<{ id: string }>(
      `WITH claim AS (
         UPDATE volunteers.credential SET status = 'approved', issued_on = $3, expires_on = $4, evidence = $5,
           decided_at = $6, updated_at = $6
         WHERE volunteer_id = $1 AND type_id = $2 AND status = 'claimed' RETURNING id
       ), made AS (
         INSERT INTO volunteers.credential (volunteer_id, type_id, kind, status, issued_on, expires_on, evidence, decided_at,
           created_at, updated_at)
         SELECT $1, $2, 'training', 'approved', $3, $4, $5, $6, $6, $6 WHERE NOT EXISTS (SELECT FROM claim) RETURNING id
       ) SELECT id FROM claim UNION ALL SELECT id FROM made`,
      [training.volunteerId, type.id, training.day, lastDay(training.day, type), training.course, at],
    );
    await noteCredential(
      tx,
      { volunteerId: training.volunteerId, typeName: type.name },
      { status: 'approved', at, by: null },
    );
    return row!.id;
  }
}
