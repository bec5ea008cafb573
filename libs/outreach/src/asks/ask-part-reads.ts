import { Injectable } from '@nestjs/common';
import { isAdmin, accountName, type Actor, type LocaleName } from '@upstander/identity';
import { selectList, Database } from '@upstander/platform';
import { AskChange } from './ask.entity.js';
import { AskDocument, AskNote, Contact, Lesson, Statute } from './ask-parts.entity.js';
import { ownersOf } from './asks.service.js';
import type { ManagedAsk, ManagedAskChange, SchoolAskOwner } from './managed-ask.js';

type AskRef = Pick<ManagedAsk, 'id' | 'chapterId' | 'state'>;

/** Reads parts of a school request, at most 200 each. Callers must have checked access. */
@Injectable()
export class AskPartReads {
  constructor(private readonly db: Database) {}

  contacts({ id }: AskRef): Promise<Contact[]> {
    return this.db.query<Contact & Record<string, unknown>>(
      `SELECT ${selectList(Contact, 't', 'anyone')} FROM outreach.contact t WHERE t.ask_id = $1 ORDER BY t.created_at, t.id LIMIT 200`,
      [id],
    );
  }

  notes(actor: Actor, { id }: AskRef): Promise<AskNote[]> {
    return this.db.query<AskNote & Record<string, unknown>>(
      `SELECT ${selectList(AskNote, 'n', 'anyone')}, ${accountName('n.author_id')} AS author, coalesce(n.author_id = $2::uuid, false) OR $3 AS "mayDelete"
       FROM outreach.note n
       WHERE n.ask_id = $1 ORDER BY n.created_at DESC, n.id LIMIT 200`,
      [id, actor.accountId, isAdmin(actor)],
    );
  }

  documents({ id }: AskRef): Promise<AskDocument[]> {
    return this.db.query<AskDocument & Record<string, unknown>>(
      `SELECT ${selectList(AskDocument, 'f', 'anyone')}, ${accountName('f.uploaded_by')} AS by, '/school-documents/' || f.id AS url
       FROM outreach.document f
       WHERE f.ask_id = $1 ORDER BY f.created_at DESC, f.id LIMIT 200`,
      [id],
    );
  }

  lessons({ id }: AskRef): Promise<Lesson[]> {
    return this.db.query<Lesson & Record<string, unknown>>(
      `SELECT ${selectList(Lesson, 'l', 'anyone')} FROM outreach.lesson l WHERE l.ask_id = $1
       ORDER BY l.taught_on DESC, l.id LIMIT 200`,
      [id],
    );
  }

  async shiftIds({ id }: AskRef): Promise<string[]> {
    const found = await this.db.query<{ shiftId: string }>(
      `SELECT s.shift_id AS "shiftId" FROM outreach.ask_shift s WHERE s.ask_id = $1 ORDER BY s.created_at, s.shift_id LIMIT 200`,
      [id],
    );
    return found.map(({ shiftId }) => shiftId);
  }

  events({ id }: AskRef): Promise<ManagedAskChange[]> {
    return this.db.query<ManagedAskChange & Record<string, unknown>>(
      `SELECT ${selectList(AskChange, 'h', 'anyone')}, ${accountName('h.by_account_id')} AS by
       FROM outreach.ask_change h
       WHERE h.ask_id = $1 ORDER BY h.id DESC LIMIT 200`,
      [id],
    );
  }

  findOwners({ chapterId }: AskRef): Promise<SchoolAskOwner[]> {
    return this.db.query<SchoolAskOwner & Record<string, unknown>>(
      `SELECT p.id, p.name FROM (${ownersOf('$1')}) p ORDER BY p.name, p.id LIMIT 200`,
      [chapterId],
    );
  }

  statutes(locale: LocaleName, state: string | null): Promise<Statute[]> {
    return this.db.query<Statute & Record<string, unknown>>(
      `SELECT ${selectList(Statute, 's', 'anyone')}, CASE WHEN $1 = 'es' THEN s.asks_es ELSE s.asks_en END AS asks
       FROM outreach.statute s WHERE ($2::text IS NULL OR s.state = $2) ORDER BY s.state, s.year, s.name`,
      [locale, state],
    );
  }
}
