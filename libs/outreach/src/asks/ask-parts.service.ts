import { Injectable, type Type } from '@nestjs/common';
import { type Actor, isAdmin } from '@upstander/identity';
import {
  badInput,
  Clock,
  Database,
  isUuid,
  notFound,
  readValidInput,
  typedText,
  violatedConstraint,
  type Tx,
} from '@upstander/platform';
import type { FindOptionsWhere } from 'typeorm';
import { AskAccess, type LockedAsk } from './ask-access.js';
import { SchoolContactInput, SchoolLessonInput } from './ask.input.js';
import { AskNote, Contact, Lesson } from './ask-parts.entity.js';
import { AskReads } from './ask-reads.js';
import { recordAskChange } from './ask-store.js';
import type { SchoolAskChangeKind } from './ask.entity.js';
import type { ManagedAsk } from './managed-ask.js';

type ContactValues = Pick<Contact, 'name' | 'role' | 'email' | 'phone'>;

@Injectable()
export class AskParts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: AskAccess,
    private readonly reads: AskReads,
  ) {}

  /** @throws Refusal NOT_FOUND, BAD_INPUT */
  addContact(actor: Actor, id: string, input: SchoolContactInput): Promise<ManagedAsk> {
    const contact = readContact(input);
    return this.change(actor, id, 'contact', async (tx, ask, at) => {
      await tx.manager.insert(Contact, { ...contact, askId: ask.id, createdAt: at });
    });
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT */
  async updateContact(actor: Actor, id: string, input: SchoolContactInput): Promise<ManagedAsk> {
    const contact = readContact(input);
    return this.change(actor, await this.askOf('contact', id), 'contact', async (tx) => {
      await tx.manager.update(Contact, id, contact);
    });
  }

  /** @throws Refusal NOT_FOUND */
  async deleteContact(actor: Actor, id: string): Promise<ManagedAsk> {
    return this.change(actor, await this.askOf('contact', id), 'contact', (tx) => deletePart(tx, Contact, { id }));
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT */
  addNote(actor: Actor, id: string, text: string): Promise<ManagedAsk> {
    const body = typedText('body', text, 2_000);
    return this.change(actor, id, 'note', async (tx, ask, at) => {
      await tx.manager.insert(AskNote, { askId: ask.id, body, authorId: actor.accountId, createdAt: at });
    });
  }

  /** Only its author and admins can delete a note. @throws Refusal NOT_FOUND */
  async deleteNote(actor: Actor, id: string): Promise<ManagedAsk> {
    const whose = isAdmin(actor) ? { id } : { id, authorId: actor.accountId! };
    return this.change(actor, await this.askOf('note', id), 'note', (tx) => deletePart(tx, AskNote, whose));
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT: taughtOn in-the-future */
  addLesson(actor: Actor, id: string, input: SchoolLessonInput): Promise<ManagedAsk> {
    const values = readValidInput(SchoolLessonInput, input);
    if (values.taughtOn > this.clock.today()) throw badInput({ taughtOn: 'in-the-future' });
    return this.change(actor, id, 'lesson', async (tx, ask, at) => {
      const { taughtOn, students, curriculum } = values;
      const recorded = { recordedBy: actor.accountId, createdAt: at };
      await tx.manager.insert(Lesson, { askId: ask.id, taughtOn, students, curriculum, ...recorded });
    });
  }

  /** @throws Refusal NOT_FOUND */
  async deleteLesson(actor: Actor, id: string): Promise<ManagedAsk> {
    return this.change(actor, await this.askOf('lesson', id), 'lesson', (tx) => deletePart(tx, Lesson, { id }));
  }

  /**
   * Idempotent.
   * @throws Refusal NOT_FOUND
   */
  linkShift(actor: Actor, id: string, shiftId: string, linked: boolean): Promise<ManagedAsk> {
    if (!isUuid(shiftId)) throw notFound('This shift');
    return this.change(actor, id, 'shift', async (tx, ask, at) => {
      const sql = linked
        ? 'INSERT INTO outreach.ask_shift (ask_id, shift_id, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING'
        : 'DELETE FROM outreach.ask_shift WHERE ask_id = $1 AND shift_id = $2 AND created_at <= $3';
      await tx.query(sql, [ask.id, shiftId, at]).catch((error: unknown) => {
        if (violatedConstraint(error) === 'ask_shift_shift_id_fkey') throw notFound('This shift');
        throw error;
      });
    });
  }

  private async change(
    actor: Actor,
    id: string,
    kind: SchoolAskChangeKind,
    apply: (tx: Tx, ask: LockedAsk, at: Date) => Promise<void>,
  ): Promise<ManagedAsk> {
    await this.db.transaction(async (tx) => {
      const ask = await this.access.lock(tx, actor, id);
      const at = this.clock.now();
      await apply(tx, ask, at);
      await recordAskChange(tx, ask.id, at, { kind, by: actor.accountId });
    });
    return this.reads.findOne(actor, id);
  }

  /** Returns the ID of the request a part belongs to. @throws Refusal NOT_FOUND */
  private async askOf(part: 'contact' | 'note' | 'lesson', id: string): Promise<string> {
    const [found] = isUuid(id)
      ? await this.db.query<{ askId: string }>(`SELECT p.ask_id AS "askId" FROM outreach.${part} p WHERE p.id = $1`, [
          id,
        ])
      : [];
    if (!found) throw notFound();
    return found.askId;
  }
}

function readContact(input: SchoolContactInput): ContactValues {
  return readValidInput(SchoolContactInput, input);
}

async function deletePart<T extends Contact | AskNote | Lesson>(
  tx: Tx,
  part: Type<T>,
  which: FindOptionsWhere<T>,
): Promise<void> {
  const { affected } = await tx.manager.delete(part, which);
  if (!affected) throw notFound();
}
