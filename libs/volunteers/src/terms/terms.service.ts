import { Injectable } from '@nestjs/common';
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
import { Term, type TermKind } from './term.entity.js';
import { TermInput } from './term.input.js';

@Injectable()
export class Terms {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(kind: TermKind | null | undefined, isRetired: boolean): Promise<Term[]> {
    return this.db.query<Term & Record<string, unknown>>(
      `SELECT ${selectList(Term, 't', 'anyone')} FROM volunteers.term t
       WHERE ($1::text IS NULL OR t.kind = $1) AND ($2 OR t.retired_at IS NULL) ORDER BY t.kind DESC, platform.fold(t.name)`,
      [kind ?? null, isRetired],
    );
  }

  /** @throws Refusal BAD_INPUT, TERM_EXISTS */
  async create(input: TermInput): Promise<Term> {
    const values = readValidInput(TermInput, input);
    const id = await insertRow(this.db.manager, Term, { ...values, createdAt: this.clock.now() }).catch(
      rethrowDuplicate,
    );
    return this.byId(id);
  }

  /**
   * Volunteers who chose it keep it.
   * @throws Refusal NOT_FOUND, BAD_INPUT, TERM_EXISTS
   */
  async update(id: string, input: TermInput): Promise<Term> {
    const before = await this.byId(id);
    const { values, faults } = readInput(TermInput, input);
    if (values.kind !== before.kind) faults['kind'] = 'not-a-choice';
    refuseFaults(faults);
    await this.db.manager.update(Term, id, values).catch(rethrowDuplicate);
    return this.byId(id);
  }

  /**
   * Volunteers who chose it keep it.
   * @throws Refusal NOT_FOUND
   */
  async retire(id: string, isRetired: boolean): Promise<Term> {
    await this.byId(id);
    await this.db.manager.update(Term, id, { retiredAt: isRetired ? this.clock.now() : null });
    return this.byId(id);
  }

  /** Validates a choice of terms: each must be active and of this kind, or have been chosen before. */
  async faultsOf(
    tx: Tx,
    selection: { field: string; kind: TermKind; ids: readonly string[]; before: readonly string[] },
  ): Promise<Faults> {
    const addedIds = selection.ids.filter((id) => !selection.before.includes(id));
    if (addedIds.length === 0 || !addedIds.every(isUuid)) return {};
    const existingTerms = await tx.query(
      'SELECT FROM volunteers.term WHERE id = ANY ($1::uuid[]) AND kind = $2 AND retired_at IS NULL',
      [addedIds, selection.kind],
    );
    return existingTerms.length === addedIds.length ? {} : { [selection.field]: 'not-there' };
  }

  private async byId(id: string): Promise<Term> {
    const term = isUuid(id) ? await this.db.manager.findOneBy(Term, { id }) : null;
    if (!term) throw notFound('This term');
    return term;
  }
}

function rethrowDuplicate(error: unknown): never {
  if (violatedConstraint(error) !== 'term_once') throw error;
  throw new Refusal('TERM_EXISTS', 'This word is in the list already.');
}
