import { Injectable } from '@nestjs/common';
import { Clock, notFound, type Tx } from '@upstander/platform';
import { insertApproved } from './approved-credential.js';
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
    return insertApproved(tx, type, {
      volunteerId: training.volunteerId,
      issuedOn: training.day,
      expiresOn: lastDay(training.day, type),
      evidence: training.course,
      by: null,
      at: this.clock.now(),
    });
  }
}
