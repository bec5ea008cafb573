import type { RouteObject } from 'react-router';
import { screen } from './screen';

export const seriesRoutes: RouteObject[] = [
  {
    path: 'events/series',
    lazy: screen(
      () => import('../series/series-list').then(({ SeriesList }) => SeriesList),
      'events',
      'money',
      'series',
      'views',
    ),
  },
  {
    path: 'events/series/:id',
    lazy: screen(
      () => import('../series/series-show').then(({ SeriesShow }) => SeriesShow),
      'events',
      'money',
      'series',
      'views',
    ),
  },
  {
    path: 'events/series/:id/edit',
    lazy: screen(() => import('../series/series-edit-dates').then(({ SeriesEditDates }) => SeriesEditDates), 'series'),
  },
  {
    path: 'events/:id/repeat',
    lazy: screen(
      () => import('../series/repeat-event').then(({ RepeatEvent }) => RepeatEvent),
      'eventForm',
      'events',
      'series',
    ),
  },
];
