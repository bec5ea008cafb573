import type { LocaleName } from '@upstander/identity';
import type { MailText } from '@upstander/notifications';
import type { BusinessStatus } from '../business-status.js';

export type BusinessMailName =
  | 'business-registered'
  | 'business-changes-requested'
  | 'business-approved'
  | 'business-refused'
  | 'business-suspended'
  | 'business-rechecked'
  | 'business-lapsing'
  | 'business-lapsed';

export interface BusinessMailFacts {
  id: string;
  legalName: string;
  status: BusinessStatus;
  statusReason: string;
  approvedUntil: string | null;
  renewing: boolean;
}

export interface BusinessMailContext {
  locale: LocaleName;
  business: BusinessMailFacts;
  name: string;
  organization: string;
  /** Last day of the approval, formatted. */
  until: string;
  statusUrl: string;
  /** Link to the form for a new opportunity. */
  postUrl: string;
}

export interface BusinessMail {
  name: BusinessMailName;
  /** True if the email still applies at the time it is sent. */
  stillTrue: (business: BusinessMailFacts, data: Record<string, unknown>) => boolean;
  text(about: BusinessMailContext): MailText;
}
