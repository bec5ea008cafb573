import { Module } from '@nestjs/common';
import { FilesModule } from '@upstander/files';
import { NotificationsModule } from '@upstander/notifications';
import { AskAccess } from './asks/ask-access.js';
import { AskLinks } from './asks/ask-links.service.js';
import { AskPartReads } from './asks/ask-part-reads.js';
import { AskPartsResolver } from './asks/ask-parts.resolver.js';
import { AskParts } from './asks/ask-parts.service.js';
import { AskReads } from './asks/ask-reads.js';
import { AskReminders } from './asks/ask-reminders.js';
import { AskStarts } from './asks/ask-starts.service.js';
import { AskResolver } from './asks/ask.resolver.js';
import { Asks } from './asks/asks.service.js';
import { MyAskResolver } from './asks/my-ask.resolver.js';
import { DirectoryImportController } from './directory/directory-import.controller.js';
import { DirectoryImports } from './directory/directory-imports.service.js';
import { DirectoryResolver } from './directory/directory.resolver.js';
import { Directory } from './directory/directory.service.js';
import { AskDocumentController } from './documents/ask-document.controller.js';
import { AskDocuments } from './documents/ask-documents.service.js';
import { AskMails } from './mails/ask-mails.js';
import { NotifyEndingPhotoConsents } from './photos/look-after-photos.processor.js';
import { MyPhotoConsentResolver } from './photos/my-photo-consent.resolver.js';
import { MyPhotoConsents } from './photos/my-photo-consents.service.js';
import { PhotoConsents } from './photos/photo-consents.service.js';
import { PhotoController } from './photos/photo.controller.js';
import { PhotoMails } from './photos/photo-mails.js';
import { PhotoReads } from './photos/photo-reads.js';
import { PhotoResolver } from './photos/photo.resolver.js';
import { Photos } from './photos/photos.service.js';
import { PortraitPictures } from './photos/portrait-pictures.js';
import { SchoolReportResolver } from './report/school-report.resolver.js';
import { SchoolReports } from './report/school-reports.service.js';
import { SchoolTalkMails } from './school-talks/school-talk.mails.js';
import { SchoolTalkResolver } from './school-talks/school-talk.resolver.js';
import { SchoolTalks } from './school-talks/school-talks.service.js';
import { MessageForms } from './site-messages/message-forms.js';
import { SiteMessageReplies } from './site-messages/replies.service.js';
import { SiteMessageController } from './site-messages/site-message.controller.js';
import { SiteMessageNotices } from './site-messages/site-message.notices.js';
import { SiteMessageMail } from './site-messages/site-message.mail.js';
import { SiteMessageResolver } from './site-messages/site-message.resolver.js';
import { SiteMessages } from './site-messages/site-messages.service.js';
import { TeamMemberResolver } from './team/team-member.resolver.js';
import { TeamMembers } from './team/team-members.service.js';

@Module({
  imports: [FilesModule, NotificationsModule],
  controllers: [DirectoryImportController, AskDocumentController, PhotoController, SiteMessageController],
  providers: [
    // school directory
    Directory,
    DirectoryResolver,
    DirectoryImports,
    // requests from the site
    MyAskResolver,
    AskStarts,
    AskLinks,
    // requests for staff
    AskResolver,
    AskPartsResolver,
    AskAccess,
    AskReads,
    AskPartReads,
    Asks,
    AskParts,
    AskDocuments,
    AskReminders,
    AskMails,
    SchoolReportResolver,
    SchoolReports,
    // talks that schools request
    SchoolTalkResolver,
    SchoolTalks,
    SchoolTalkMails,
    // photos and consents
    PhotoResolver,
    MyPhotoConsentResolver,
    PhotoReads,
    Photos,
    PortraitPictures,
    PhotoConsents,
    MyPhotoConsents,
    PhotoMails,
    NotifyEndingPhotoConsents,
    // people under “About”
    TeamMemberResolver,
    TeamMembers,
    // messages from the site
    SiteMessageResolver,
    SiteMessages,
    MessageForms,
    SiteMessageMail,
    SiteMessageNotices,
    SiteMessageReplies,
  ],
  exports: [DirectoryImports],
})
export class OutreachModule {}
