import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import {
  Clock,
  Config,
  Database,
  fieldsOfInput,
  formatPhoneNumber,
  insertRow,
  isUuid,
  monthsAfter,
  notFound,
  readInput,
  readPhoneNumber,
  Refusal,
  refuseFaults,
  type Faults,
  type Tx,
} from '@upstander/platform';
import { HelpLineChanges } from './help-line-changes.service.js';
import { HelpLineReads } from './help-line-reads.service.js';
import { HelpLine, type NumberKind } from './help-line.entity.js';
import { HelpLineInput } from './help-line.input.js';
import type { ManagedHelpLine } from './managed-help-line.js';

type HelpLineValues = Pick<HelpLine, keyof HelpLineInput>;

const sourceFields = ['sourceName', 'sourceYear', 'sourceUrl', 'verifyBy'];
/** Fields that visitors act on; the same list as in db/functions/learning/keep_help_line.sql. */
const guardedFields = (fieldsOfInput(HelpLineInput) as Array<keyof HelpLineInput>).filter(
  (name) => !sourceFields.includes(name),
);

/** Default and maximum number of months until the next check. */
const usualMonths = 3;
const maxMonths = 12;

/**
 * A line that is due for a check stays on the site, because an old number is better than none. Changes to what visitors
 * act on need a second person; see HelpLineChanges.
 */
@Injectable()
export class HelpLines {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly reads: HelpLineReads,
    private readonly changes: HelpLineChanges,
  ) {}

  /** Adds a line that is not on the site yet. @throws Refusal BAD_INPUT */
  async create(actor: Actor, input: HelpLineInput): Promise<ManagedHelpLine> {
    const values = this.validate(input, null);
    const id = await insertRow(this.db.manager, HelpLine, {
      ...values,
      ...this.checkFields(actor),
      createdAt: this.clock.now(),
      published: false,
    });
    return this.reads.byId(actor, id);
  }

  /**
   * Updates a line. If it is on the site, changes other than its source and next check wait for a second person.
   * @throws Refusal NOT_FOUND, BAD_INPUT, NATIONAL_HELP_LINE, HELP_LINE_CHANGE_WAITING
   */
  async update(actor: Actor, id: string, input: HelpLineInput): Promise<ManagedHelpLine> {
    await this.db.transaction(async (tx) => {
      const line = await this.lock(tx, id);
      const values = this.validate(input, line);
      if (line.national && values.forEmergencies !== line.forEmergencies) throw national();
      const isEdited = guardedFields.some((name) => JSON.stringify(values[name]) !== JSON.stringify(line[name]));
      if (line.published && isEdited) return this.changes.request(tx, actor, line, 'edit', values);
      // A second person would otherwise approve something other than what they read.
      if (isEdited) await this.changes.withdrawFor(tx, actor, id);
      await tx.manager.update(HelpLine, id, { ...values, ...this.checkFields(actor) });
    });
    return this.reads.byId(actor, id);
  }

  /** Records that a person compared the line with its source today. @throws Refusal NOT_FOUND */
  async verify(actor: Actor, id: string): Promise<ManagedHelpLine> {
    const verifyBy = monthsAfter(this.clock.today(), usualMonths);
    await this.db.transaction(async (tx) => {
      await this.lock(tx, id);
      await tx.manager.update(HelpLine, id, { ...this.checkFields(actor), verifyBy });
    });
    return this.reads.byId(actor, id);
  }

  /**
   * Requests that a line is published or removed. A removed line without later edits returns immediately.
   * @throws Refusal NOT_FOUND, NATIONAL_HELP_LINE, HELP_LINE_CHANGE_WAITING
   */
  async publish(actor: Actor, id: string, published: boolean): Promise<ManagedHelpLine> {
    await this.db.transaction(async (tx) => {
      const line = await this.lock(tx, id);
      if (line.published === published) return;
      if (!published && line.national) throw national();
      if (!published) return this.changes.request(tx, actor, line, 'remove', {});
      if (line.removedAt) return this.restore(tx, actor, line);
      const currentValues = Object.fromEntries(guardedFields.map((name) => [name, line[name]])) as Partial<HelpLine>;
      await this.changes.request(tx, actor, line, 'publish', currentValues);
    });
    return this.reads.byId(actor, id);
  }

  /** Undoes a removal. Two people approved this line before. */
  private async restore(tx: Tx, actor: Actor, { id }: HelpLine): Promise<void> {
    await this.changes.withdrawFor(tx, actor, id);
    await tx.manager.update(HelpLine, id, { published: true, updatedAt: this.clock.now() });
  }

  private async lock(tx: Tx, id: string): Promise<HelpLine> {
    const line = isUuid(id)
      ? await tx.manager.findOne(HelpLine, { where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!line) throw notFound('This help line');
    return line;
  }

  private checkFields(actor: Actor) {
    const today = this.clock.today();
    return { verifiedOn: today, checkedOn: today, verifiedBy: actor.accountId, updatedAt: this.clock.now() };
  }

  private validate(input: HelpLineInput, before: HelpLine | null): HelpLineValues {
    const { values, faults } = readInput(HelpLineInput, input, before);
    const country = values.country || this.config.COUNTRY;
    const typed = {
      ...values,
      country,
      verifyBy: input.verifyBy ?? monthsAfter(this.clock.today(), usualMonths),
      // Resets the display format, so a changed number isn't shown as the old one.
      phoneShown: input.phoneShown ?? '',
      textShown: input.textNumber === undefined ? values.textShown : (input.textShown ?? null),
    };
    const numbers = this.numbers(typed, faults);
    if (!typed.allDay && !(typed.hours && typed.hoursEs)) faults[typed.hours ? 'hoursEs' : 'hours'] ??= 'required';
    if (typed.chatUrl && !typed.chatUrl.startsWith('https:')) faults['chatUrl'] ??= 'not-a-web-address';
    if (!typed.sourceUrl.startsWith('https:')) faults['sourceUrl'] ??= 'not-a-web-address';
    if (typed.verifyBy <= this.clock.today()) faults['verifyBy'] ??= 'in-the-past';
    else if (typed.verifyBy > monthsAfter(this.clock.today(), maxMonths)) faults['verifyBy'] ??= 'too-late';
    refuseFaults(faults);
    const hours = typed.allDay ? { hours: null, hoursEs: null } : {};
    return { ...typed, ...numbers, ...hours };
  }

  /** Returns the numbers for dialing and display, and adds faults. */
  private numbers(typed: HelpLineValues, faults: Faults) {
    const { country } = typed;
    const phone = normalizeNumber(typed.phone, typed.phoneKind, country);
    if (phone === null) faults['phone'] ??= 'not-a-number';
    const textKind = typed.textNumber ? (typed.textKind ?? 'short_code') : null;
    const textNumber = typed.textNumber && textKind ? normalizeNumber(typed.textNumber, textKind, country) : null;
    if (typed.textNumber && textNumber === null) faults['textNumber'] ??= 'not-a-number';
    const tty =
      typed.tty && (normalizeNumber(typed.tty, 'short_code', country) ?? normalizeNumber(typed.tty, 'e164', country));
    if (typed.tty && !tty) faults['tty'] ??= 'not-a-number';
    return {
      phone: phone ?? '',
      phoneShown: typed.phoneShown || formatPhoneNumber(phone ?? ''),
      textKind,
      textNumber,
      textShown: textNumber && (typed.textShown || formatPhoneNumber(textNumber)),
      tty: tty || null,
    };
  }
}

/** Returns null if the number isn't of this kind. */
function normalizeNumber(typed: string, kind: NumberKind, country: string): string | null {
  if (kind === 'e164') return readPhoneNumber(typed, country);
  const digits = typed.replace(/[\s.-]/g, '');
  return /^\d{3,6}$/.test(digits) ? digits : null;
}

function national(): Refusal {
  return new Refusal('NATIONAL_HELP_LINE', 'National help lines always appear on every page.');
}
