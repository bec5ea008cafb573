import type { LocaleName } from '@upstander/identity';
import type { Letter } from '@upstander/notifications';
import type { OpportunityStatus } from '../opportunity-status.js';

/** Every mail to the people of a business about one of its opportunities. */
export type OpportunityMailName =
  | 'opportunity-approved'
  | 'opportunity-changes-requested'
  | 'opportunity-refused'
  | 'opportunity-expiring'
  | 'opportunity-expired';

/** An opportunity, as its mails see it when they are sent. */
export interface OpportunityMailFacts {
  id: string;
  businessId: string;
  businessName: string;
  slug: string;
  title: string;
  status: OpportunityStatus;
  statusReason: string;
  expiresAt: Date | null;
  renewals: number;
  tokenVersion: number;
}

/** What every mail about an opportunity can say. */
export interface About {
  opportunity: OpportunityMailFacts;
  title: string;
  organisation: string;
  /** The day it leaves the site, or left it, in words. */
  until: string;
  /** The next renewal is read by somebody first. */
  readFirst: boolean;
  /** The page of the opportunity for those who act for the business, behind their sign-in. */
  opportunityUrl: string;
  /** A page with buttons, for whoever has this mail, until what it is about is over. */
  linkUrl: string;
  publicUrl: string;
}

export interface OpportunityMail {
  name: OpportunityMailName;
  /** Whether there is still a reason for it when it is sent. */
  stillTrue: (opportunity: OpportunityMailFacts, data: Record<string, unknown>) => boolean;
  text: Readonly<Record<LocaleName, (about: About) => Letter>>;
}
