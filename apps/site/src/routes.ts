import { index, route, type RouteConfig } from '@react-router/dev/routes';

export default [
  index('pages/home.tsx'),
  route('events', 'events/event-list.tsx'),
  route('events/:slug', 'events/event-page.tsx'),
  route('events/:slug/done', 'signups/done.tsx'),
  route('s/:token', 'signups/manage.tsx'),
  route('privacy', 'pages/privacy.tsx'),
  route('leave', 'pages/leave.ts'),
  route('*', 'pages/not-found.tsx'),
] satisfies RouteConfig;
