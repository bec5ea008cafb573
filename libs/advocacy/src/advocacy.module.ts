import { Module } from '@nestjs/common';
import { NotificationsModule } from '@upstander/notifications';
import { OpportunitiesModule } from '@upstander/opportunities';
import { advocatesProviders } from './advocates/advocates.providers.js';
import { actionItemsProviders } from './action-items/action-items.providers.js';
import { applicationsProviders } from './applications/applications.providers.js';
import { auditProviders } from './audit/audit.providers.js';
import { codesProviders } from './codes/codes.providers.js';
import { consentsProviders } from './consents/consents.providers.js';
import { consultationsControllers, consultationsProviders } from './consultations/consultations.providers.js';
import { intakeProviders } from './intake/intake.providers.js';
import { introductionsProviders } from './introductions/introductions.providers.js';
import { messagesProviders } from './messages/messages.providers.js';
import { noticesProviders } from './notices/notices.providers.js';
import { myRecordsProviders } from './my-records/my-records.providers.js';
import { reportProviders } from './report/report.providers.js';
import { retentionProviders } from './retention/retention.providers.js';
import { SealedHealth } from './sealed/sealed-health.js';
import { sealedProviders } from './sealed/sealed.providers.js';
import { teamKeysProviders } from './team-keys/team-keys.providers.js';

/** The sealed zone. Only the apps may import it. */
@Module({
  imports: [NotificationsModule, OpportunitiesModule],
  controllers: [...consultationsControllers],
  providers: [
    ...sealedProviders,
    ...codesProviders,
    ...advocatesProviders,
    ...auditProviders,
    ...myRecordsProviders,
    ...intakeProviders,
    ...applicationsProviders,
    ...actionItemsProviders,
    ...consentsProviders,
    ...introductionsProviders,
    ...messagesProviders,
    ...noticesProviders,
    ...consultationsProviders,
    ...teamKeysProviders,
    ...retentionProviders,
    ...reportProviders,
  ],
  exports: [SealedHealth],
})
export class AdvocacyModule {}
