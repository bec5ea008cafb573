import type { LocaleName } from '@upstander/identity';
import { greeting, type MailText } from '@upstander/notifications';
import type { Dedication } from './dedication.entity.js';
import { words } from './honouree-notice.mail.generated.js';

/** Data for the notice about a dedication. It never includes the amount. */
export interface HonoureeFacts extends Pick<Dedication, 'kind' | 'honoree' | 'notifyName' | 'message'> {
  /** Null if the gift is anonymous. */
  giver: string | null;
  campaignTitle: string;
  organization: string;
}

export function renderHonoureeNotice(facts: HonoureeFacts, locale: LocaleName): MailText {
  const { honoree: honouree, notifyName, message, giver, campaignTitle: campaign, organization: organization } = facts;
  const t = words[locale];
  const kind = facts.kind === 'honour' ? 'honour' : 'other';
  const heading = t.heading({ kind, honouree });
  return {
    subject: heading,
    heading,
    blocks: [
      greeting(notifyName, locale),
      t.lead({ giver, organization, campaign, kind, honouree }),
      ...(message ? [{ quote: message, ...(giver && { by: giver }) }] : []),
      { small: t.why },
    ],
  };
}
