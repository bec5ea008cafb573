import type { RouteObject } from 'react-router';
import { RequireRole } from './require-role';
import { route } from './screen';

export const siteRoutes: RouteObject[] = [
  {
    element: <RequireRole role="organizer" />,
    children: [
      route('site-messages', async () => (await import('../site-messages/site-message-list')).SiteMessageList),
    ],
  },
  {
    element: <RequireRole role="moderator" />,
    children: [
      route('photos', async () => (await import('../photos/photo-list')).PhotoList),
      route('photos/:id', async () => (await import('../photos/photo-show')).PhotoShow),
    ],
  },
  {
    // The author and the approver are different people.
    element: <RequireRole role="articles" />,
    children: [
      route('articles', async () => (await import('../articles/article-list')).ArticleList),
      route('articles/new', async () => (await import('../articles/article-create')).ArticleCreate),
      route('articles/:id/edit', async () => (await import('../articles/article-edit')).ArticleEdit),
      route('articles/:id', async () => (await import('../articles/article-show')).ArticleShow),
      route('courses', async () => (await import('../courses/course-list')).CourseList),
      route('courses/new', async () => (await import('../courses/course-create')).CourseCreate),
      route('courses/:id', async () => (await import('../courses/course-edit')).CourseEdit),
    ],
  },
  {
    element: <RequireRole role="directory" />,
    children: [
      route('help-lines', async () => (await import('../help-lines/help-line-list')).HelpLineList),
      route('help-lines/new', async () => (await import('../help-lines/help-line-form')).HelpLinePage),
      route('help-lines/:id', async () => (await import('../help-lines/help-line-form')).HelpLinePage),
      route('legal', async () => (await import('../legal/legal-page')).LegalPage),
      route('services', async () => (await import('../services/service-list')).ServiceList),
      route('services/new', async () => (await import('../services/service-form')).ServiceCreate),
      route('services/files', async () => (await import('../services/service-files')).ServiceFiles),
      route('services/files/:id', async () => (await import('../services/service-import')).ServiceImport),
      route('services/:id', async () => (await import('../services/service-form')).ServiceEdit),
    ],
  },
];

export const schoolRoutes: RouteObject[] = [
  route('schools', async () => (await import('../schools/board')).SchoolBoard),
  route('schools/list', async () => (await import('../schools/ask-list')).SchoolAskList),
  route('schools/contacts', async () => (await import('../schools/contact-list')).SchoolContactList),
  route('schools/talks', async () => (await import('../schools/talk-list')).SchoolTalkList),
  route('schools/directory', async () => (await import('../schools/directory-list')).SchoolDirectory),
  route('schools/report', async () => (await import('../schools/school-report')).SchoolReport),
  route('schools/:id', async () => (await import('../schools/ask-show')).SchoolAskShow),
];
