import type { LocaleName } from '@upstander/identity';
import type { MailBlock, MailText } from '@upstander/notifications';

/** A campaign or page that a supporter manages, with its links. */
export interface ManagedCampaignOrPage {
  kind: 'fundraiser' | 'page';
  title: string;
  publicUrl: string;
  manageUrl: string;
}

const names = {
  en: { fundraiser: { your: 'your fundraiser' }, page: { your: 'your page' } },
  es: { fundraiser: { your: 'tu campaña' }, page: { your: 'tu página' } },
} as const;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function seeOrManage(
  locale: LocaleName,
  { publicUrl, manageUrl }: Omit<ManagedCampaignOrPage, 'kind' | 'title'>,
): MailBlock {
  const [see, manage] = locale === 'es' ? ['Ver la página', 'Administrarla'] : ['View page', 'Manage'];
  return {
    buttons: [
      { label: see, url: publicUrl },
      { label: manage, url: manageUrl },
    ],
  };
}

export const changeApproved: Readonly<Record<LocaleName, (about: ManagedCampaignOrPage) => MailText>> = {
  en: (about) => ({
    subject: `Your change is public: ${about.title}`,
    heading: 'Your change is public',
    blocks: ['We’ve approved your new text, and everyone can see it now.', seeOrManage('en', about)],
  }),
  es: (about) => ({
    subject: `Tu cambio ya es público: ${about.title}`,
    heading: 'Tu cambio ya es público',
    blocks: ['Leímos tus textos nuevos y ya todos pueden verlos.', seeOrManage('es', about)],
  }),
};

export const changeDeclined: Readonly<
  Record<LocaleName, (about: ManagedCampaignOrPage, note: string, by?: string) => MailText>
> = {
  en: ({ kind, title, manageUrl }, quote, by) => ({
    subject: `About your change: ${title}`,
    heading: 'We didn’t publish your change',
    blocks: [
      `${capital(names.en[kind].your)} stays as it was. This is why we didn’t publish the new text:`,
      { quote, ...(by && { by }) },
      'What you wrote is still there. Edit it and save it again.',
      { buttons: [{ label: `Open ${names.en[kind].your}`, url: manageUrl }] },
    ],
  }),
  es: ({ kind, title, manageUrl }, quote, by) => ({
    subject: `Sobre tu cambio: ${title}`,
    heading: 'No publicamos tu cambio',
    blocks: [
      `${capital(names.es[kind].your)} sigue en línea como estaba. Por esto no publicamos los textos nuevos:`,
      { quote, ...(by && { by }) },
      'Lo que escribiste sigue ahí: cámbialo y guárdalo otra vez.',
      { buttons: [{ label: `Abrir ${names.es[kind].your}`, url: manageUrl }] },
    ],
  }),
};
