import { Article } from './articles/article.entity.js';
import { ArticleText } from './articles/article-text.entity.js';
import { ArticleVersion } from './articles/article-version.entity.js';
import { Course, CourseCompletion, Lesson } from './courses/course.entity.js';

import { TimeLimit } from './legal/time-limit.entity.js';
import { HelpLineChange } from './help-lines/help-line-change.entity.js';
import { HelpLine } from './help-lines/help-line.entity.js';
import { ServiceImport } from './exchange/service-import.entity.js';
import { Organization } from './services/organization.entity.js';
import { Service } from './services/service.entity.js';

export const learningEntities = [
  Article,
  ArticleText,
  ArticleVersion,
  Course,
  Lesson,
  CourseCompletion,
  HelpLine,
  HelpLineChange,
  Organization,
  Service,
  ServiceImport,
  TimeLimit,
];
