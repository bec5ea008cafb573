import { Module } from '@nestjs/common';
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
import { ForgetSchoolAsks } from './asks/forget-asks.processor.js';
import { MyAskResolver } from './asks/my-ask.resolver.js';
import { DirectoryImportController } from './directory/directory-import.controller.js';
import { DirectoryImports } from './directory/directory-imports.service.js';
import { DirectoryResolver } from './directory/directory.resolver.js';
import { Directory } from './directory/directory.service.js';
import { AskDocumentController } from './documents/ask-document.controller.js';
import { AskDocuments } from './documents/ask-documents.service.js';
import { SchoolUploads } from './documents/upload-body.js';
import { AskMails } from './mails/ask-mails.js';
import { AskPost } from './mails/ask-post.js';
import { SchoolReportResolver } from './report/school-report.resolver.js';
import { SchoolReports } from './report/school-reports.service.js';

@Module({
  imports: [NotificationsModule],
  controllers: [DirectoryImportController, AskDocumentController],
  providers: [
    // districts and schools
    Directory,
    DirectoryResolver,
    DirectoryImports,
    SchoolUploads,
    // what is asked on the site
    MyAskResolver,
    AskStarts,
    AskLinks,
    ForgetSchoolAsks,
    // what staff do
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
    AskPost,
    SchoolReportResolver,
    SchoolReports,
  ],
  exports: [DirectoryImports],
})
export class OutreachModule {}
