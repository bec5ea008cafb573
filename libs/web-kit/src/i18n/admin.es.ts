import { start } from './admin-start.es.js';
import { beneficiaries } from './admin/beneficiaries.es.js';
import { disbursements } from './admin/disbursements.es.js';
import { matching } from './admin/matching.es.js';
import { disputes } from './admin/disputes.es.js';
import { donations } from './admin/donations.es.js';
import { eventForm } from './admin/event-form.es.js';
import { events } from './admin/events.es.js';
import { fundraiserForm } from './admin/fundraiser-form.es.js';
import { fundraisers } from './admin/fundraisers.es.js';
import { home } from './admin/home.es.js';
import { ledger } from './admin/ledger.es.js';
import { mailLog } from './admin/mail-log.es.js';
import { money } from './admin/money.es.js';
import { offlineGifts } from './admin/offline-gifts.es.js';
import { account, chapters, people } from './admin/people.es.js';
import { plans } from './admin/plans.es.js';
import { receipts } from './admin/receipts.es.js';
import { reconciliation } from './admin/reconciliation.es.js';
import { roster } from './admin/roster.es.js';
import { advocacy } from './admin/advocacy.es.js';
import { applications } from './admin/applications.es.js';
import { approvals } from './admin/approvals.es.js';
import { audit } from './admin/audit.es.js';
import { businesses } from './admin/businesses.es.js';
import { consultations } from './admin/consultations.es.js';
import { keys, vault } from './admin/keys.es.js';
import { opportunities } from './admin/opportunities.es.js';
import { report } from './admin/report.es.js';
import { securityEvents } from './admin/security-events.es.js';
import type { admin as english } from './admin.en.js';

export const admin: typeof english = {
  ...start,
  home,
  events,
  eventForm,
  roster,
  mailLog,
  money,
  fundraisers,
  fundraiserForm,
  matching,
  disbursements,
  beneficiaries,
  people,
  chapters,
  account,
  disputes,
  reconciliation,
  plans,
  receipts,
  ledger,
  donations,
  offlineGifts,
  approvals,
  businesses,
  opportunities,
  advocacy,
  applications,
  consultations,
  keys,
  vault,
  audit,
  report,
  securityEvents,
};
