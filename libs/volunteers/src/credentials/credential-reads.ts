import { Injectable } from '@nestjs/common';
import { isAdmin, accountName, type Actor } from '@upstander/identity';
import {
  badInput,
  Clock,
  selectList,
  Database,
  isUuid,
  keysetList,
  Values,
  type SortKey,
  type Tx,
  type PageArgs,
} from '@upstander/platform';
import { VolunteerAccess, isKnownToChapters } from '../access/volunteer-access.js';
import { listedCondition } from '../access/listed.js';
import { CredentialType } from './credential-type.entity.js';
import {
  Credential,
  type CredentialConnection,
  type ManagedCredential,
  type MyCredential,
} from './credential.entity.js';
import type { CredentialFilter } from './credential-filter.input.js';
import { isValidThrough, endsSoonCondition } from '../held-credentials/credential-validity.js';
import { joinVolunteer } from '../profile/volunteer-joins.js';

const typeColumns = `(SELECT to_json(k) FROM (SELECT ${selectList(CredentialType, 't', 'anyone')}) k) AS type`;
const hiddenColumns = [
  'status',
  'evidence',
  'reason',
  'providerReference',
  'notifiedAt',
  'finalFrom',
  'disclosedAt',
  'authorizedAt',
] as const;
const source = `volunteers.credential c JOIN volunteers.credential_type t ON t.id = c.type_id
  ${joinVolunteer('c')}`;

/** Default number of days ahead for expiring credentials. */
const defaultDays = 60;

/** Credentials awaiting staff. Screening results and their follow-up are for admins only. */
const pendingCondition = (admin: boolean) =>
  admin
    ? `c.status IN ('claimed', 'authorised', 'under_review')`
    : `c.status IN ('claimed', 'authorised', 'under_review') AND c.status = 'claimed'`;

@Injectable()
export class CredentialReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: VolunteerAccess,
  ) {}

  /** Returns the volunteer's credentials, newest first. Omits signatures from sign-ups they have not confirmed. */
  async findMine(volunteerId: string, executor: Database | Tx = this.db): Promise<MyCredential[]> {
    const values = new Values([volunteerId]);
    const rows = await executor.query<MyCredential & Record<string, unknown>>(
      `SELECT ${selectList(Credential, 'c', 'owner')}, ${typeColumns}, ${this.validColumn(values)}
       FROM ${source} WHERE c.volunteer_id = $1 AND c.address_confirmed
       ORDER BY c.created_at DESC, c.id LIMIT 200`,
      values.list,
    );
    return rows.map(credentialFrom);
  }

  /** Like `findMine`, for staff. For a screening that isn't approved, only admins see more than "requested". */
  async listForVolunteer(actor: Actor, volunteerId: string): Promise<ManagedCredential[]> {
    const values = new Values([volunteerId]);
    const rows = await this.db.query<ManagedCredential & Record<string, unknown>>(
      `SELECT ${this.columns(actor, values)} FROM ${source} WHERE c.volunteer_id = $1 AND c.address_confirmed
       ORDER BY c.created_at DESC, c.id LIMIT 200`,
      values.list,
    );
    return rows.map(credentialFrom);
  }

  /** Like `listForVolunteer`, for these IDs, in the given order. */
  async byIds(actor: Actor, ids: readonly string[], executor: Database | Tx = this.db): Promise<ManagedCredential[]> {
    const values = new Values([ids]);
    const rows = await executor.query<ManagedCredential & Record<string, unknown>>(
      `SELECT ${this.columns(actor, values)} FROM ${source} WHERE c.id = ANY ($1::uuid[])
       ORDER BY array_position($1::uuid[], c.id)`,
      values.list,
    );
    return rows.map(credentialFrom);
  }

  /** Returns credentials awaiting the actor's decision, oldest first. @throws Refusal BAD_INPUT for an invalid page */
  listPending(actor: Actor, filter: CredentialFilter, page: PageArgs): Promise<CredentialConnection> {
    const values = new Values();
    const conditions = [pendingCondition(isAdmin(actor)), ...this.filterConditions(actor, filter, values)];
    const days = readDays(filter);
    if (days) conditions.push(`c.expires_on <= ${values.add(this.clock.today())}::date + ${values.add(days)}::integer`);
    return this.page(actor, { conditions, values, first: { sql: 'c.created_at', type: 'timestamptz' }, page });
  }

  /**
   * Returns valid credentials that expire soon without a later replacement, soonest first.
   * @throws Refusal BAD_INPUT
   */
  listExpiring(actor: Actor, filter: CredentialFilter, page: PageArgs): Promise<CredentialConnection> {
    const values = new Values();
    const day = `${values.add(this.clock.today())}::date`;
    const until = `${day} + ${values.add(readDays(filter) ?? defaultDays)}::integer`;
    const conditions = [
      `t.retired_at IS NULL AND ${isValidThrough(day)} AND ${endsSoonCondition(day, until)}`,
      ...this.filterConditions(actor, filter, values),
    ];
    return this.page(actor, { conditions, values, first: { sql: 'c.expires_on', type: 'date' }, page });
  }

  private page(
    actor: Actor,
    { conditions, values, first, page }: { conditions: string[]; values: Values; first: SortKey; page: PageArgs },
  ): Promise<CredentialConnection> {
    const by = [first, { sql: 'c.id', type: 'uuid' }] as const;
    const question = { columns: this.columns(actor, values), from: source, conditions, values, by, page };
    return keysetList<ManagedCredential>(this.db, question, credentialFrom);
  }

  /** Limits a list to volunteers known to the actor's chapters, and to the filter. @throws Refusal BAD_INPUT */
  private filterConditions(actor: Actor, { typeId, chapterId }: CredentialFilter, values: Values): string[] {
    const chapters = this.access.chaptersOf(actor);
    if (typeId && !isUuid(typeId)) throw badInput({ 'filter.typeId': 'not-an-id' });
    if (chapterId && !isUuid(chapterId)) throw badInput({ 'filter.chapterId': 'not-an-id' });
    return [
      listedCondition('v'),
      ...(chapters === 'all' ? [] : [isKnownToChapters(values.add(chapters))]),
      ...(typeId ? [`c.type_id = ${values.add(typeId)}::uuid`] : []),
      ...(chapterId ? [isKnownToChapters(values.add([chapterId]))] : []),
    ];
  }

  private validColumn(values: Values): string {
    return `(${isValidThrough(`${values.add(this.clock.today())}::date`)}) AS counts`;
  }

  private columns(actor: Actor, values: Values): string {
    const admin = values.add(isAdmin(actor));
    const visibleCondition = `(${admin}::boolean OR c.kind <> 'screening')`;
    const masked = selectList(Credential, 'c', [...hiddenColumns])
      .split(', ')
      .map((column) => {
        const [sql, name] = column.split(' AS ');
        const replacements = {
          '"status"': `CASE WHEN c.status IN ('approved', 'revoked') THEN c.status ELSE 'requested' END`,
          '"evidence"': `''`,
        };
        return `CASE WHEN ${visibleCondition} THEN ${sql} ELSE ${replacements[name as '"status"'] ?? 'NULL'} END AS ${name}`;
      });
    return `${selectList(Credential, 'c', 'staff', { except: [...hiddenColumns, 'guardianEmail'] })}, ${masked.join(', ')},
      ${typeColumns}, ${this.validColumn(values)}, v.name,
      ${accountName('c.decided_by')} AS decider,
      ${accountName('c.witnessed_by')} AS witness`;
  }
}

function readDays({ expiresWithin: days }: CredentialFilter): number | null {
  if (days && (days < 1 || days > 365)) throw badInput({ 'filter.expiresWithin': 'out-of-range' });
  return days ?? null;
}

/** Converts timestamps, which are strings inside JSON. */
function credentialFrom<Row extends MyCredential | ManagedCredential>(row: Row): Row {
  const { retiredAt } = row.type;
  return { ...row, type: { ...row.type, retiredAt: retiredAt && new Date(retiredAt) } };
}
