import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import {
  Clock,
  selectList,
  Database,
  insertRow,
  isUuid,
  notFound,
  readInput,
  readValidInput,
  Refusal,
  refuseFaults,
  violatedConstraint,
  type Faults,
  type Tx,
} from '@upstander/platform';
import { listedCondition } from '../access/listed.js';
import { CredentialText, CredentialType } from './credential-type.entity.js';
import { CredentialTextInput, CredentialTypeInput } from './credential-type.input.js';
import { isValidThrough } from '../held-credentials/credential-validity.js';
import { joinVolunteer } from '../profile/volunteer-joins.js';

type CredentialTypeValues = Omit<CredentialType, 'id' | 'textVersion' | 'retiredAt' | 'createdAt'>;

@Injectable()
export class CredentialTypes {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(isRetired: boolean): Promise<CredentialType[]> {
    return this.db.query<CredentialType & Record<string, unknown>>(
      `SELECT ${selectList(CredentialType, 't', 'anyone')} FROM volunteers.credential_type t
       WHERE $1 OR t.retired_at IS NULL ORDER BY platform.fold(t.name)`,
      [isRetired],
    );
  }

  /** @throws Refusal BAD_INPUT, CREDENTIAL_TYPE_EXISTS */
  async create(input: CredentialTypeInput): Promise<CredentialType> {
    const id = await insertRow(this.db.manager, CredentialType, {
      ...readValues(input),
      createdAt: this.clock.now(),
    }).catch(rethrowDuplicate);
    return this.byId(id);
  }

  /**
   * The kind cannot change, because existing credentials depend on it.
   * @throws Refusal NOT_FOUND, BAD_INPUT, CREDENTIAL_TYPE_EXISTS
   */
  async update(id: string, input: CredentialTypeInput): Promise<CredentialType> {
    const before = await this.byId(id);
    await this.db.manager.update(CredentialType, id, readValues(input, before)).catch(rethrowDuplicate);
    return this.byId(id);
  }

  /**
   * Existing credentials stay valid.
   * @throws Refusal NOT_FOUND
   */
  async retire(id: string, isRetired: boolean): Promise<CredentialType> {
    await this.byId(id);
    await this.db.manager.update(CredentialType, id, { retiredAt: isRetired ? this.clock.now() : null });
    return this.byId(id);
  }

  /**
   * Signed versions are kept.
   * @throws Refusal NOT_FOUND, BAD_INPUT, NO_TEXT_HERE for other kinds
   */
  async publishText(actor: Actor, typeId: string, input: CredentialTextInput): Promise<CredentialType> {
    const { kind } = await this.byId(typeId);
    if (kind !== 'waiver' && kind !== 'screening') {
      throw new Refusal('NO_TEXT_HERE', 'Only waivers and background checks have a text.');
    }
    const values = readValidInput(CredentialTextInput, input);
    await this.db.transaction(async (tx) => {
      const lock = { mode: 'for_no_key_update' } as const;
      const { textVersion } = await tx.manager.findOneOrFail(CredentialType, { where: { id: typeId }, lock });
      const version = (textVersion ?? 0) + 1;
      const stamp = { publishedAt: this.clock.now(), publishedBy: actor.accountId };
      await tx.manager.insert(CredentialText, { ...values, ...stamp, typeId, version });
      await tx.manager.update(CredentialType, typeId, { textVersion: version });
    });
    return this.byId(typeId);
  }

  /** Returns a version of a text, by default the current one. @throws Refusal NOT_FOUND */
  async findText(typeId: string, version?: number | null): Promise<CredentialText> {
    const [text] = isUuid(typeId)
      ? await this.db.query<CredentialText & Record<string, unknown>>(
          `SELECT ${selectList(CredentialText, 'x', 'anyone')} FROM volunteers.credential_type t
             JOIN volunteers.credential_text x ON x.type_id = t.id AND x.version = coalesce($2, t.text_version)
           WHERE t.id = $1`,
          [typeId, version ?? null],
        )
      : [];
    if (!text) throw notFound('This text');
    return text;
  }

  /** @throws Refusal NOT_FOUND */
  async holders(typeId: string): Promise<number> {
    const type = await this.byId(typeId);
    const [row] = await this.db.query<{ holders: number }>(
      `SELECT count(DISTINCT c.volunteer_id)::integer AS holders FROM volunteers.credential c
         JOIN volunteers.credential_type t ON t.id = c.type_id ${joinVolunteer('c')}
       WHERE c.type_id = $1 AND ${isValidThrough('$2::date')} AND ${listedCondition('v')}`,
      [type.id, this.clock.today()],
    );
    return row!.holders;
  }

  /** Validates the requirements of shifts: each type must be active, or have been required before. */
  async faultsOf(
    tx: Tx,
    requirements: ReadonlyArray<{ field: string; ids: readonly string[]; before: readonly string[] }>,
  ): Promise<Faults> {
    const addedIds = [...new Set(requirements.flatMap(({ ids, before }) => ids.filter((id) => !before.includes(id))))];
    if (addedIds.length === 0 || !addedIds.every(isUuid)) return {};
    const existingTypes = await tx.query<{ id: string }>(
      'SELECT id FROM volunteers.credential_type WHERE id = ANY ($1::uuid[]) AND retired_at IS NULL',
      [addedIds],
    );
    const available = new Set(existingTypes.map(({ id }) => id));
    const invalid = requirements.filter(({ ids, before }) =>
      ids.some((id) => !before.includes(id) && !available.has(id)),
    );
    return Object.fromEntries(invalid.map(({ field }) => [field, 'not-there']));
  }

  async byId(id: string, db: Database | Tx = this.db): Promise<CredentialType> {
    const type = isUuid(id) ? await db.manager.findOneBy(CredentialType, { id }) : null;
    if (!type) throw notFound('This credential');
    return type;
  }
}

function readValues(input: CredentialTypeInput, before?: CredentialType): CredentialTypeValues {
  const { values, faults } = readInput(CredentialTypeInput, input, before);
  if (before && values.kind !== before.kind) faults['kind'] = 'not-a-choice';
  if (values.kind === 'age' && !values.minimumAge) faults['minimumAge'] = 'required';
  refuseFaults(faults);
  return { ...values, minimumAge: values.kind === 'age' ? values.minimumAge : null };
}

function rethrowDuplicate(error: unknown): never {
  if (violatedConstraint(error) !== 'credential_type_once') throw error;
  throw new Refusal('CREDENTIAL_TYPE_EXISTS', 'A credential with this name is already in the list.');
}
