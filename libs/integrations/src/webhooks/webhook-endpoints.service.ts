import { Injectable } from '@nestjs/common';
import { Access, isAdmin, requireOpen, chapterName, type Actor } from '@upstander/identity';
import {
  badInput,
  Clock,
  Database,
  insertRow,
  isUuid,
  notFound,
  readInput,
  Refusal,
  refuseFaults,
  Secrets,
  selectList,
  type Tx,
} from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { IsNull } from 'typeorm';
import { WebhookClient } from './webhook-client.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { WebhookEndpoint, type WebhookEndpointSecret } from './webhook-endpoint.entity.js';
import { CreateWebhookEndpointInput, WebhookEndpointInput } from './webhook-endpoint.input.js';
import { chapterWebhookTypes, testType } from './webhook-nouns.js';
import { disableEndpoint } from './webhook-queue.js';
import { newWebhookSecret, webhookSecretPurpose } from './webhook-secret.js';

/** Each change is compared with each endpoint. */
const maxNetworkEndpoints = 50;
const maxChapterEndpoints = 5;
const hoursWithOldSecret = 24;

const columns = `${selectList(WebhookEndpoint, 'e', 'anyone')}, ${chapterName('e.chapter_id')} AS "chapterName",
  (SELECT count(*)::integer FROM integrations.webhook_delivery d
   WHERE d.endpoint_id = e.id AND d.status = 'pending') AS "pendingCount"`;
/** $1: chapters of the actor, or null for all; $2: true if the actor also manages endpoints of the whole network. */
const isManaged = `(e.chapter_id IS NULL AND $2 OR e.chapter_id IS NOT NULL AND ($1::uuid[] IS NULL OR e.chapter_id = ANY ($1)))`;

type Row = WebhookEndpoint & Record<string, unknown>;

/** Organizers manage the endpoints of their chapters, admins also those of the whole network. */
@Injectable()
export class WebhookEndpoints {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly client: WebhookClient,
    private readonly access: Access,
  ) {
    access.permit('webhook-endpoint:manage', ['organizer']);
  }

  /** Returns the endpoints that the actor manages, optionally of one chapter. @throws Refusal BAD_INPUT */
  list(actor: Actor, chapterId: string | null): Promise<WebhookEndpoint[]> {
    if (chapterId !== null && !isUuid(chapterId)) throw badInput({ chapterId: 'not-an-id' });
    return this.db.query<Row>(
      `SELECT ${columns} FROM integrations.webhook_endpoint e WHERE ${isManaged} AND ($3::uuid IS NULL OR e.chapter_id = $3)
       ORDER BY e.created_at, e.id`,
      [...this.scopeOf(actor), chapterId],
    );
  }

  /** @throws Refusal NOT_FOUND, also if the actor doesn't manage it */
  async byId(actor: Actor, id: string, db: Database | Tx = this.db): Promise<WebhookEndpoint> {
    const [endpoint] = isUuid(id)
      ? await db.query<Row>(`SELECT ${columns} FROM integrations.webhook_endpoint e WHERE ${isManaged} AND e.id = $3`, [
          ...this.scopeOf(actor),
          id,
        ])
      : [];
    if (!endpoint) throw notFound('This webhook endpoint');
    return endpoint;
  }

  /** The secret can't be read again. @throws Refusal NOT_FOUND, BAD_INPUT, CHAPTER_CLOSED, TOO_MANY_WEBHOOK_ENDPOINTS */
  create(actor: Actor, input: CreateWebhookEndpointInput): Promise<WebhookEndpointSecret> {
    const chapterId = input.chapterId?.toLowerCase() ?? null;
    if (!this.canManageFor(actor, chapterId)) throw notFound('This chapter');
    const values = this.readValues(input, { chapterId });
    const secret = newWebhookSecret();
    return this.db.transaction(async (tx) => {
      await tx.query('LOCK TABLE integrations.webhook_endpoint IN SHARE ROW EXCLUSIVE MODE');
      await requireOpen(tx, chapterId);
      await refuseTooMany(tx, chapterId);
      const id = randomUUID();
      await insertRow(tx.manager, WebhookEndpoint, {
        ...values,
        id,
        chapterId,
        secretSealed: this.secrets.seal(webhookSecretPurpose(id), secret),
        createdBy: actor.accountId,
        createdAt: this.clock.now(),
      });
      return { endpoint: await this.byId(actor, id, tx), secret };
    });
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT */
  async update(actor: Actor, id: string, input: WebhookEndpointInput): Promise<WebhookEndpoint> {
    const values = this.readValues(input, await this.byId(actor, id));
    await this.db.manager.update(WebhookEndpoint, id, values);
    return this.byId(actor, id);
  }

  /**
   * For 24 hours, events are signed with both secrets. A second rotation in that time ends the oldest.
   * @throws Refusal NOT_FOUND
   */
  rotateSecret(actor: Actor, id: string): Promise<WebhookEndpointSecret> {
    const secret = newWebhookSecret();
    return this.db.transaction(async (tx) => {
      const { secretSealed } = await this.lock(tx, actor, id);
      await tx.manager.update(WebhookEndpoint, id, {
        secretSealed: this.secrets.seal(webhookSecretPurpose(id), secret),
        oldSecretSealed: secretSealed,
        oldSecretUntil: new Date(this.clock.now().valueOf() + hoursWithOldSecret * 3_600_000),
      });
      return { endpoint: await this.byId(actor, id, tx), secret };
    });
  }

  /** Disabling gives up events that are not delivered yet. @throws Refusal NOT_FOUND */
  setEnabled(actor: Actor, id: string, isEnabled: boolean): Promise<WebhookEndpoint> {
    return this.db.transaction(async (tx) => {
      const { status } = await this.lock(tx, actor, id);
      if (isEnabled && status !== 'active') {
        const working = { failures: 0, failingSince: null, retryAt: null } as const;
        await tx.manager.update(WebhookEndpoint, id, { ...working, status: 'active', disabledReason: null });
      }
      if (!isEnabled && status === 'active') await disableEndpoint(tx, id, 'staff', this.clock.now());
      return this.byId(actor, id, tx);
    });
  }

  /** Also deletes its log. @throws Refusal NOT_FOUND */
  async delete(actor: Actor, id: string): Promise<boolean> {
    await this.byId(actor, id);
    await this.db.manager.delete(WebhookEndpoint, id);
    return true;
  }

  /** @returns the ID of the delivery. @throws Refusal NOT_FOUND, WEBHOOK_ENDPOINT_DISABLED */
  sendTest(actor: Actor, id: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      const { status } = await this.lock(tx, actor, id);
      if (status !== 'active') throw disabledRefusal();
      const now = this.clock.now();
      const event = { eventId: randomUUID(), type: testType, data: { id }, occurredAt: now, dueSince: now };
      return insertRow(tx.manager, WebhookDelivery, { ...event, endpointId: id });
    });
  }

  private async lock(tx: Tx, actor: Actor, id: string): Promise<WebhookEndpoint> {
    await this.byId(actor, id, tx);
    const lock = { mode: 'for_no_key_update' } as const;
    const endpoint = await tx.manager.findOne(WebhookEndpoint, { where: { id }, lock });
    if (!endpoint) throw notFound('This webhook endpoint');
    return endpoint;
  }

  private canManageFor(actor: Actor, chapterId: string | null): boolean {
    const [chapters, isForNetwork] = this.scopeOf(actor);
    if (chapterId === null) return isForNetwork;
    return isUuid(chapterId) && (chapters === null || chapters.includes(chapterId));
  }

  /** Returns the parameters of `isManaged`. */
  private scopeOf(actor: Actor): [chapters: string[] | null, isForNetwork: boolean] {
    const chapters = this.access.chaptersOf(actor, 'webhook-endpoint:manage');
    return [chapters === 'all' ? null : chapters, isAdmin(actor)];
  }

  private readValues(
    input: WebhookEndpointInput,
    endpoint: Pick<WebhookEndpoint, 'chapterId'> & Partial<WebhookEndpoint>,
  ) {
    const { values, faults } = readInput(WebhookEndpointInput, input, endpoint);
    if (!faults['url']) {
      const fault = this.client.urlFault(values.url);
      if (fault) faults['url'] = fault;
    }
    if (values.types.length === 0) faults['types'] = 'required';
    if (endpoint.chapterId !== null && !values.types.every((type) => chapterWebhookTypes.includes(type)))
      faults['types'] = 'not-a-choice';
    refuseFaults(faults);
    return { ...values, types: [...new Set(values.types)] };
  }
}

/** A chapter has its own limit, so that it can't use up that of the others. */
async function refuseTooMany(tx: Tx, chapterId: string | null): Promise<void> {
  const most = chapterId === null ? maxNetworkEndpoints : maxChapterEndpoints;
  const count = await tx.manager.countBy(WebhookEndpoint, { chapterId: chapterId ?? IsNull() });
  if (count >= most) throw new Refusal('TOO_MANY_WEBHOOK_ENDPOINTS', `There can be at most ${most} webhook endpoints.`);
}

export function disabledRefusal(): Refusal {
  return new Refusal('WEBHOOK_ENDPOINT_DISABLED', 'This endpoint is disabled. Enable it first.');
}
