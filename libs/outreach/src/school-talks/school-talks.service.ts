import { Injectable } from '@nestjs/common';
import { EmailRequestLimits, chapterName, accountName, type Actor, type Browser } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import {
  Clock,
  selectList,
  Config,
  Database,
  insertRowOnce,
  isPostcode,
  isUuid,
  keysetList,
  matches,
  notFound,
  readInput,
  Refusal,
  refuseFaults,
  sha256,
  Values,
  type Acknowledgement,
  type Connection,
  type PageArgs,
  type Tx,
} from '@upstander/platform';
import { In, type FindOptionsWhere } from 'typeorm';
import { AskAccess } from '../asks/ask-access.js';
import { placeOf } from '../asks/ask-place.js';
import { MessageForms } from '../site-messages/message-forms.js';
import { recipientOf } from '../site-messages/recipient-of.js';
import { ManagedSchoolTalk, SchoolTalk, SchoolTalkStatus } from './school-talk.entity.js';
import { RequestSchoolTalkInput, SchoolTalkFilter } from './school-talk.input.js';

type SchoolTalkValues = Omit<SchoolTalk, 'id' | 'status' | 'statusAt' | 'statusBy' | 'formHash' | 'receivedAt'>;
type Row = ManagedSchoolTalk & Record<string, unknown>;

const columns = `${selectList(SchoolTalk, 't', 'staff')}, ${chapterName('t.chapter_id')} AS "chapterName", ${accountName('t.status_by')} AS "statusByName"`;

@Injectable()
export class SchoolTalks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: AskAccess,
    private readonly limits: EmailRequestLimits,
    private readonly outbox: Outbox,
    private readonly forms: MessageForms,
  ) {}

  /**
   * A form sent twice is stored once.
   * @throws Refusal BAD_INPUT, NOT_FOUND for an unknown school, FORM_TOO_QUICK, FORM_TOO_OLD, MESSAGE_NOT_TAKEN,
   * SOLUTION_NEEDED, TOO_MANY_TRIES
   */
  async request(actor: Actor, browser: Browser, input: RequestSchoolTalkInput): Promise<Acknowledgement> {
    const { values, faults } = readInput(RequestSchoolTalkInput, input);
    // Name and city come from the directory.
    if (values.entryId) for (const field of ['school', 'city', 'postcode']) delete faults[field];
    else if (values.postcode && !isPostcode(values.postcode, this.config.COUNTRY)) {
      faults['postcode'] ??= 'not-a-postcode';
    }
    refuseFaults(faults);
    if (input.website) {
      throw new Refusal('MESSAGE_NOT_TAKEN', 'We couldn’t accept this form. Please email us instead.');
    }
    this.forms.check(input.form);
    const { email } = values;
    await this.limits.consume(actor, browser, { kind: 'school-talk', email, solution: input.solution });
    const formHash = sha256(JSON.stringify([input.form, values]));
    await this.db.transaction((tx) => this.store(tx, values, formHash));
    return { ok: true };
  }

  private async store(tx: Tx, values: SchoolTalkValues, formHash: Buffer): Promise<void> {
    const recipient = await recipientOf(tx, values.chapterId, this.config.contactEmail);
    const { entryId, school, city, postcode } = await placeOf(tx, values, this.config.SCHOOL_STATE);
    const now = this.clock.now();
    const subjectId = await insertRowOnce(tx.manager, SchoolTalk, {
      ...values,
      entryId,
      school,
      city,
      postcode: postcode ?? values.postcode,
      formHash,
      receivedAt: now,
    });
    if (!subjectId) return;
    await this.outbox.add(
      tx,
      {
        key: `school-talk-received/${subjectId}`,
        template: 'school-talk-received',
        subjectId,
        recipient: values.email,
        locale: values.language,
      },
      { key: `school-talk-new/${subjectId}`, template: 'school-talk-new', subjectId, recipient, locale: 'en' },
    );
  }

  /**
   * Returns requests of the actor's chapters, newest first. Staff of all chapters also see those of the organization.
   */
  list(
    actor: Actor,
    { status, chapterId, search }: SchoolTalkFilter,
    page: PageArgs,
  ): Promise<Connection<ManagedSchoolTalk>> {
    const values = new Values();
    const scope = this.access.scopeOf(actor);
    const conditions = [
      scope ? `t.chapter_id = ANY (${values.add(scope)}::uuid[])` : 'true',
      ...(status ? [`t.status = ${values.add(status)}`] : []),
      ...(chapterId ? [isUuid(chapterId) ? `t.chapter_id = ${values.add(chapterId)}` : 'false'] : []),
      ...(search?.trim()
        ? matches(`platform.fold(t.school || ' ' || t.city || ' ' || t.name || ' ' || t.email::text)`, search, values)
        : []),
    ];
    return keysetList<Row>(this.db, {
      conditions,
      values,
      page,
      from: 'outreach.school_talk t',
      columns,
      direction: 'DESC',
      by: { 't.received_at': 'timestamptz', 't.id': 'uuid' },
    });
  }

  /** Sets the status; NEW reopens a request. @throws Refusal NOT_FOUND */
  async setStatus(actor: Actor, id: string, status: SchoolTalkStatus): Promise<ManagedSchoolTalk> {
    const isNew = status === SchoolTalkStatus.NEW;
    const at = isNew ? { statusAt: null, statusBy: null } : { statusAt: this.clock.now(), statusBy: actor.accountId };
    const where = this.within(actor, id);
    const { affected } = await this.db.manager.update(SchoolTalk, where, { status, ...at });
    if (!affected) throw notFound('This request');
    const [talk] = await this.db.query<Row>(`SELECT ${columns} FROM outreach.school_talk t WHERE t.id = $1`, [id]);
    if (!talk) throw notFound('This request');
    return talk;
  }

  /** Deletes a request and the emails about it. @throws Refusal NOT_FOUND */
  async delete(actor: Actor, id: string): Promise<Acknowledgement> {
    const { affected } = await this.db.manager.delete(SchoolTalk, this.within(actor, id));
    if (!affected) throw notFound('This request');
    await this.db.transaction((tx) => this.outbox.deleteFor(tx, [id]));
    return { ok: true };
  }

  /** @throws Refusal NOT_FOUND */
  private within(actor: Actor, id: string): FindOptionsWhere<SchoolTalk> {
    if (!isUuid(id)) throw notFound('This request');
    const scope = this.access.scopeOf(actor);
    return scope ? { id, chapterId: In(scope) } : { id };
  }
}
