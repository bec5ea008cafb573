import { Injectable } from '@nestjs/common';
import {
  AccountRightsReader,
  FreshSecondStep,
  isAdmin,
  lockAccount,
  StaffAreas,
  chapterName,
  accountName,
  type Actor,
  type StaffAreaName,
} from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import {
  Clock,
  Database,
  type Faults,
  insertRow,
  isUuid,
  notFound,
  readInput,
  Refusal,
  refuseFaults,
  selectList,
  type Tx,
} from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import {
  AccessToken,
  CreateAccessTokenInput,
  longestLifetimeDays,
  tokenAreas,
  type AccessTokenArea,
  type AccessTokenKind,
  type AccessTokenSecret,
} from './access-token.entity.js';
import { hashOfAccessToken, newAccessTokenSecret } from './access-token-secret.js';
import { AccessTokenSeals } from './access-token-seals.js';
import { grantsOfToken } from './token-grants.js';

const maxActiveTokens = 50;
const maxListed = 500;

const columns = `${selectList(AccessToken, 't', 'anyone')}, ${accountName('t.owner_id')} AS "ownerName", ${chapterName('t.chapter_id')} AS "chapterName",
  CASE WHEN t.revoked_at IS NOT NULL THEN 'revoked' WHEN t.expires_at <= $1 THEN 'expired' ELSE 'active' END AS status`;

type Row = AccessToken & Record<string, unknown>;

@Injectable()
export class AccessTokens {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly seals: AccessTokenSeals,
    private readonly rights: AccountRightsReader,
    private readonly areas: StaffAreas,
    private readonly secondStep: FreshSecondStep,
    private readonly outbox: Outbox,
  ) {}

  /** Returns the tokens of an account, or of everyone; active ones first, newest first. */
  list(ownerId: string | null): Promise<AccessToken[]> {
    return this.db.query<Row>(
      `SELECT ${columns} FROM integrations.access_token t WHERE $2::uuid IS NULL OR t.owner_id = $2
       ORDER BY t.revoked_at IS NULL AND t.expires_at > $1 DESC, t.created_at DESC, t.id LIMIT ${maxListed}`,
      [this.clock.now(), ownerId],
    );
  }

  /** Returns the areas that a new token of the actor could include, by the actor's current roles. */
  async findAreas(actor: Actor, kind: AccessTokenKind, chapterId: string | null): Promise<AccessTokenArea[]> {
    const owner = await this.rights.find(actor.accountId!);
    if (!owner) return [];
    const grants = grantsOfToken({ kind, chapterId, viewAreas: [], manageAreas: [...tokenAreas] }, owner);
    const possible = (level: 'view' | 'manage') =>
      grants.flatMap(({ role, viewAreas, manageAreas }) => {
        const own = level === 'view' ? [...viewAreas, ...manageAreas] : manageAreas;
        return this.areas.areasOfRole(role, level).filter((area) => own.includes(area));
      });
    const [viewed, managed] = [possible('view'), possible('manage')];
    return tokenAreas
      .filter((area) => viewed.includes(area))
      .map((area) => ({ area, canManage: managed.includes(area) }));
  }

  /**
   * The secret can't be read again.
   * @throws Refusal BAD_INPUT, SECOND_STEP_AGAIN or TOO_MANY_ACCESS_TOKENS
   */
  async create(actor: Actor, input: CreateAccessTokenInput): Promise<AccessTokenSecret> {
    const values = await this.readValues(actor, input);
    const secret = newAccessTokenSecret();
    return this.db.transaction(async (tx) => {
      await this.secondStep.require(tx, actor);
      const now = this.clock.now();
      const ownerId = actor.accountId!;
      await this.refuseTooMany(tx, ownerId, now);
      const sealed = {
        ...values,
        id: randomUUID(),
        ownerId,
        tokenHash: hashOfAccessToken(secret),
        expiresAt: new Date(now.valueOf() + input.days * 86_400_000),
      };
      await insertRow(tx.manager, AccessToken, { ...sealed, createdAt: now, seal: this.seals.sealOf(sealed) });
      await this.notify(tx, actor, sealed);
      return { accessToken: await this.byId(tx, sealed.id), secret };
    });
  }

  /** Stops the token for all further requests. Admins can revoke the tokens of others. @throws Refusal NOT_FOUND */
  revoke(actor: Actor, id: string): Promise<AccessToken> {
    return this.db.transaction(async (tx) => {
      const revoked = isUuid(id)
        ? await tx.query(
            `UPDATE integrations.access_token SET revoked_at = coalesce(revoked_at, $2) WHERE id = $1 AND ($3 OR owner_id = $4) RETURNING id`,
            [id, this.clock.now(), isAdmin(actor), actor.accountId],
          )
        : [];
      if (revoked.length === 0) throw notFound('This access token');
      return this.byId(tx, id);
    });
  }

  private async byId(tx: Tx, id: string): Promise<AccessToken> {
    const [token] = await tx.query<Row>(`SELECT ${columns} FROM integrations.access_token t WHERE t.id = $2`, [
      this.clock.now(),
      id,
    ]);
    if (!token) throw notFound('This access token');
    return token;
  }

  private async refuseTooMany(tx: Tx, ownerId: string, now: Date): Promise<void> {
    await lockAccount(tx, ownerId);
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM integrations.access_token WHERE owner_id = $1 AND revoked_at IS NULL AND expires_at > $2`,
      [ownerId, now],
    );
    if ((row?.count ?? 0) < maxActiveTokens) return;
    const message = `An account can have at most ${maxActiveTokens} active access tokens. Revoke one that’s no longer used.`;
    throw new Refusal('TOO_MANY_ACCESS_TOKENS', message);
  }

  /** Lets the owner notice a token that someone else created in their session, and all admins a service token. */
  private async notify(tx: Tx, actor: Actor, { id, kind }: Pick<AccessToken, 'id' | 'kind'>): Promise<void> {
    const mail = { key: `access-token-created/${id}`, template: 'access-token-created', subjectId: id } as const;
    if (kind === 'service') await this.outbox.addForStaff(tx, { roles: ['admin'] }, mail);
    else {
      const { email: recipient, locale } = actor;
      await this.outbox.add(tx, { ...mail, recipient, locale: locale ?? 'en' });
    }
  }

  private async readValues(actor: Actor, input: CreateAccessTokenInput) {
    const { values, faults } = readInput(CreateAccessTokenInput, input);
    const chapterId = input.chapterId ?? null;
    const kind: AccessTokenKind = values.kind;
    if (kind === 'service' && !isAdmin(actor)) faults['kind'] = 'not-a-choice';
    if (chapterId !== null && !isUuid(chapterId)) faults['chapterId'] = 'not-a-choice';
    if (!Number.isInteger(input.days) || input.days < 1 || input.days > longestLifetimeDays)
      faults['days'] = 'out-of-range';
    refuseFaults(faults);
    const areas = tidyAreas(values);
    refuseFaults(faultsOf(areas, await this.findAreas(actor, kind, chapterId)));
    return { name: values.name, kind, chapterId, ...areas };
  }
}

type Areas = Pick<AccessToken, 'viewAreas' | 'manageAreas'>;

function faultsOf({ viewAreas, manageAreas }: Areas, possible: readonly AccessTokenArea[]): Faults {
  const faults: Faults = {};
  const isPossible = (area: StaffAreaName, mustManage: boolean) =>
    possible.some((row) => row.area === area && (row.canManage || !mustManage));
  if (!viewAreas.every((area) => isPossible(area, false))) faults['viewAreas'] = 'not-a-choice';
  if (!manageAreas.every((area) => isPossible(area, true))) faults['manageAreas'] = 'not-a-choice';
  if (viewAreas.length + manageAreas.length === 0) faults['viewAreas'] = 'missing';
  return faults;
}

/** Changing an area includes reading it. */
function tidyAreas({ viewAreas, manageAreas }: Areas): Areas {
  const sort = (areas: readonly StaffAreaName[]) => [...new Set(areas)].sort();
  return { manageAreas: sort(manageAreas), viewAreas: sort(viewAreas.filter((area) => !manageAreas.includes(area))) };
}
