import { Injectable, type OnModuleInit } from '@nestjs/common';
import { oneLine } from '@upstander/accounting';
import type { LocaleName } from '@upstander/identity';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Config, Database, SignedIds } from '@upstander/platform';
import { changeApproved, changeDeclined, seeOrManage } from '../../mails/change-mails.js';
import type { PageStatus } from '../../campaigns/page-status.js';

interface PageFacts {
  id: string;
  slug: string;
  status: PageStatus;
  tokenVersion: number;
  editNote: string | null;
  campaignSlug: string;
  campaignTitle: string;
}

interface Words {
  confirm: (campaign: string, manageUrl: string) => MailText;
  live: (campaign: string, manageUrl: string, publicUrl: string) => MailText;
  editApproved: (campaign: string, manageUrl: string, publicUrl: string) => MailText;
  editDeclined: (campaign: string, manageUrl: string, publicUrl: string, note: string) => MailText;
}

const words: Readonly<Record<LocaleName, Words>> = {
  en: {
    // The address is unverified, so the email repeats nothing that was entered.
    confirm: (campaign, url) => ({
      subject: `Please confirm your page for ${campaign}`,
      heading: 'One step to go',
      blocks: [
        `Someone (we hope it was you) created a page to raise money for ${campaign} with this email address. Please confirm it. Then we’ll review it and publish it.`,
        { buttons: [{ label: 'Read and confirm', url }] },
        'Keep this email. On the same page you can edit your page and follow its progress.',
        { small: 'If this wasn’t you, you don’t have to do anything. Unconfirmed pages are deleted.' },
      ],
    }),
    live: (campaign, manage, open) => ({
      subject: `Your page is live: ${campaign}`,
      heading: 'Your page is live',
      blocks: [
        'Send the link to ten friends today. The first gifts come from people you ask yourself.',
        seeOrManage('en', { publicUrl: open, manageUrl: manage }),
      ],
    }),
    editApproved: (title, manageUrl, publicUrl) => changeApproved.en({ kind: 'page', title, publicUrl, manageUrl }),
    editDeclined: (title, manageUrl, publicUrl, note) =>
      changeDeclined.en({ kind: 'page', title, publicUrl, manageUrl }, note),
  },
  es: {
    confirm: (campaign, url) => ({
      subject: `Confirma tu página para ${campaign}`,
      heading: 'Falta un paso',
      blocks: [
        `Alguien, esperamos que tú, hizo una página para recaudar para ${campaign} con esta dirección. Confírmala; después la revisamos y la mostramos.`,
        { buttons: [{ label: 'Leer y confirmar', url }] },
        'Guarda este correo: en la misma página puedes cambiarla y ver cómo va.',
        { small: 'Si no fuiste tú, no tienes que hacer nada: lo que no se confirma se borra.' },
      ],
    }),
    live: (campaign, manage, open) => ({
      subject: `Tu página ya está en línea: ${campaign}`,
      heading: 'Tu página ya está en línea',
      blocks: [
        'Manda el enlace a diez personas hoy: las primeras donaciones vienen de las personas que tú invitas.',
        seeOrManage('es', { publicUrl: open, manageUrl: manage }),
      ],
    }),
    editApproved: (title, manageUrl, publicUrl) => changeApproved.es({ kind: 'page', title, publicUrl, manageUrl }),
    editDeclined: (title, manageUrl, publicUrl, note) =>
      changeDeclined.es({ kind: 'page', title, publicUrl, manageUrl }, note),
  },
};

export const pageMails = {
  'page-confirm': { stillTrue: 'unconfirmed', letter: 'confirm' },
  'page-live': { stillTrue: 'live', letter: 'live' },
  'page-edit-approved': { stillTrue: 'live', letter: 'editApproved' },
  'page-edit-declined': { stillTrue: 'live', letter: 'editDeclined' },
} as const;

@Injectable()
export class PageMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    for (const [name, { stillTrue, letter }] of Object.entries(pageMails)) {
      this.templates.define<PageFacts>({
        name,
        load: (ids) => this.load(ids),
        // A later edit clears the reason, so the email is no longer relevant.
        stillTrue: (page) => page.status === stillTrue && (letter !== 'editDeclined' || page.editNote !== null),
        write: (page, locale) => this.written(page, letter, locale),
      });
    }
  }

  private async load(ids: readonly string[]): Promise<Map<string, PageFacts>> {
    const found = await this.db.query<PageFacts>(
      `SELECT p.id, p.slug, p.status, p.token_version AS "tokenVersion", p.edit_note AS "editNote", c.slug AS "campaignSlug",
         c.title AS "campaignTitle"
       FROM fundraising.page p JOIN fundraising.campaign c ON c.id = p.campaign_id WHERE p.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(found.map((page) => [page.id, page]));
  }

  private written(page: PageFacts, letter: keyof Words, locale: LocaleName): MailText {
    const { PUBLIC_URL } = this.config;
    const language = locale === 'es' ? '?lang=es' : '';
    const manage = `${PUBLIC_URL}/page/${this.signedIds.sign('page', page.id, page.tokenVersion)}${language}`;
    const open = `${PUBLIC_URL}/fundraisers/${page.campaignSlug}/${page.slug}${language}`;
    return words[locale][letter](oneLine(page.campaignTitle), manage, open, page.editNote ?? '');
  }
}
