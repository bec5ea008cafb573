import type { LocaleName } from '@upstander/identity';
import type { MailBlock, MailText } from '@upstander/notifications';
import { words } from './change.mail.generated.js';

export interface ManagedCampaignOrPage {
  locale: LocaleName;
  kind: 'fundraiser' | 'page';
  title: string;
  publicUrl: string;
  manageUrl: string;
}

export function linkToPage({ locale, publicUrl, manageUrl }: Omit<ManagedCampaignOrPage, 'kind' | 'title'>): MailBlock {
  const { see, manage } = words[locale];
  return {
    buttons: [
      { label: see, url: publicUrl },
      { label: manage, url: manageUrl },
    ],
  };
}

export function changeApproved(about: ManagedCampaignOrPage): MailText {
  const t = words[about.locale].approved;
  return { subject: t.subject({ title: about.title }), heading: t.heading, blocks: [t.lead, linkToPage(about)] };
}

export function changeDeclined(about: ManagedCampaignOrPage, quote: string, by?: string): MailText {
  const { locale, title, manageUrl } = about;
  const t = words[locale].declined;
  const kind = about.kind === 'page' ? 'page' : 'other';
  return {
    subject: t.subject({ title }),
    heading: t.heading,
    blocks: [
      t.lead({ kind }),
      { quote, ...(by && { by }) },
      t.kept,
      { buttons: [{ label: t.button({ kind }), url: manageUrl }] },
    ],
  };
}
