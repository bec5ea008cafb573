import { Injectable } from '@nestjs/common';
import { accountName, type Actor } from '@upstander/identity';
import { Clock, selectList, Database, isUuid, notFound } from '@upstander/platform';
import type { HelpLineChangeKind } from './help-line-change.entity.js';
import { HelpLine } from './help-line.entity.js';
import type { ManagedHelpLine } from './managed-help-line.js';

interface ChangeColumns {
  changeRequest: string | null;
  kind: HelpLineChangeKind;
  proposedValues: Partial<HelpLine>;
  requestedAt: Date;
  requestedBy: string | null;
  requestedByName: string | null;
}

@Injectable()
export class HelpLineReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns the lines on the site, in display order. */
  published(): Promise<HelpLine[]> {
    return this.db.queryNamed<HelpLine & Record<string, unknown>>(
      'help-lines',
      `SELECT ${selectList(HelpLine, 'l', 'anyone')} FROM learning.help_line l WHERE l.published ORDER BY l.position, l.id`,
      [],
    );
  }

  /** Returns all lines, including those off the site, with their waiting change. */
  list(actor: Actor): Promise<ManagedHelpLine[]> {
    return this.findManaged(actor, 'true', []);
  }

  /** @throws Refusal NOT_FOUND */
  async byId(actor: Actor, id: string): Promise<ManagedHelpLine> {
    const [line] = isUuid(id) ? await this.findManaged(actor, 'l.id = $2', [id]) : [];
    if (!line) throw notFound('This help line');
    return line;
  }

  /** Counts the lines on the site that are due for a check or were never checked by a person. */
  async countStale(): Promise<number> {
    const [found] = await this.db.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM learning.help_line
       WHERE published AND (verify_by < $1::date OR checked_on IS NULL)`,
      [this.clock.today()],
    );
    return found?.count ?? 0;
  }

  /** Counts the changes by other people that wait for approval. */
  async countChanges(actor: Actor): Promise<number> {
    const [found] = await this.db.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM learning.help_line_change
       WHERE decision IS NULL AND requested_by IS DISTINCT FROM $1::uuid`,
      [actor.accountId],
    );
    return found?.count ?? 0;
  }

  private async findManaged(actor: Actor, where: string, parameters: readonly unknown[]): Promise<ManagedHelpLine[]> {
    const rows = await this.db.query<Omit<ManagedHelpLine, 'change'> & ChangeColumns & Record<string, unknown>>(
      `SELECT ${selectList(HelpLine, 'l', 'staff')}, ${accountName('l.verified_by')} AS "verifiedByName",
         l.published AND (l.verify_by < $1::date OR l.checked_on IS NULL) AS stale,
         c.id AS "changeRequest", c.kind, c.proposed_values AS "proposedValues", c.requested_at AS "requestedAt", c.requested_by AS "requestedBy",
         ${accountName('c.requested_by')} AS "requestedByName"
       FROM learning.help_line l
       LEFT JOIN learning.help_line_change c ON c.help_line_id = l.id AND c.decision IS NULL
       WHERE ${where} ORDER BY l.published DESC, l.position, l.id`,
      [this.clock.today(), ...parameters],
    );
    return rows.map(({ changeRequest, kind, proposedValues, requestedAt, requestedBy, requestedByName, ...line }) => ({
      ...line,
      change: changeRequest && {
        id: changeRequest,
        kind,
        requestedAt,
        requestedByName,
        isMine: requestedBy === actor.accountId,
        proposed: { ...line, ...proposedValues },
      },
    })) as ManagedHelpLine[];
  }
}
