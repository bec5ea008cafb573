import type { RouteObject } from 'react-router';
import { RequireRole } from './require-role';
import { screen } from './screen';

/** The author and the approver are different people. */
export const learningRoutes: RouteObject[] = [
  {
    element: <RequireRole role="articles" />,
    children: [
      {
        path: 'articles',
        lazy: screen(
          () => import('../articles/article-list').then(({ ArticleList }) => ArticleList),
          'articles',
          'money',
          'views',
        ),
      },
      {
        path: 'articles/new',
        lazy: screen(() => import('../articles/article-create').then(({ ArticleCreate }) => ArticleCreate), 'articles'),
      },
      {
        path: 'articles/:id/edit',
        lazy: screen(() => import('../articles/article-edit').then(({ ArticleEdit }) => ArticleEdit), 'articles'),
      },
      {
        path: 'articles/:id',
        lazy: screen(
          () => import('../articles/article-show').then(({ ArticleShow }) => ArticleShow),
          'articles',
          'pagePhoto',
        ),
      },
      {
        path: 'courses',
        lazy: screen(
          () => import('../courses/course-list').then(({ CourseList }) => CourseList),
          'courses',
          'money',
          'views',
        ),
      },
      {
        path: 'courses/new',
        lazy: screen(() => import('../courses/course-create').then(({ CourseCreate }) => CourseCreate), 'courses'),
      },
      {
        path: 'courses/:id',
        lazy: screen(() => import('../courses/course-edit').then(({ CourseEdit }) => CourseEdit), 'courses'),
      },
    ],
  },
];
