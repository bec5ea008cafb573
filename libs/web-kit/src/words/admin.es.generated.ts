// Made by `npm run words` of the messages in libs/web-kit/messages: write there.
import { account } from './admin/account.es.generated.js';
import { advocacy } from './admin/advocacy.es.generated.js';
import { applications } from './admin/applications.es.generated.js';
import { approvals } from './admin/approvals.es.generated.js';
import { articles } from './admin/articles.es.generated.js';
import { audit } from './admin/audit.es.generated.js';
import { beneficiaries } from './admin/beneficiaries.es.generated.js';
import { businesses } from './admin/businesses.es.generated.js';
import { chapters } from './admin/chapters.es.generated.js';
import { checkIn } from './admin/checkIn.es.generated.js';
import { consultations } from './admin/consultations.es.generated.js';
import { courses } from './admin/courses.es.generated.js';
import { credentials } from './admin/credentials.es.generated.js';
import { disbursements } from './admin/disbursements.es.generated.js';
import { disputes } from './admin/disputes.es.generated.js';
import { door } from './admin/door.es.generated.js';
import { eventForm } from './admin/eventForm.es.generated.js';
import { events } from './admin/events.es.generated.js';
import { forms } from './admin/forms.es.generated.js';
import { fundraiserForm } from './admin/fundraiserForm.es.generated.js';
import { fundraisers } from './admin/fundraisers.es.generated.js';
import { gifts } from './admin/gifts.es.generated.js';
import { health } from './admin/health.es.generated.js';
import { helpLines } from './admin/helpLines.es.generated.js';
import { home } from './admin/home.es.generated.js';
import { keys } from './admin/keys.es.generated.js';
import { ledger } from './admin/ledger.es.generated.js';
import { legal } from './admin/legal.es.generated.js';
import { mailLog } from './admin/mailLog.es.generated.js';
import { matching } from './admin/matching.es.generated.js';
import { money } from './admin/money.es.generated.js';
import { offlineGifts } from './admin/offlineGifts.es.generated.js';
import { opportunities } from './admin/opportunities.es.generated.js';
import { palette } from './admin/palette.es.generated.js';
import { people } from './admin/people.es.generated.js';
import { peoplesData } from './admin/peoplesData.es.generated.js';
import { photos } from './admin/photos.es.generated.js';
import { receipts } from './admin/receipts.es.generated.js';
import { reconciliation } from './admin/reconciliation.es.generated.js';
import { recurringGifts } from './admin/recurringGifts.es.generated.js';
import { report } from './admin/report.es.generated.js';
import { roster } from './admin/roster.es.generated.js';
import { schools } from './admin/schools.es.generated.js';
import { securityEvents } from './admin/securityEvents.es.generated.js';
import { services } from './admin/services.es.generated.js';
import { session } from './admin/session.es.generated.js';
import { siteMessages } from './admin/siteMessages.es.generated.js';
import { staffActions } from './admin/staffActions.es.generated.js';
import { vault } from './admin/vault.es.generated.js';
import { views } from './admin/views.es.generated.js';
import { volunteerReport } from './admin/volunteerReport.es.generated.js';
import { volunteers } from './admin/volunteers.es.generated.js';
import { waivers } from './admin/waivers.es.generated.js';

export const admin = {
  account,
  advocacy,
  applications,
  approvals,
  articles,
  audit,
  beneficiaries,
  businesses,
  chapters,
  checkIn,
  consultations,
  courses,
  credentials,
  disbursements,
  disputes,
  door,
  eventForm,
  events,
  forms,
  fundraiserForm,
  fundraisers,
  gifts,
  health,
  helpLines,
  home,
  keys,
  ledger,
  legal,
  mailLog,
  matching,
  money,
  offlineGifts,
  opportunities,
  palette,
  people,
  peoplesData,
  photos,
  receipts,
  reconciliation,
  recurringGifts,
  report,
  roster,
  schools,
  securityEvents,
  services,
  session,
  siteMessages,
  staffActions,
  vault,
  views,
  volunteerReport,
  volunteers,
  waivers,
};
