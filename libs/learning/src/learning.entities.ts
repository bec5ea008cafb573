import { Article } from './articles/article.entity.js';
import { ArticleText } from './articles/article-text.entity.js';
import { HelpLine } from './help-lines/help-line.entity.js';
import { Organization } from './services/organization.entity.js';
import { Service } from './services/service.entity.js';

export const learningEntities = [Article, ArticleText, HelpLine, Organization, Service];
