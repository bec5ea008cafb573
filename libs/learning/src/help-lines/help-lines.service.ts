import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import {
  Clock,
  columnsOf,
  Config,
  Database,
  dayIn,
  isUuid,
  notThere,
  readInput,
  Refusal,
  refuseFaults,
  type Faults,
  type Tx,
} from '@upstander/platform';
import { HelpLine, ManagedHelpLine } from './help-line.entity.js';
import { HelpLineInput } from './help-line.input.js';
import { dialled, monthsAfter, shown } from './number-read.js';

/** What a line says, without what this service keeps of it. */
type Typed = Omit<
  HelpLine,
  'id' | 'code' | 'verifiedOn' | 'verifiedBy' | 'published' | 'notifiedFor' | 'createdAt' | 'updatedAt'
>;

/** Until a line is compared with its source again, unless somebody says otherwise; and how long that may be at the most. */
const usualMonths = 3;
const mostMonths = 12;

/** The lines that pages name. A line whose check is due is told to staff and stays: an old number is better than none. */
@Injectable()
export class HelpLines {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Those on the site, in their order. */
  published(): Promise<HelpLine[]> {
    return this.db.named<HelpLine & Record<string, unknown>>(
      'help-lines',
      `SELECT ${columnsOf(HelpLine, 'l', 'anyone')} FROM learning.help_line l WHERE l.published ORDER BY l.position, l.id`,
      [],
    );
  }

  /** All of them, those that are to be checked first. */
  list(): Promise<ManagedHelpLine[]> {
    return this.managed('true', []);
  }

  /** How many of those on the site are to be checked again. */
  async countStale(): Promise<number> {
    const [found] = await this.db.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM learning.help_line WHERE published AND verify_by < $1::date',
      [this.today()],
    );
    return found?.count ?? 0;
  }

  /** Adds a line; it is not on the site yet. @throws Refusal BAD_INPUT */
  async create(actor: Actor, input: HelpLineInput): Promise<ManagedHelpLine> {
    const values = this.read(input, null);
    const { identifiers } = await this.db.manager.insert(HelpLine, {
      ...values,
      ...{ ...this.checkedBy(actor), createdAt: this.clock.now(), published: false },
    });
    return this.byId((identifiers[0] as { id: string }).id);
  }

  /** Changes what a line says: whoever saves it has compared it with its source. @throws Refusal NOT_FOUND, BAD_INPUT */
  async update(actor: Actor, id: string, input: HelpLineInput): Promise<ManagedHelpLine> {
    const values = this.read(input, await this.row(id));
    await this.db.manager.update(HelpLine, id, { ...values, ...this.checkedBy(actor) });
    return this.byId(id);
  }

  /** Somebody compared it with its source today, and it is right. @throws Refusal NOT_FOUND */
  async verify(actor: Actor, id: string): Promise<ManagedHelpLine> {
    await this.row(id);
    const verifyBy = monthsAfter(this.today(), usualMonths);
    await this.db.manager.update(HelpLine, id, { ...this.checkedBy(actor), verifyBy });
    return this.byId(id);
  }

  /**
   * Puts a line on the site, or takes it off it. The last one of those for danger, and of the others, stays: no page of
   * ours is without a number. @throws Refusal NOT_FOUND, LAST_HELP_LINE
   */
  async publish(id: string, published: boolean): Promise<ManagedHelpLine> {
    await this.db.transaction(async (tx) => {
      // One at a time: two who each take off "the last but one" would leave none.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('learning.help_line'))`);
      const line = await this.row(id, tx);
      if (!published && !(await this.hasAnother(tx, line))) {
        throw new Refusal(
          'LAST_HELP_LINE',
          'The last line of its kind stays on the site. Put another one there first.',
        );
      }
      await tx.manager.update(HelpLine, id, { published, updatedAt: this.clock.now() });
    });
    return this.byId(id);
  }

  private async hasAnother(tx: Tx, { id, forEmergencies }: HelpLine): Promise<boolean> {
    const [found] = await tx.query<{ another: boolean }>(
      `SELECT EXISTS (SELECT FROM learning.help_line WHERE published AND id <> $1 AND for_emergencies = $2) AS another`,
      [id, forEmergencies],
    );
    return found?.another ?? false;
  }

  private today(): string {
    return dayIn(this.config.TIME_ZONE, this.clock.now());
  }

  private checkedBy(actor: Actor) {
    return { verifiedOn: this.today(), verifiedBy: actor.accountId, updatedAt: this.clock.now() };
  }

  private read(input: HelpLineInput, before: HelpLine | null): Typed {
    const { values, faults } = readInput<Typed>(HelpLineInput, input, before);
    const country = values.country || this.config.COUNTRY;
    const said = { ...values, country, verifyBy: input.verifyBy ?? monthsAfter(this.today(), usualMonths) };
    const numbers = this.numbers(said, faults);
    if (!said.allDay && !(said.hours && said.hoursEs)) faults[said.hours ? 'hoursEs' : 'hours'] ??= 'required';
    if (said.chatUrl && !said.chatUrl.startsWith('https:')) faults['chatUrl'] ??= 'not-a-web-address';
    if (!said.sourceUrl.startsWith('https:')) faults['sourceUrl'] ??= 'not-a-web-address';
    if (said.verifyBy <= this.today()) faults['verifyBy'] ??= 'in-the-past';
    else if (said.verifyBy > monthsAfter(this.today(), mostMonths)) faults['verifyBy'] ??= 'too-late';
    refuseFaults(faults);
    const hours = said.allDay ? { hours: null, hoursEs: null } : {};
    return { ...said, ...numbers, ...hours };
  }

  /** The numbers as they are dialled and shown; what is wrong with them is added to the faults. */
  private numbers(said: Typed, faults: Faults) {
    const { country } = said;
    const phone = dialled(said.phone, said.phoneKind, country);
    if (phone === null) faults['phone'] ??= 'not-a-number';
    const textKind = said.textNumber ? (said.textKind ?? 'short_code') : null;
    const textNumber = said.textNumber && textKind ? dialled(said.textNumber, textKind, country) : null;
    if (said.textNumber && textNumber === null) faults['textNumber'] ??= 'not-a-number';
    const tty = said.tty && (dialled(said.tty, 'short_code', country) ?? dialled(said.tty, 'e164', country));
    if (said.tty && !tty) faults['tty'] ??= 'not-a-number';
    return {
      ...{ phone: phone ?? '', phoneShown: said.phoneShown || shown(phone ?? '') },
      ...{ textKind, textNumber, textShown: textNumber && (said.textShown || shown(textNumber)), tty: tty || null },
    };
  }

  private async row(id: string, db: Database | Tx = this.db): Promise<HelpLine> {
    const line = isUuid(id) ? await db.manager.findOneBy(HelpLine, { id }) : null;
    if (!line) throw notThere('This help line');
    return line;
  }

  private async byId(id: string): Promise<ManagedHelpLine> {
    const [line] = await this.managed('l.id = $2', [id]);
    if (!line) throw notThere('This help line');
    return line;
  }

  private managed(where: string, more: readonly unknown[]): Promise<ManagedHelpLine[]> {
    return this.db.query<ManagedHelpLine & Record<string, unknown>>(
      `SELECT ${columnsOf(HelpLine, 'l', 'staff')}, l.published AND l.verify_by < $1::date AS stale, a.name AS "verifiedByName"
       FROM learning.help_line l LEFT JOIN identity.account a ON a.id = l.verified_by
       WHERE ${where} ORDER BY l.published DESC, l.position, l.id`,
      [this.today(), ...more],
    );
  }
}
