import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { greeting, MailTemplates, Outbox, type MailText } from '@upstander/notifications';
import { Config, Database, SignedIds, type Tx } from '@upstander/platform';
import type { PhotoConsent } from './photo.entity.js';
import { photoConsentLink } from './photo-columns.js';

type Facts = Pick<PhotoConsent, 'id' | 'photoId' | 'name' | 'endsOn' | 'agreedAt' | 'withdrawnAt' | 'forgottenAt'> & {
  pages: string[];
  isRenewed: boolean;
};

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
      stillTrue: ({ agreedAt, withdrawnAt, forgottenAt }) => !agreedAt && !withdrawnAt && !forgottenAt,
      write: (facts, locale) => this.ask(facts, locale),
    });
    this.templates.define<Facts>({
      name: 'photo-consent-ends',
      load,
      stillTrue: ({ withdrawnAt, isRenewed }) => !withdrawnAt && !isRenewed,
      write: (facts, locale) => this.ends(facts, locale),
    });
    this.templates.define<Facts>({
      name: 'photo-consent-withdrawn',
      load,
      stillTrue: ({ withdrawnAt }) => withdrawnAt !== null,
      write: (facts, locale) => this.withdrawn(facts, locale),
    });
  }

  /** Emails admins and moderators, once per consent and template. */
  async tellStaff(tx: Tx, template: string, id: string, dueAt: Date): Promise<void> {
    const people = await tx.query<{ id: string; email: string; locale: LocaleName }>(
      `SELECT DISTINCT a.id, a.email::text, a.locale FROM identity.account a JOIN identity."grant" g ON g.account_id = a.id
       WHERE a.disabled_at IS NULL AND g.role IN ('admin', 'moderator') ORDER BY a.id LIMIT 50`,
    );
    const mails = people.map((to) => ({
      key: `${template}/${id}/${to.id}`,
      template,
      subjectId: id,
      recipient: to.email,
      locale: to.locale,
      dueAt,
    }));
    await this.outbox.add(tx, ...mails);
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
    const url = `${PUBLIC_URL}/photo-consent/${this.signed.sign(photoConsentLink, id)}`;
    const until = dayText(endsOn, locale);
    if (locale === 'es') {
      return {
        subject: '¿Podemos mostrar esta foto?',
        heading: '¿Podemos mostrar esta foto?',
        blocks: [
          greeting(name, locale),
          `A ${organization} le gustaría mostrar en su sitio una foto para la que hace falta tu permiso, hasta el ${until}. Mira la foto y decide. No hay respuesta equivocada, y puedes retirar tu permiso cuando quieras con este mismo enlace.`,
          { buttons: [{ label: 'Ver la foto y responder', url }] },
        ],
      };
    }
    return {
      subject: 'May we show this photo?',
      heading: 'May we show this photo?',
      blocks: [
        greeting(name, locale),
        `${organization} would like to show a photo on its site until ${until} and needs your consent. Look at the photo and decide. There’s no wrong answer, and you can withdraw your consent at any time with this same link.`,
        { buttons: [{ label: 'View photo and answer', url }] },
      ],
    };
  }

  private ends({ photoId, name, endsOn, pages }: Facts, locale: LocaleName): MailText {
    const until = dayText(endsOn, locale);
    const button = (label: string) => ({
      buttons: [{ label, url: `${this.config.adminUrl}/admin/photos/${photoId}` }],
    });
    if (locale === 'es') {
      return {
        subject: 'El permiso para una foto termina pronto',
        heading: 'El permiso para una foto termina pronto',
        blocks: [
          'Después de ese día la foto ya no se muestra en ninguna parte. Pide otra vez el permiso, o pon otra foto.',
          {
            facts: [
              ['Quién lo dio', name],
              ['Último día', until],
              ['Páginas', pages.join(', ') || '–'],
            ],
          },
          button('Abrir la foto'),
        ],
      };
    }
    return {
      subject: 'A photo consent expires soon',
      heading: 'A photo consent expires soon',
      blocks: [
        'After that day, the photo won’t be shown anymore. Ask for consent again, or use another photo.',
        {
          facts: [
            ['Given by', name],
            ['Last day', until],
            ['Pages', pages.join(', ') || '–'],
          ],
        },
        button('Open photo'),
      ],
    };
  }

  private withdrawn({ photoId, pages }: Facts, locale: LocaleName): MailText {
    const url = `${this.config.adminUrl}/admin/photos/${photoId}`;
    const where = pages.join(', ') || '–';
    if (locale === 'es') {
      return {
        subject: 'Una foto ya no se muestra',
        heading: 'Una foto ya no se muestra',
        blocks: [
          'Alguien retiró su permiso. La foto ya no se muestra en ninguna parte. Si también se imprimió o se compartió, deja de usarla ahí.',
          { facts: [['Páginas', where]] },
          { buttons: [{ label: 'Abrir la foto', url }] },
        ],
      };
    }
    return {
      subject: 'A photo is no longer shown',
      heading: 'A photo is no longer shown',
      blocks: [
        'Someone withdrew their consent, so the photo was removed from the site. If it was printed or shared, please stop using it there too.',
        { facts: [['Pages', where]] },
        { buttons: [{ label: 'Open photo', url }] },
      ],
    };
  }
}

function dayText(day: string, locale: LocaleName): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
