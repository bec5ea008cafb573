import { greeting, type MailButton } from '@upstander/notifications';
import { fullWords, type EmailTexts } from './receipt-mail-text.js';

export const giftThanks: EmailTexts = {
  en: (about) => {
    const { facts, urls } = about;
    const amount = facts.receipt?.content.amount ?? null;
    const buttons: MailButton[] = [];
    if (urls.pdf) buttons.push({ label: 'View receipt (PDF)', url: urls.pdf });
    if (urls.recurringGift) buttons.push({ label: 'Change or stop the recurring gift', url: urls.recurringGift });
    buttons.push({ label: 'All my gifts', url: urls.giving });
    return {
      subject: amount ? `Thank you: your receipt for ${amount}` : 'Thank you: your receipt',
      heading: 'Thank you for your gift',
      blocks: [
        greeting(facts.name, 'en'),
        amount
          ? `Your gift of ${amount} for “${facts.campaignTitle}” has arrived. Thank you. This email is your receipt.`
          : `What you gave for “${facts.campaignTitle}” has arrived. Thank you. This email is your receipt.`,
        ...fullWords(about, 'en'),
        { buttons },
        ...(facts.anonymous ? [{ small: 'You gave anonymously, so your name isn’t shown publicly.' }] : []),
        ...(facts.dedicated
          ? []
          : [{ small: `To dedicate it in honor or in memory of someone, open your gift’s page: ${urls.gift}` }]),
      ],
    };
  },
  es: (about) => {
    const { facts, urls } = about;
    const amount = facts.receipt?.content.amount ?? null;
    const buttons: MailButton[] = [];
    if (urls.pdf) buttons.push({ label: 'Ver el recibo en PDF', url: urls.pdf });
    if (urls.recurringGift)
      buttons.push({ label: 'Cambiar o cancelar la donación recurrente', url: urls.recurringGift });
    buttons.push({ label: 'Todas mis donaciones', url: urls.giving });
    return {
      subject: amount ? `Gracias: tu recibo por ${amount}` : 'Gracias: tu recibo',
      heading: 'Gracias por tu donación',
      blocks: [
        greeting(facts.name, 'es'),
        amount
          ? `Llegó tu donación de ${amount} para «${facts.campaignTitle}». Gracias. Este correo es tu recibo.`
          : `Llegó lo que donaste para «${facts.campaignTitle}». Gracias. Este correo es tu recibo.`,
        ...fullWords(about, 'es'),
        { buttons },
        ...(facts.anonymous ? [{ small: 'Tu nombre no se muestra en público: donaste de forma anónima.' }] : []),
        ...(facts.dedicated
          ? []
          : [{ small: `Para donar en honor o en memoria de alguien, abre la página de tu donación: ${urls.gift}` }]),
      ],
    };
  },
};
