// Made by `npm run words` of the messages in libs/web-kit/messages: write there.
import { account } from './admin/account.en.generated.js';
import { advocacy } from './admin/advocacy.en.generated.js';
import { applications } from './admin/applications.en.generated.js';
import { approvals } from './admin/approvals.en.generated.js';
import { articles } from './admin/articles.en.generated.js';
import { audit } from './admin/audit.en.generated.js';
import { beneficiaries } from './admin/beneficiaries.en.generated.js';
import { businesses } from './admin/businesses.en.generated.js';
import { chapters } from './admin/chapters.en.generated.js';
import { checkIn } from './admin/checkIn.en.generated.js';
import { consultations } from './admin/consultations.en.generated.js';
import { courses } from './admin/courses.en.generated.js';
import { credentials } from './admin/credentials.en.generated.js';
import { disbursements } from './admin/disbursements.en.generated.js';
import { disputes } from './admin/disputes.en.generated.js';
import { door } from './admin/door.en.generated.js';
import { eventForm } from './admin/eventForm.en.generated.js';
import { events } from './admin/events.en.generated.js';
import { forms } from './admin/forms.en.generated.js';
import { fundraiserForm } from './admin/fundraiserForm.en.generated.js';
import { fundraisers } from './admin/fundraisers.en.generated.js';
import { gifts } from './admin/gifts.en.generated.js';
import { health } from './admin/health.en.generated.js';
import { helpLines } from './admin/helpLines.en.generated.js';
import { home } from './admin/home.en.generated.js';
import { keys } from './admin/keys.en.generated.js';
import { ledger } from './admin/ledger.en.generated.js';
import { legal } from './admin/legal.en.generated.js';
import { mailLog } from './admin/mailLog.en.generated.js';
import { matching } from './admin/matching.en.generated.js';
import { money } from './admin/money.en.generated.js';
import { offlineGifts } from './admin/offlineGifts.en.generated.js';
import { opportunities } from './admin/opportunities.en.generated.js';
import { palette } from './admin/palette.en.generated.js';
import { people } from './admin/people.en.generated.js';
import { peoplesData } from './admin/peoplesData.en.generated.js';
import { photos } from './admin/photos.en.generated.js';
import { receipts } from './admin/receipts.en.generated.js';
import { reconciliation } from './admin/reconciliation.en.generated.js';
import { recurringGifts } from './admin/recurringGifts.en.generated.js';
import { report } from './admin/report.en.generated.js';
import { roster } from './admin/roster.en.generated.js';
import { schools } from './admin/schools.en.generated.js';
import { securityEvents } from './admin/securityEvents.en.generated.js';
import { services } from './admin/services.en.generated.js';
import { session } from './admin/session.en.generated.js';
import { siteMessages } from './admin/siteMessages.en.generated.js';
import { staffActions } from './admin/staffActions.en.generated.js';
import { vault } from './admin/vault.en.generated.js';
import { views } from './admin/views.en.generated.js';
import { volunteerReport } from './admin/volunteerReport.en.generated.js';
import { volunteers } from './admin/volunteers.en.generated.js';
import { waivers } from './admin/waivers.en.generated.js';

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
