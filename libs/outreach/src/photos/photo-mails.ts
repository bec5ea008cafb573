import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import {
  greeting,
  MailTemplates,
  Outbox,
  type MailBlock,
  type MailFact,
  type MailText,
} from '@upstander/notifications';
import { Config, Database, SignedIds, type Tx } from '@upstander/platform';
import type { PhotoConsent } from './photo.entity.js';
import { photoConsentLink } from './photo-columns.js';
import { words } from './photo.mail.generated.js';

type Facts = Pick<PhotoConsent, 'id' | 'photoId' | 'name' | 'endsOn' | 'agreedAt' | 'withdrawnAt' | 'forgottenAt'> & {
  pages: string[];
  isRenewed: boolean;
};

type StaffMailName = 'photo-consent-ends' | 'photo-consent-withdrawn';

@Injectable()
export class PhotoMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly outbox: Outbox,
    private readonly db: Database,
    private readonly config: Config,
    private readonly signed: SignedIds,
  ) {}

  onModuleInit(): void {
    const load = (ids: readonly string[]) => this.load(ids);
    this.templates.define<Facts>({
      name: 'photo-consent-ask',
      load,
      isStillRelevant: ({ agreedAt, withdrawnAt, forgottenAt }) => !agreedAt && !withdrawnAt && !forgottenAt,
      write: (facts, locale) => this.ask(facts, locale),
    });
    this.templates.define<Facts>({
      name: 'photo-consent-ends',
      load,
      isStillRelevant: ({ withdrawnAt, isRenewed }) => !withdrawnAt && !isRenewed,
      write: (facts, locale) => this.renderEnding(facts, locale),
    });
    this.templates.define<Facts>({
      name: 'photo-consent-withdrawn',
      load,
      isStillRelevant: ({ withdrawnAt }) => withdrawnAt !== null,
      write: (facts, locale) => this.withdrawn(facts, locale),
    });
  }

  /** Emails admins and moderators, once per consent and template. */
  async notifyStaff(tx: Tx, template: StaffMailName, consentId: string, dueAt: Date): Promise<void> {
    const mail = { key: `${template}/${consentId}`, template, subjectId: consentId, data: {}, dueAt };
    await this.outbox.addForStaff(tx, { roles: ['admin', 'moderator'] }, mail);
  }

  private async load(ids: readonly string[]): Promise<Map<string, Facts>> {
    const found = await this.db.query<Facts & Record<string, unknown>>(
      `SELECT k.id, k.photo_id AS "photoId", k.name, k.ends_on::text AS "endsOn", k.agreed_at AS "agreedAt",
         k.withdrawn_at AS "withdrawnAt", k.forgotten_at AS "forgottenAt",
         ARRAY(SELECT l.page FROM outreach.photo_place l WHERE l.photo_id = k.photo_id ORDER BY l.page) AS pages,
         EXISTS (SELECT FROM outreach.photo_consent n WHERE n.renews_id = k.id AND n.agreed_at IS NOT NULL) AS "isRenewed"
       FROM outreach.photo_consent k WHERE k.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(found.map((facts) => [facts.id, facts]));
  }

  private ask({ id, name, endsOn }: Facts, locale: LocaleName): MailText {
    const { PUBLIC_URL, ORGANIZATION_NAME: organization } = this.config;
    const t = words[locale].asked;
    const url = `${PUBLIC_URL}/photo-consent/${this.signed.sign(photoConsentLink, id)}`;
    const lead = t.lead({ organization, until: dayText(endsOn, locale) });
    const blocks = [greeting(name, locale), lead, { buttons: [{ label: t.button, url }] }];
    return { subject: t.heading, heading: t.heading, blocks };
  }

  private renderEnding({ photoId, name, endsOn, pages }: Facts, locale: LocaleName): MailText {
    const { heading, lead, givenBy, lastDay } = words[locale].ends;
    const facts: MailFact[] = [
      [givenBy, name],
      [lastDay, dayText(endsOn, locale)],
      [words[locale].pages, pages.join(', ') || '–'],
    ];
    return { subject: heading, heading, blocks: [lead, { facts }, this.openPhoto(photoId, locale)] };
  }

  private withdrawn({ photoId, pages }: Facts, locale: LocaleName): MailText {
    const { heading, lead } = words[locale].withdrawn;
    const facts: MailFact[] = [[words[locale].pages, pages.join(', ') || '–']];
    return { subject: heading, heading, blocks: [lead, { facts }, this.openPhoto(photoId, locale)] };
  }

  private openPhoto(photoId: string, locale: LocaleName): MailBlock {
    return { buttons: [{ label: words[locale].open, url: `${this.config.adminUrl}/admin/photos/${photoId}` }] };
  }
}

function dayText(day: string, locale: LocaleName): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
