import { Injectable } from '@nestjs/common';
import {
  badInput,
  Clock,
  type Connection,
  connectionFrom,
  countCap,
  Database,
  decodeCursor,
  encodeCursor,
  isUuid,
  notThere,
  pageSize,
  Refusal,
  Secrets,
  type Tx,
  violatedConstraint,
} from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import type { GrantInput, Revoking } from '../grants/grant.input.js';
import { GrantService } from '../grants/grant.service.js';
import { SignInCodes } from '../sign-in/sign-in-codes.js';
import type { Account } from './account.type.js';
import type { AccountsArgs } from './accounts.args.js';
import type { CreateAccountInput } from './create-account.input.js';
import type { LocaleName } from './locale.js';
import { noteSecurityEvent } from './security-event.entity.js';

/** The people who can sign in. */
@Injectable()
export class AccountService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly grants: GrantService,
    private readonly codes: SignInCodes,
    private readonly secrets: Secrets,
  ) {}

  /** What the actor's drafts are locked with in a browser: the same on each device, and worth nothing without a session. */
  draftKey(actor: Actor): string {
    return this.secrets.keyFor('drafts', actor.accountId ?? '').toString('base64');
  }

  /** Who the actor is; null for somebody who is not signed in. */
  async me(actor: Actor): Promise<Account | null> {
    return actor.accountId ? this.byId(actor.accountId) : null;
  }

  /** @throws Refusal NOT_FOUND */
  async byId(id: string): Promise<Account> {
    const [account] = await this.db.query<Account & { id: string }>(`${select} WHERE a.id = $1`, [id]);
    if (!account) throw notThere('This account');
    return account;
  }

  /** Everybody by address, a page at a time; `text` finds a part of a name or an address, `role` who holds it. */
  async list({ text, role, first, after }: AccountsArgs): Promise<Connection<Account>> {
    const size = pageSize(first);
    const [email, id] = decodeCursor(after, 2) ?? [null, null];
    if (after && (typeof email !== 'string' || !isUuid(id))) throw badInput({ after: 'not-a-cursor' });
    const rows = await this.db.query<Account>(
      `${select} WHERE ${matches} AND ($3::citext IS NULL OR (a.email, a.id) > ($3::citext, $4::uuid))
       ORDER BY a.email, a.id LIMIT $5`,
      [anywhere(text), role ?? null, email, id, size + 1],
    );
    const [count] = await this.db.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM (SELECT FROM identity.account a WHERE ${matches} LIMIT $3) matching`,
      [anywhere(text), role ?? null, countCap + 1],
    );
    const cursor = (account: Account) => encodeCursor([account.email, account.id]);
    return connectionFrom(rows, { size, after: Boolean(after), total: count?.total ?? 0, cursor });
  }

  /**
   * Makes an account with its first role, and has the person told how to sign in.
   * @throws Refusal ACCOUNT_EXISTS, BAD_INPUT (roles and chapters that do not go together) or NOT_FOUND (the chapter)
   */
  async create(actor: Actor, input: CreateAccountInput): Promise<Account> {
    const name = input.name.trim();
    if (!name || name.length > 200) throw badInput({ name: name ? 'too-long' : 'required' });
    const id = await this.db.transaction(async (tx) => {
      const made = await insertAccount(tx, { ...input, name }, actor.accountId, this.clock.now());
      await noteSecurityEvent(tx, {
        kind: 'account-created',
        accountId: made,
        by: actor.accountId,
        at: this.clock.now(),
      });
      await this.grants.add(tx, actor, { accountId: made, role: input.role, chapterId: input.chapterId });
      await this.codes.invite(tx, input.email, input.locale ?? 'en', this.clock.now());
      return made;
    });
    return this.byId(id);
  }

  /** Gives a role and answers the account as it is then. @throws as `GrantService.grant` */
  async grant(actor: Actor, input: GrantInput): Promise<Account> {
    return this.byId(await this.grants.grant(actor, input));
  }

  /** Takes a role away and answers the account as it is then. @throws as `GrantService.revoke` */
  async revoke(actor: Actor, input: Revoking): Promise<Account> {
    return this.byId(await this.grants.revoke(actor, input));
  }

  /** Changes the language the actor is written to in. */
  async setLocale(actor: Actor, locale: LocaleName): Promise<Account> {
    await this.db.query('UPDATE identity.account SET locale = $2 WHERE id = $1', [actor.accountId, locale]);
    return this.byId(actor.accountId ?? '');
  }
}

async function insertAccount(
  tx: Tx,
  { email, name, locale }: CreateAccountInput,
  by: string | null,
  at: Date,
): Promise<string> {
  try {
    const [row] = await tx.query<{ id: string }>(
      'INSERT INTO identity.account (email, name, locale, created_by, created_at) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [email, name, locale ?? 'en', by, at],
    );
    return row?.id ?? '';
  } catch (error) {
    if (violatedConstraint(error) !== 'account_email_key') throw error;
    throw new Refusal('ACCOUNT_EXISTS', 'There is an account with this address already. Give it the role instead.');
  }
}

const matches = `($1::text IS NULL OR a.name ILIKE $1 OR a.email::text ILIKE $1) AND ($2::text IS NULL OR EXISTS (
  SELECT FROM identity."grant" r WHERE r.account_id = a.id AND r.role = $2))`;

/** A pattern that finds the text anywhere, taking its wildcards literally. */
function anywhere(text: string | null | undefined): string | null {
  return text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : null;
}

// Only what is named here leaves the table: the row also holds hashes and sealed secrets.
const select = `
  SELECT a.id, a.email::text, a.name, a.locale, a.totp_confirmed_at IS NOT NULL AS "hasSecondStep",
    a.created_at AS "createdAt", a.disabled_at AS "disabledAt", a.totp_reset_at AS "secondStepResetAt",
    (SELECT max(e.at) FROM identity.security_event e WHERE e.account_id = a.id AND e.kind = 'signed-in') AS "lastSignInAt",
    coalesce((
      SELECT json_agg(json_build_object('role', g.role, 'since', g.created_at, 'grantedBy', by.name, 'chapter', CASE WHEN c.id IS NOT NULL THEN json_build_object(
        'id', c.id, 'name', c.name, 'slug', c.slug, 'timeZone', c.time_zone, 'city', c.city) END)
        ORDER BY g.role, c.name)
      FROM identity."grant" g LEFT JOIN identity.chapter c ON c.id = g.chapter_id
        LEFT JOIN identity.account by ON by.id = g.granted_by WHERE g.account_id = a.id
    ), '[]') AS grants
  FROM identity.account a`;
