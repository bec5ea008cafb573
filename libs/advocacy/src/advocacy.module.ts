import { Module } from '@nestjs/common';
import { NotificationsModule } from '@upstander/notifications';
import { OpportunitiesModule } from '@upstander/opportunities';
import { applicationsControllers, applicationsProviders } from './applications/applications.providers.js';
import { AuditResolver } from './audit/audit.resolver.js';
import { AuditTrail } from './audit/audit-trail.service.js';
import { ConsentResolver } from './consents/consent.resolver.js';
import { Consents } from './consents/consents.service.js';
import { ConsultationRequests } from './consultations/consultation-requests.service.js';
import { ConsultationResolver } from './consultations/consultation.resolver.js';
import { SealedConsultations } from './consultations/sealed-consultations.service.js';
import { BusinessInbox } from './introductions/business-inbox.service.js';
import { IntroductionResolver } from './introductions/introduction.resolver.js';
import { Introductions } from './introductions/introductions.service.js';
import { AdvocateMessages } from './messages/advocate-messages.service.js';
import { MessageResolver } from './messages/message.resolver.js';
import { MyRecordChanges } from './records/my-record-changes.service.js';
import { MyRecords } from './records/my-records.service.js';
import { RecordResolver } from './records/record.resolver.js';
import { AdvocacyReports } from './report/advocacy-reports.service.js';
import { ReportResolver } from './report/report.resolver.js';
import { HoldResolver } from './retention/hold.resolver.js';
import { LegalHolds } from './retention/legal-holds.service.js';
import { sealedControllers, sealedProviders } from './sealed/sealed.providers.js';
import { TeamKeyResolver } from './team-keys/team-key.resolver.js';
import { TeamKeys } from './team-keys/team-keys.service.js';

const records = [RecordResolver, MyRecords, MyRecordChanges, MessageResolver, AdvocateMessages];
const consents = [ConsentResolver, Consents, IntroductionResolver, Introductions, BusinessInbox];
const consultations = [ConsultationResolver, ConsultationRequests, SealedConsultations, TeamKeyResolver, TeamKeys];
const oversight = [AuditResolver, AuditTrail, HoldResolver, LegalHolds, ReportResolver, AdvocacyReports];

/** The sealed zone. Only the apps may import it. */
@Module({
  imports: [NotificationsModule, OpportunitiesModule],
  controllers: [...sealedControllers, ...applicationsControllers],
  providers: [...sealedProviders, ...applicationsProviders, ...records, ...consents, ...consultations, ...oversight],
})
export class AdvocacyModule {}
