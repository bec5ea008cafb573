import type { LocaleName } from '@upstander/identity';
import { greeting, type MailText } from '@upstander/notifications';
import type { Dedication } from './dedication.entity.js';

/** Data for the notice about a dedication. It never includes the amount. */
export interface HonoureeFacts extends Pick<Dedication, 'kind' | 'honouree' | 'notifyName' | 'message'> {
  /** Null if the gift is anonymous. */
  giver: string | null;
  campaignTitle: string;
  organization: string;
}

export const honoureeNotice: Readonly<Record<LocaleName, (facts: HonoureeFacts) => MailText>> = {
  en: ({ kind, honouree, notifyName, message, giver, campaignTitle, organization }) => {
    const how = kind === 'honour' ? 'in honor of' : 'in memory of';
    return {
      subject: `A gift ${how} ${honouree}`,
      heading: `A gift ${how} ${honouree}`,
      blocks: [
        greeting(notifyName, 'en'),
        `${giver ?? 'Someone who prefers not to be named'} has made a gift to ${organization}, for “${campaignTitle}”, ${how} ${honouree}, and asked us to let you know.`,
        ...(message ? [{ quote: message, ...(giver && { by: giver }) }] : []),
        {
          small:
            'You get this one email because the donor gave us your address for it. We don’t use it for anything else.',
        },
      ],
    };
  },
  es: ({ kind, honouree, notifyName, message, giver, campaignTitle, organization }) => {
    const how = kind === 'honour' ? 'en honor de' : 'en memoria de';
    return {
      subject: `Una donación ${how} ${honouree}`,
      heading: `Una donación ${how} ${honouree}`,
      blocks: [
        greeting(notifyName, 'es'),
        `${giver ?? 'Alguien que prefiere no dar su nombre'} hizo una donación a ${organization}, para «${campaignTitle}», ${how} ${honouree}, y nos pidió que te avisáramos.`,
        ...(message ? [{ quote: message, ...(giver && { by: giver }) }] : []),
        {
          small:
            'Recibes este único correo porque quien donó nos dio tu dirección para eso. No la usamos para nada más.',
        },
      ],
    };
  },
};
