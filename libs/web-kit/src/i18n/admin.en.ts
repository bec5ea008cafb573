import { start } from './admin-start.en.js';
import { beneficiaries } from './admin/beneficiaries.en.js';
import { disbursements } from './admin/disbursements.en.js';
import { matching } from './admin/matching.en.js';
import { disputes } from './admin/disputes.en.js';
import { donations } from './admin/donations.en.js';
import { eventForm } from './admin/event-form.en.js';
import { events } from './admin/events.en.js';
import { fundraiserForm } from './admin/fundraiser-form.en.js';
import { fundraisers } from './admin/fundraisers.en.js';
import { home } from './admin/home.en.js';
import { ledger } from './admin/ledger.en.js';
import { mailLog } from './admin/mail-log.en.js';
import { money } from './admin/money.en.js';
import { offlineGifts } from './admin/offline-gifts.en.js';
import { account, chapters, people } from './admin/people.en.js';
import { plans } from './admin/plans.en.js';
import { receipts } from './admin/receipts.en.js';
import { reconciliation } from './admin/reconciliation.en.js';
import { roster } from './admin/roster.en.js';
import { advocacy } from './admin/advocacy.en.js';
import { applications } from './admin/applications.en.js';
import { approvals } from './admin/approvals.en.js';
import { audit } from './admin/audit.en.js';
import { businesses } from './admin/businesses.en.js';
import { consultations } from './admin/consultations.en.js';
import { keys, vault } from './admin/keys.en.js';
import { opportunities } from './admin/opportunities.en.js';
import { report } from './admin/report.en.js';
import { securityEvents } from './admin/security-events.en.js';

/** Words of the admin, in English. The Spanish file must have exactly these keys. */
export const admin = {
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
