import { Injectable } from '@nestjs/common';
import {
  Clock,
  selectList,
  Config,
  Database,
  insertRowOnce,
  JobQueue,
  keysetList,
  Refusal,
  Values,
  type Connection,
  type Tx,
  type PageArgs,
} from '@upstander/platform';
import type { Actor } from '../../access/actor.js';
import type { LocaleName } from '../../languages/locale.js';
import { FreshSecondStep } from '../../authenticators/fresh-second-step.js';
import { TwoPersonRule } from '../../two-people/two-people.js';
import {
  DataRequest,
  type DataRequestFilter,
  type OpenDataRequestInput,
  type ShownDataRequest,
} from './data-request.entity.js';
import { DataLinks } from './data-links.service.js';
import { Erasures } from '../erasures/erasures.service.js';
import { LegalHolds } from '../holds/legal-holds.service.js';
import { lockRequest } from './lock-request.js';
import { accountName } from '../../accounts/rows/account-columns.js';

@Injectable()
export class DataRequests {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly queue: JobQueue,
    private readonly freshSecondStep: FreshSecondStep,
    private readonly people: TwoPersonRule,
    private readonly legalHolds: LegalHolds,
    private readonly links: DataLinks,
    private readonly erasures: Erasures,
  ) {}

  /** Sorts open requests by deadline, closed ones latest first. */
  list(actor: Actor, { open, kind }: DataRequestFilter, page: PageArgs): Promise<Connection<ShownDataRequest>> {
    const values = new Values();
    const columns = requestColumns(values.add(actor.accountId), `${values.add(this.clock.today())}::date`);
    const isOpen = `r.status IN ('open', 'approved')`;
    return keysetList<ShownDataRequest>(this.db, {
      values,
      page,
      columns,
      from: 'identity.data_request r',
      direction: open === false ? 'DESC' : 'ASC',
      conditions: [
        ...(open === true ? [isOpen] : []),
        ...(open === false ? [`NOT ${isOpen}`] : []),
        ...(kind ? [`r.kind = ${values.add(kind)}`] : []),
      ],
      by: { 'r.due_on': 'date', 'r.id': 'uuid' },
    });
  }

  /**
   * Export links are emailed. Erasing a person with payments takes a second staff member.
   * @throws Refusal SECOND_STEP_AGAIN, DATA_REQUEST_OPEN, or the reason the erasure is refused
   */
  async openRequest(actor: Actor, { kind, email, locale }: OpenDataRequestInput): Promise<ShownDataRequest> {
    if (kind === 'erasure') await this.erasures.requireErasable(email);
    const needsSecondApproval = kind === 'erasure' && (await this.erasures.needsTwoPeople(email));
    const status = kind === 'erasure' && !needsSecondApproval ? 'approved' : 'open';
    const id = await this.db.transaction(async (tx) => {
      await this.freshSecondStep.require(tx, actor);
      const newId = await this.insert(tx, {
        kind,
        email,
        locale: locale ?? 'en',
        needsSecondApproval,
        status,
        askedBy: actor.accountId,
      });
      if (kind === 'erasure') {
        if (newId === null) throw alreadyOpenRefusal();
        return newId;
      }
      // The previous link may have expired.
      await this.links.add(tx, email, locale ?? 'en');
      return newId ?? this.openExport(tx, email);
    });
    if (status === 'approved') await this.carryOut(id);
    return this.byId(actor, id);
  }

  private async openExport(tx: Tx, email: string): Promise<string> {
    const [request] = await tx.query<{ id: string }>(
      `SELECT id FROM identity.data_request WHERE email = $1 AND kind = 'export' AND status = 'open'`,
      [email],
    );
    // The person downloaded the export at the same moment.
    if (!request) throw alreadyOpenRefusal();
    return request.id;
  }

  /**
   * A request that waits for a legal hold or a role stays open and is carried out later.
   * @throws Refusal ROLES_FIRST or LAST_OWNER after recording the request
   */
  async openForPerson(email: string, locale: LocaleName): Promise<'done' | 'held' | 'under-way'> {
    const refusal = await this.erasures.findRefusal(email);
    const status = refusal ? 'open' : 'approved';
    const id = await this.db.transaction(async (tx) => {
      const newId = await this.insert(tx, {
        kind: 'erasure',
        email,
        locale,
        needsSecondApproval: false,
        status,
        askedBy: null,
        refusedCode: refusal?.code ?? null,
      });
      if (newId !== null) return newId;
      // A request that staff opened becomes the person's own; only they can withdraw it.
      const [waitingRequest] = await tx.query<{ id: string }>(
        `UPDATE identity.data_request SET two_people = false, asked_by = NULL, by_operator = false,
           withdrawal_asked_by = NULL, withdrawal_asked_at = NULL, refused_code = $4,
           status = CASE WHEN status = 'approved' THEN status ELSE $3 END,
           approved_at = CASE WHEN $3 = 'approved' THEN $2 ELSE approved_at END
         WHERE email = $1 AND kind = 'erasure' AND status IN ('open', 'approved') RETURNING id`,
        [email, this.clock.now(), status, refusal?.code ?? null],
      );
      return waitingRequest!.id;
    });
    if (refusal) throw refusal;
    return this.carryOut(id);
  }

  /**
   * If the person made payments, one staff member must approve; the operator is the other person.
   * @throws Refusal DATA_REQUEST_OPEN, or the reason the erasure is refused
   */
  async openForOperator(email: string, locale: LocaleName): Promise<'done' | 'held' | 'under-way' | 'waits'> {
    await this.erasures.requireErasable(email);
    const status = (await this.erasures.needsTwoPeople(email)) ? 'open' : 'approved';
    const id = await this.db.transaction(async (tx) => {
      const newId = await this.insert(tx, {
        kind: 'erasure',
        email,
        locale,
        needsSecondApproval: false,
        status,
        askedBy: null,
        byOperator: true,
      });
      if (newId !== null) return newId;
      const [begunRequest] = await tx.query<{ id: string }>(
        `SELECT id FROM identity.data_request WHERE email = $1 AND kind = 'erasure' AND status = 'approved'`,
        [email],
      );
      if (!begunRequest) throw alreadyOpenRefusal();
      return begunRequest.id;
    });
    return status === 'open' ? 'waits' : this.carryOut(id);
  }

  /**
   * Approves a request opened by another person, or resumes one after a legal hold.
   * @throws Refusal NOT_FOUND, SECOND_STEP_AGAIN, SECOND_PERSON_NEEDED, NOT_TWO_PEOPLE, LEGAL_HOLD
   */
  async approve(actor: Actor, id: string): Promise<ShownDataRequest> {
    const at = this.clock.now();
    await this.db.transaction(async (tx) => {
      const request = await lockRequest(tx, id);
      if (request.status !== 'open' || request.kind !== 'erasure') return;
      await this.freshSecondStep.require(tx, actor);
      await this.legalHolds.requireNoHold(tx, request.email!);
      if (request.needsSecondApproval) {
        if (request.askedBy === actor.accountId) {
          throw new Refusal('SECOND_PERSON_NEEDED', 'Someone else has to approve this.');
        }
        await this.people.require(tx, request.askedBy, actor.accountId, at);
      }
      const approvedBy = request.askedBy === actor.accountId ? null : actor.accountId;
      await tx.manager.update(DataRequest, id, { status: 'approved', approvedBy, approvedAt: at });
    });
    await this.carryOut(id);
    return this.byId(actor, id);
  }

  /** Also records an export without a request. */
  async completeExport(email: string, locale: LocaleName): Promise<void> {
    const at = this.clock.now();
    const open = { email, kind: 'export', status: 'open' } as const;
    const done = { status: 'done', endedAt: at } as const;
    const { affected } = await this.db.manager.update(DataRequest, open, done);
    if (affected) return;
    const request = { kind: 'export', email, locale, requestedAt: at, dueOn: this.dueOn() } as const;
    await this.db.manager.insert(DataRequest, { ...request, ...done });
  }

  /** If the erasure fails, the job retries it. */
  private async carryOut(id: string): Promise<'done' | 'held' | 'under-way'> {
    try {
      const outcome = await this.erasures.carryOut(id);
      this.queue.enqueue('make-data-mails');
      return outcome === 'not-approved' ? 'under-way' : outcome;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      this.queue.enqueue('carry-out-erasures');
      return 'under-way';
    }
  }

  private async insert(
    tx: Tx,
    request: Pick<DataRequest, 'kind' | 'email' | 'locale' | 'needsSecondApproval' | 'status' | 'askedBy'> &
      Partial<Pick<DataRequest, 'byOperator' | 'refusedCode'>>,
  ): Promise<string | null> {
    const at = this.clock.now();
    const approvedAt = request.status === 'approved' ? at : null;
    return insertRowOnce(tx.manager, DataRequest, { ...request, requestedAt: at, dueOn: this.dueOn(), approvedAt });
  }

  private dueOn(): string {
    const dueAt = new Date(this.clock.now().valueOf() + this.config.DATA_REQUEST_DAYS * 86_400_000);
    return this.clock.dayOf(dueAt);
  }

  async byId(actor: Actor, id: string): Promise<ShownDataRequest> {
    const [request] = await this.db.query<ShownDataRequest & Record<string, unknown>>(
      `SELECT ${requestColumns('$2', '$3::date')} FROM identity.data_request r WHERE r.id = $1`,
      [id, actor.accountId, this.clock.today()],
    );
    return request!;
  }
}

function alreadyOpenRefusal(): Refusal {
  return new Refusal('DATA_REQUEST_OPEN', 'There’s already a request for this address in the list.');
}

const requestColumns = (
  actor: string,
  day: string,
) => `${selectList(DataRequest, 'r', 'staff')}, ${accountName('r.asked_by')} AS "askedByName",
  ${accountName('r.approved_by')} AS "approvedByName",
  EXISTS (SELECT FROM identity.legal_hold h WHERE h.email = r.email AND h.ended_at IS NULL AND h.ends_on >= ${day}) AS "isOnLegalHold",
  r.kind = 'erasure' AND r.status = 'open' AND r.refused_code IS NULL
    AND (NOT r.two_people OR r.asked_by IS DISTINCT FROM ${actor}::uuid) AS "canApprove",
  ${accountName('r.withdrawal_asked_by')} AS "withdrawalRequestedByName", r.status = 'open' AND (r.asked_by IS NOT NULL OR r.by_operator)
    AND r.withdrawal_asked_by IS DISTINCT FROM ${actor}::uuid AS "canWithdraw"`;
