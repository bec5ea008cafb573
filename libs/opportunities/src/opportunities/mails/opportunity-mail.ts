import type { LocaleName } from '@upstander/identity';
import type { MailText } from '@upstander/notifications';
import type { OpportunityStatus } from '../opportunity-status.js';

export type OpportunityMailName =
  | 'opportunity-approved'
  | 'opportunity-changes-requested'
  | 'opportunity-refused'
  | 'opportunity-expiring'
  | 'opportunity-expired';

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

export interface OpportunityMailContext {
  locale: LocaleName;
  opportunity: OpportunityMailFacts;
  title: string;
  organization: string;
  /** Day when it leaves or left the site, formatted. */
  until: string;
  /** True if staff must review the next renewal. */
  readFirst: boolean;
  /** Page of the opportunity for members of the business; requires signing in. */
  opportunityUrl: string;
  /** Page with buttons that anyone with this email can use until the link expires. */
  linkUrl: string;
  publicUrl: string;
}

export interface OpportunityMail {
  name: OpportunityMailName;
  /** True if the email still applies at the time it is sent. */
  stillTrue: (opportunity: OpportunityMailFacts, data: Record<string, unknown>) => boolean;
  text(about: OpportunityMailContext): MailText;
}
