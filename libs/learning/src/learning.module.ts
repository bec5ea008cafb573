import { Module } from '@nestjs/common';
import { FilesModule } from '@upstander/files';
import { NotificationsModule } from '@upstander/notifications';
import { VolunteersModule } from '@upstander/volunteers';
import { ArticleEditorResolver } from './articles/article-editor.resolver.js';
import { ArticleWithdrawals } from './articles/article-withdrawals.service.js';
import { ArticleEditor } from './articles/article-editor.service.js';
import { ArticleResolver } from './articles/article.resolver.js';
import { ArticlesService } from './articles/articles.service.js';
import { ManagedArticles } from './articles/managed-articles.service.js';
import { PublishDueArticles } from './articles/publish-due-articles.processor.js';
import { BadgeKey } from './certificates/badge-key.js';
import { CertificateController } from './certificates/certificate.controller.js';
import { CertificateMail } from './certificates/certificate.mail.js';
import { Certificates } from './certificates/certificates.service.js';
import { Completions } from './courses/completions.service.js';
import { CourseEditorResolver } from './courses/course-editor.resolver.js';
import { CourseEditor } from './courses/course-editor.service.js';
import { CourseProgress } from './courses/course-progress.js';
import { CourseResolver } from './courses/course.resolver.js';
import { ManagedAnswerResolver } from './courses/managed-answer.resolver.js';
import { CoursesOfVolunteers } from './courses/courses-of-volunteers.js';
import { Courses } from './courses/courses.service.js';
import { CheckServiceImports } from './exchange/check-service-imports.processor.js';
import { ImportServices } from './exchange/import-services.processor.js';
import { ServiceExportController } from './exchange/service-export.controller.js';
import { ServiceExports } from './exchange/service-exports.service.js';
import { ServiceImportController } from './exchange/service-import.controller.js';
import { ServiceImportResolver } from './exchange/service-import.resolver.js';
import { ServiceImports } from './exchange/service-imports.service.js';
import { HelpLineChanges } from './help-lines/help-line-changes.service.js';
import { HelpLineReads } from './help-lines/help-line-reads.service.js';
import { HelpLineResolver } from './help-lines/help-line.resolver.js';
import { HelpLines } from './help-lines/help-lines.service.js';
import { StaleHelpMail } from './help-lines/stale-help.mail.js';
import { NotifyStaleHelpLines } from './help-lines/tell-of-stale-help.processor.js';
import { LegalResolver } from './legal/legal.resolver.js';
import { Legal } from './legal/legal.service.js';
import { ServiceReads } from './services/service-reads.js';
import { ServiceResolver } from './services/service.resolver.js';
import { ServedAreasResolver } from './services/served-areas.resolver.js';
import { Services } from './services/services.service.js';
import { DirectoryTasksResolver } from './tasks/directory-tasks.resolver.js';
import { DirectoryTaskCounts } from './tasks/directory-tasks.service.js';

@Module({
  imports: [FilesModule, NotificationsModule, VolunteersModule],
  controllers: [CertificateController, ServiceExportController, ServiceImportController],
  providers: [
    ArticleResolver,
    ArticlesService,
    // article editing
    ArticleEditorResolver,
    ArticleEditor,
    ArticleWithdrawals,
    ManagedArticles,
    PublishDueArticles,
    // courses and certificates
    CourseResolver,
    Courses,
    CourseProgress,
    Completions,
    CoursesOfVolunteers,
    CourseEditorResolver,
    ManagedAnswerResolver,
    CourseEditor,
    Certificates,
    CertificateMail,
    BadgeKey,
    LegalResolver,
    Legal,
    // help lines and services
    HelpLineResolver,
    HelpLines,
    HelpLineReads,
    HelpLineChanges,
    StaleHelpMail,
    NotifyStaleHelpLines,
    ServiceResolver,
    ServedAreasResolver,
    ServiceReads,
    Services,
    ServiceExports,
    ServiceImports,
    ServiceImportResolver,
    CheckServiceImports,
    ImportServices,
    DirectoryTasksResolver,
    DirectoryTaskCounts,
  ],
})
export class LearningModule {}
