import { Injectable } from '@nestjs/common';
import {
  Clock,
  selectList,
  type Connection,
  Database,
  keysetList,
  notFound,
  readValidInput,
  Refusal,
  Secrets,
  type Tx,
  Values,
  violatedConstraint,
} from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.js';
import type { GrantInput, RevokeInput } from '../roles/grant.input.js';
import { GrantService } from '../grants/grant.service.js';
import { AccountSeals } from './rows/account-seals.js';
import { SignInCodes } from '../sign-in-codes/sign-in-codes.js';
import { Account } from './account.entity.js';
import type { ShownAccount } from './account.type.js';
import type { AccountsArgs } from './accounts.args.js';
import { CreateAccountInput } from './create-account.input.js';
import type { LocaleName } from '../languages/locale.js';
import { grantedRoles } from '../roles/role.js';
import { noteSecurityEvent } from '../security-events/security-event.js';
import { chapterJson, chapterName } from '../chapters/chapter-columns.js';
import { accountName } from './rows/account-columns.js';

@Injectable()
export class AccountService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly grants: GrantService,
    private readonly codes: SignInCodes,
    private readonly secrets: Secrets,
    private readonly seals: AccountSeals,
  ) {}

  /** Encrypts the actor's drafts in the browser. The key is the same on every device. */
  draftKey(actor: Actor): string {
    return this.secrets.keyFor('drafts', actor.accountId ?? '').toString('base64');
  }

  async me(actor: Actor): Promise<ShownAccount | null> {
    return actor.accountId ? this.byId(actor.accountId) : null;
  }

  /** @throws Refusal NOT_FOUND */
  async byId(id: string): Promise<ShownAccount> {
    const [account] = await this.db.query<ShownAccount>(`SELECT ${columns} FROM identity.account a WHERE a.id = $1`, [
      id,
    ]);
    if (!account) throw notFound('This account');
    return account;
  }

  /** `text` matches part of a name or email. */
  list({ text, role, first, after }: AccountsArgs): Promise<Connection<ShownAccount>> {
    const values = new Values();
    const conditions: string[] = [];
    if (text) {
      const part = values.add(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
      conditions.push(`(a.name ILIKE ${part} OR a.email::text ILIKE ${part})`);
    }
    if (role) {
      conditions.push(
        `EXISTS (SELECT FROM ${grantedRoles} g WHERE g.account_id = a.id AND g.role = ${values.add(role)})`,
      );
    }
    return keysetList<ShownAccount>(this.db, {
      columns,
      from: 'identity.account a',
      conditions,
      values,
      by: { 'a.email': 'citext', 'a.id': 'uuid' },
      page: { first, after },
    });
  }

  /**
   * Emails the person.
   * @throws Refusal ACCOUNT_EXISTS, BAD_INPUT (role and chapter don't match) or NOT_FOUND (the chapter)
   */
  async create(actor: Actor, input: CreateAccountInput): Promise<ShownAccount> {
    const values = readValidInput(CreateAccountInput, input);
    const id = await this.db.transaction(async (tx) => {
      const accountId = randomUUID();
      const seal = this.seals.sealOfNew(accountId, values.email);
      const createdAt = this.clock.now();
      await insertAccount(tx, { id: accountId, ...values, createdBy: actor.accountId, createdAt, seal });
      await noteSecurityEvent(tx, {
        kind: 'account-created',
        accountId,
        by: actor.accountId,
        at: this.clock.now(),
      });
      const { role, chapterId, customRoleId } = input;
      await this.grants.add(tx, actor, { accountId, role, chapterId, customRoleId });
      await this.codes.invite(tx, values.email, values.locale, this.clock.now());
      return accountId;
    });
    return this.byId(id);
  }

  /** @throws as `GrantService.grant` */
  async grant(actor: Actor, input: GrantInput): Promise<ShownAccount> {
    return this.byId(await this.grants.grant(actor, input));
  }

  /** @throws as `GrantService.revoke` */
  async revoke(actor: Actor, input: RevokeInput): Promise<ShownAccount> {
    return this.byId(await this.grants.revoke(actor, input));
  }

  /** Affects emails. */
  async setLocale(actor: Actor, locale: LocaleName): Promise<ShownAccount> {
    await this.db.manager.update(Account, actor.accountId, { locale });
    return this.byId(actor.accountId ?? '');
  }
}

async function insertAccount(
  tx: Tx,
  account: Pick<Account, 'id' | 'email' | 'name' | 'locale' | 'createdBy' | 'createdAt' | 'seal'>,
): Promise<void> {
  try {
    await tx.manager.insert(Account, account);
  } catch (error) {
    if (violatedConstraint(error) !== 'account_email_key') throw error;
    throw new Refusal(
      'ACCOUNT_EXISTS',
      'There’s already an account with this email. Give that account the role instead.',
    );
  }
}

const columns = `${selectList(Account, 'a', 'owner')}, a.totp_confirmed_at IS NOT NULL AS "hasSecondStep",
    a.totp_reset_at AS "secondStepResetAt",
    (SELECT min(i.created_at) FROM identity.sign_in_identity i WHERE i.account_id = a.id) AS "singleSignOnSince",
    (SELECT max(e.at) FROM identity.security_event e WHERE e.account_id = a.id AND e.kind = 'signed-in') AS "lastSignInAt",
    coalesce((
      SELECT json_agg(json_build_object('role', g.role, 'since', g.created_at, 'grantedBy', ${accountName('g.granted_by')}, 'chapter', ${chapterJson('g.chapter_id')})
        ORDER BY g.role, ${chapterName('g.chapter_id')})
      FROM identity."grant" g WHERE g.account_id = a.id
    ), '[]') AS grants,
    coalesce((
      SELECT json_agg(json_build_object('customRoleId', r.id, 'name', r.name, 'nameEs', r.name_es, 'baseRole', r.base_role,
        'viewAreas', r.view_areas, 'manageAreas', r.manage_areas, 'since', g.created_at, 'grantedBy', ${accountName('g.granted_by')},
        'chapter', ${chapterJson('g.chapter_id')})
        ORDER BY r.name, ${chapterName('g.chapter_id')})
      FROM identity.custom_grant g JOIN identity.custom_role r ON r.id = g.custom_role_id
       
      WHERE g.account_id = a.id
    ), '[]') AS "customGrants",
    ARRAY(SELECT g.record_id FROM identity.record_grant g WHERE g.account_id = a.id ORDER BY 1) AS "coOrganizedIds"`;
