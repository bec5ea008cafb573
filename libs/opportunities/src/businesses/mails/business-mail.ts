import type { LocaleName } from '@upstander/identity';
import type { Letter } from '@upstander/notifications';
import type { BusinessStatus } from '../business-status.js';

/** Every mail to the owners of a business. */
export type BusinessMailName =
  | 'business-registered'
  | 'business-changes-requested'
  | 'business-approved'
  | 'business-refused'
  | 'business-suspended'
  | 'business-rechecked'
  | 'business-lapsing'
  | 'business-lapsed';

/** A business, as its mails see it when they are sent. */
export interface BusinessMailFacts {
  id: string;
  legalName: string;
  status: BusinessStatus;
  statusReason: string;
  approvedUntil: string | null;
  renewing: boolean;
}

/** What every mail about a business can say. */
export interface About {
  business: BusinessMailFacts;
  name: string;
  organisation: string;
  /** The last day of the approval, in words. */
  until: string;
  statusUrl: string;
  /** Where an opportunity is written. */
  postUrl: string;
}

export interface BusinessMail {
  name: BusinessMailName;
  /** Whether there is still a reason for it when it is sent. */
  stillTrue: (business: BusinessMailFacts, data: Record<string, unknown>) => boolean;
  text: Readonly<Record<LocaleName, (about: About) => Letter>>;
}
