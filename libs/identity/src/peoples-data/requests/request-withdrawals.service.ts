import { Injectable } from '@nestjs/common';
import { Clock, Database, JobQueue, Refusal, type Tx } from '@upstander/platform';
import type { Actor } from '../../access/actor.js';
import { FreshSecondStep } from '../../authenticators/fresh-second-step.js';
import { TwoPersonRule } from '../../two-people/two-people.js';
import { DataRequest, type ShownDataRequest } from './data-request.entity.js';
import { DataRequests } from './data-requests.service.js';
import { lockRequest } from './lock-request.js';

/**
 * Only the person can withdraw their own request.
 * A request that staff opened takes two staff members. The person gets an email either way.
 */
@Injectable()
export class RequestWithdrawals {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
    private readonly freshSecondStep: FreshSecondStep,
    private readonly people: TwoPersonRule,
    private readonly requests: DataRequests,
  ) {}

  /**
   * Confirms a colleague's proposal, if there is one. Closed requests stay unchanged.
   * @throws Refusal NOT_FOUND, SECOND_STEP_AGAIN, ONLY_THE_PERSON, SECOND_PERSON_NEEDED, NOT_TWO_PEOPLE
   */
  async byStaff(actor: Actor, id: string): Promise<ShownDataRequest> {
    const at = this.clock.now();
    await this.db.transaction(async (tx) => {
      const request = await lockRequest(tx, id);
      if (request.status !== 'open') return;
      await this.freshSecondStep.require(tx, actor);
      if (request.askedBy === null && !request.byOperator) throw personOnlyRefusal();
      if (request.withdrawalAskedBy === null) {
        const proposed = { withdrawalAskedBy: actor.accountId, withdrawalAskedAt: at };
        await tx.manager.update(DataRequest, id, proposed);
        return;
      }
      if (request.withdrawalAskedBy === actor.accountId) {
        throw new Refusal('SECOND_PERSON_NEEDED', 'Someone else has to confirm this.');
      }
      await this.people.require(tx, request.withdrawalAskedBy, actor.accountId, at);
      await this.end(tx, id, actor.accountId);
    });
    return this.requests.byId(actor, id);
  }

  /** @throws Refusal ERASURE_UNDER_WAY if there is none to withdraw */
  async byPerson(email: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [request] = await tx.query<{ id: string }>(
        `SELECT id FROM identity.data_request WHERE email = $1 AND kind = 'erasure' AND status = 'open' FOR UPDATE`,
        [email],
      );
      if (!request) {
        throw new Refusal(
          'ERASURE_UNDER_WAY',
          'There’s no request left to withdraw. It was already withdrawn, or your data is being erased.',
        );
      }
      await this.end(tx, request.id, null);
    });
  }

  /** Keeps the address until the email to the person is written. */
  private async end(tx: Tx, id: string, by: string | null): Promise<void> {
    await tx.manager.update(DataRequest, id, {
      status: 'withdrawn',
      endedAt: this.clock.now(),
      endedBy: by,
      refusedCode: null,
      told: 'withdrawn',
      notifiedAt: null,
    });
    tx.afterCommit(() => this.queue.enqueue('make-data-mails'));
  }
}

function personOnlyRefusal(): Refusal {
  return new Refusal(
    'ONLY_THE_PERSON',
    'The person made this request themselves, so only they can withdraw it, with the link in their email.',
  );
}
