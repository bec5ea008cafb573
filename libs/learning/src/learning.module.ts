import { Module } from '@nestjs/common';
import { NotificationsModule } from '@upstander/notifications';
import { ArticleResolver } from './articles/article.resolver.js';
import { ArticlesService } from './articles/articles.service.js';
import { HelpLineResolver } from './help-lines/help-line.resolver.js';
import { HelpLines } from './help-lines/help-lines.service.js';
import { StaleHelpMail } from './help-lines/stale-help.mail.js';
import { TellOfStaleHelp } from './help-lines/tell-of-stale-help.processor.js';
import { ServiceReads } from './services/service-reads.js';
import { ServiceResolver } from './services/service.resolver.js';
import { Services } from './services/services.service.js';
import { DirectoryTasksResolver } from './tasks/directory-tasks.resolver.js';
import { DirectoryTaskCounts } from './tasks/directory-tasks.service.js';

@Module({
  imports: [NotificationsModule],
  providers: [
    // what there is to read
    ArticleResolver,
    ArticlesService,
    // where to get help
    HelpLineResolver,
    HelpLines,
    StaleHelpMail,
    TellOfStaleHelp,
    ServiceResolver,
    ServiceReads,
    Services,
    DirectoryTasksResolver,
    DirectoryTaskCounts,
  ],
})
export class LearningModule {}
