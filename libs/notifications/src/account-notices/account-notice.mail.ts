import { Injectable, type OnModuleInit } from '@nestjs/common';
import { languageTags, chapterName, accountName, type LocaleName } from '@upstander/identity';
import { Config, Database } from '@upstander/platform';
import type { MailText } from '../templates/defined-mail.js';
import { MailTemplates } from '../templates/mail-templates.js';
import { words } from './account-notice.mail.generated.js';

type NoticeKind = keyof typeof words.en.notices;

interface NoticeFacts {
  /** Account name; null for the reader's own. */
  who: string | null;
  /** Actor's name; null for jobs and the command line. */
  by: string | null;
  role: string;
  place: string;
  begins: string;
}

interface AccountNotice {
  kind: string;
  reader: string;
  own: boolean;
  who: string;
  by: string | null;
  role: keyof typeof words.en.roles | null;
  customRole: string | null;
  customRoleEs: string | null;
  chapter: string | null;
  beginsAt: Date | null;
}

/** Notifies the owner of an account and other holders of powerful roles about changes. */
@Injectable()
export class AccountNoticeTemplate implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly config: Config,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.templates.define<AccountNotice>({
      name: 'account-notice',
      isAlwaysTried: true,
      load: (ids) => this.load(ids),
      isStillRelevant: ({ kind }) => kind in words.en.notices,
      write: (notice, locale) => this.writeMail(notice, locale),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, AccountNotice>> {
    const found = await this.db.query<AccountNotice & { id: string }>(
      `SELECT n.id, n.kind, ${accountName('n.recipient_id')} AS reader, n.recipient_id = n.account_id AS own, ${accountName('n.account_id')} AS who, ${accountName('n.by_account_id')} AS by, n.role,
         ${chapterName('n.chapter_id')} AS chapter, n.begins_at AS "beginsAt",
         cr.name AS "customRole", cr.name_es AS "customRoleEs"
       FROM identity.notice n
         LEFT JOIN identity.custom_role cr ON cr.id = n.custom_role_id
       WHERE n.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(found.map((notice) => [notice.id, notice]));
  }

  private writeMail(notice: AccountNotice, locale: LocaleName): MailText {
    const t = words[locale];
    const { subject, said, more } = t.notices[notice.kind as NoticeKind];
    const facts: NoticeFacts = {
      who: notice.own ? null : collapseSpaces(notice.who),
      by: notice.by && collapseSpaces(notice.by),
      role: roleOf(notice, locale),
      place: notice.chapter ? collapseSpaces(notice.chapter) : t.everywhere,
      begins: notice.beginsAt ? this.formatDateTime(notice.beginsAt, locale) : '',
    };
    const page = notice.kind.startsWith('role-') ? 'role-requests' : 'people';
    const buttons = notice.own ? [] : [{ label: t.button, url: `${this.config.adminUrl}/admin/${page}` }];
    const blocks = [resolveText(said, facts), resolveText(more, facts), ...(buttons.length > 0 ? [{ buttons }] : [])];
    return {
      subject: resolveText(subject, facts),
      heading: t.greeting({ name: collapseSpaces(notice.reader) }),
      blocks,
    };
  }

  private formatDateTime(at: Date, locale: LocaleName): string {
    // With the time zone, because recipients may be in another one. Also keeps "a.m." off the end of a sentence.
    const day = { year: 'numeric', month: 'long', day: 'numeric' } as const;
    const time = {
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
      timeZone: this.config.TIME_ZONE,
    } as const;
    return new Intl.DateTimeFormat(languageTags[locale], { ...day, ...time }).format(at);
  }
}

function roleOf({ role, customRole, customRoleEs }: AccountNotice, locale: LocaleName): string {
  if (customRole) return (locale === 'es' && customRoleEs) || customRole;
  return role ? words[locale].roles[role] : '';
}

/** Collapses whitespace, so names can't break a subject. */
function collapseSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function resolveText(text: string | ((facts: NoticeFacts) => string), facts: NoticeFacts): string {
  return typeof text === 'string' ? text : text(facts);
}
