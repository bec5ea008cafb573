import { Injectable, type OnModuleInit } from '@nestjs/common';
import { chapterName, type LocaleName } from '@upstander/identity';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Config, Database } from '@upstander/platform';
import type { SchoolTalk } from './school-talk.entity.js';
import { words } from './school-talk.mail.generated.js';

type Facts = Pick<
  SchoolTalk,
  'id' | 'entryId' | 'school' | 'city' | 'name' | 'role' | 'email' | 'grades' | 'students' | 'preferredDates' | 'status'
> & { chapterName: string | null };

@Injectable()
export class SchoolTalkMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const load = (ids: readonly string[]) => this.load(ids);
    this.templates.define<Facts>({
      name: 'school-talk-received',
      load,
      write: (talk, locale) => this.renderReceived(talk, locale),
    });
    this.templates.define<Facts>({
      name: 'school-talk-new',
      load,
      isStillRelevant: ({ status }) => status === 'new',
      write: (talk) => this.renderArrived(talk),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, Facts>> {
    const found = await this.db.query<Facts & Record<string, unknown>>(
      `SELECT t.id, t.entry_id AS "entryId", t.school, t.city, t.name, t.role, t.email::text, t.grades, t.students,
         t.preferred_dates AS "preferredDates", t.status, ${chapterName('t.chapter_id')} AS "chapterName"
       FROM outreach.school_talk t WHERE t.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(found.map((talk) => [talk.id, talk]));
  }

  /** The address is not verified and may belong to someone else, so the email repeats nothing that was typed. */
  private renderReceived({ entryId, school }: Facts, locale: LocaleName): MailText {
    const { ORGANIZATION_NAME: organization, contactEmail: address } = this.config;
    const t = words[locale].received;
    const listed = entryId === null ? null : school;
    return {
      subject: t.subject,
      heading: t.heading,
      blocks: [t.lead({ organization, school: listed }), t.next, ...t.steps, { small: t.notYou({ address }) }],
    };
  }

  /** The recipient may be a shared mailbox, so it is written in both languages. */
  private renderArrived(talk: Facts): MailText {
    const joinLanguages = (key: keyof typeof words.en.arrived) => `${words.en.arrived[key]} / ${words.es.arrived[key]}`;
    const url = `${this.config.adminUrl}/admin/schools/talks?status=NEW`;
    return {
      subject: joinLanguages('heading'),
      heading: joinLanguages('heading'),
      blocks: [
        {
          facts: [
            [joinLanguages('school'), `${talk.school}, ${talk.city}`],
            [joinLanguages('from'), `${talk.name}, ${talk.role}`],
            [joinLanguages('email'), talk.email],
            [joinLanguages('grades'), talk.grades],
            [joinLanguages('students'), String(talk.students)],
            [joinLanguages('dates'), talk.preferredDates ?? joinLanguages('noDate')],
            [joinLanguages('to'), talk.chapterName ?? this.config.ORGANIZATION_NAME],
          ],
        },
        joinLanguages('how'),
        { buttons: [{ label: joinLanguages('button'), url }] },
      ],
    };
  }
}
