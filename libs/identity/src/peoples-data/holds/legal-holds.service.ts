import { Injectable } from '@nestjs/common';
import {
  badInput,
  Clock,
  selectList,
  Database,
  insertRow,
  isUuid,
  keysetList,
  notFound,
  personalTables,
  readInput,
  Refusal,
  refuseFaults,
  Values,
  type Connection,
  type PersonalTable,
  type Tx,
  type PageArgs,
} from '@upstander/platform';
import type { Actor } from '../../access/actor.js';
import { FreshSecondStep } from '../../authenticators/fresh-second-step.js';
import { TwoPersonRule } from '../../two-people/two-people.js';
import { LegalHold, PlaceLegalHoldInput, type ShownLegalHold } from './legal-hold.entity.js';
import { address, personCondition } from '../person-rows.js';
import { accountName } from '../../accounts/rows/account-columns.js';

/** SQL condition: the hold is in effect on this day. */
const isInEffect = (day: string, alias = 'h') => `${alias}.ended_at IS NULL AND ${alias}.ends_on >= ${day}`;

/** Row `t` is covered by its people or subject. The alias `hold` must not clash with a table of the register. */
export function hasLegalHold(table: PersonalTable, day: string): string {
  const person = personCondition(table, 'hold.email');
  const about = (table.about ?? []).map((id) => `hold.subject_id = ${id}`);
  return `EXISTS (SELECT FROM identity.legal_hold hold WHERE ${isInEffect(day, 'hold')} AND (${[...(person ? [person] : []), ...about].join(' OR ')}))`;
}

/** True if the table only duplicates data of other tables. */
function isCopy({ columns }: PersonalTable): boolean {
  return Object.values(columns).every(({ withheld }) => withheld !== undefined);
}

/** One person places a hold; a different one must end it early. */
@Injectable()
export class LegalHolds {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly freshSecondStep: FreshSecondStep,
    private readonly people: TwoPersonRule,
  ) {}

  /** Covers the person, the subjects of their rows, and other people who share a row. */
  async hasHold(db: Database | Tx, email: string): Promise<boolean> {
    const rows = personalTables().flatMap(([name, table]) => {
      const personSql = personCondition(table);
      if (personSql === null || table.erasure === 'none' || isCopy(table)) return [];
      return [`EXISTS (SELECT FROM ${name} t WHERE ${personSql} AND ${hasLegalHold(table, '$2::date')})`];
    });
    const person = `EXISTS (SELECT FROM identity.legal_hold h WHERE ${isInEffect('$2::date')} AND h.email = ${address})`;
    const [row] = await db.query<{ held: boolean }>(`SELECT ${[person, ...rows].join(' OR ')} AS held`, [
      email,
      this.clock.today(),
    ]);
    return row?.held === true;
  }

  /** @throws Refusal LEGAL_HOLD */
  async requireNoHold(db: Database | Tx, email: string): Promise<void> {
    if (await this.hasHold(db, email)) throw legalHoldRefusal();
  }

  /** Refuses to erase records by ID, for people without an address. @throws Refusal LEGAL_HOLD */
  async refuseSubjects(db: Database | Tx, ids: readonly string[]): Promise<void> {
    const heldRows = await db.query(
      `SELECT FROM identity.legal_hold h WHERE ${isInEffect('$2::date')} AND h.subject_id = ANY ($1::uuid[]) LIMIT 1`,
      [ids, this.clock.today()],
    );
    if (heldRows.length > 0) throw legalHoldRefusal();
  }

  list(actor: Actor, isActive: boolean, page: PageArgs): Promise<Connection<ShownLegalHold>> {
    const values = new Values();
    const day = `${values.add(this.clock.today())}::date`;
    return keysetList<ShownLegalHold>(this.db, {
      values,
      page,
      direction: 'DESC',
      columns: legalHoldColumns(day, values.add(actor.accountId)),
      from: 'identity.legal_hold h',
      conditions: [isActive ? isInEffect(day) : `NOT (${isInEffect(day)})`],
      by: { 'h.placed_at': 'timestamptz', 'h.id': 'uuid' },
    });
  }

  /** @throws Refusal BAD_INPUT */
  async place(actor: Actor, input: PlaceLegalHoldInput): Promise<ShownLegalHold> {
    const { values, faults } = readInput(PlaceLegalHoldInput, input);
    if (!values.endsOn || values.endsOn < this.clock.today()) faults['endsOn'] = 'in-the-past';
    if (!input.email === !input.subjectId) faults['email'] = 'required';
    if (input.subjectId && !isUuid(input.subjectId)) faults['subjectId'] = 'not-there';
    refuseFaults(faults);
    const id = await insertRow(this.db.manager, LegalHold, {
      email: input.email ?? null,
      subjectId: input.subjectId ?? null,
      reason: values.reason,
      endsOn: values.endsOn,
      placedBy: actor.accountId!,
      placedAt: this.clock.now(),
    });
    return this.byId(actor, id);
  }

  /** Takes a second person, because the data may be deleted the next day. @throws Refusal NOT_FOUND, NOT_TWO_PEOPLE */
  async end(actor: Actor, id: string): Promise<ShownLegalHold> {
    if (!isUuid(id)) throw notFound('This hold');
    await this.db.transaction(async (tx) => {
      const [legalHold] = await tx.query<{ placedBy: string; endedAt: Date | null }>(
        'SELECT placed_by AS "placedBy", ended_at AS "endedAt" FROM identity.legal_hold WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (!legalHold) throw notFound('This hold');
      if (legalHold.endedAt) return;
      await this.freshSecondStep.require(tx, actor);
      if (legalHold.placedBy === actor.accountId) throw badInput({ id: 'second-person' });
      await this.people.require(tx, legalHold.placedBy, actor.accountId, this.clock.now());
      await tx.manager.update(LegalHold, id, { endedBy: actor.accountId, endedAt: this.clock.now() });
    });
    return this.byId(actor, id);
  }

  private async byId(actor: Actor, id: string): Promise<ShownLegalHold> {
    const [legalHold] = await this.db.query<ShownLegalHold & Record<string, unknown>>(
      `SELECT ${legalHoldColumns('$2::date', '$3')} FROM identity.legal_hold h WHERE h.id = $1`,
      [id, this.clock.today(), actor.accountId],
    );
    return legalHold!;
  }
}

const legalHoldColumns = (day: string, actor: string) =>
  `${selectList(LegalHold, 'h', 'staff')}, ${accountName('h.placed_by')} AS "placedByName", ${accountName('h.ended_by')} AS "endedByName", ${isInEffect(day)} AS "isActive",
  ${isInEffect(day)} AND h.placed_by IS DISTINCT FROM ${actor}::uuid AS "canEnd"`;

export function legalHoldRefusal(): Refusal {
  return new Refusal(
    'LEGAL_HOLD',
    'A legal hold requires us to keep this for now. We’ll explain it by email and erase it when the hold ends.',
  );
}
