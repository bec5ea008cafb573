import type { RouteObject } from 'react-router';
import { RequireRole } from './require-role';
import { screen } from './screen';

export const sectionRoutes: RouteObject[] = [
  {
    path: 'settings',
    lazy: screen(() => import('../navigation/settings').then(({ Settings }) => Settings), 'settings'),
  },
  {
    element: <RequireRole role="admin" />,
    children: [
      {
        path: 'settings/organization',
        lazy: screen(
          () => import('../organization/organization-page').then(({ OrganizationPage }) => OrganizationPage),
          'money',
          'organization',
          'pagePhoto',
          'settings',
          'team',
        ),
      },
      {
        path: 'settings/volunteering',
        lazy: screen(
          () => import('../volunteering-rules/rules-page').then(({ VolunteeringRulesPage }) => VolunteeringRulesPage),
          'settings',
          'volunteeringRules',
        ),
      },
      {
        path: 'settings/roles',
        lazy: screen(
          () => import('../custom-roles/role-list').then(({ RoleList }) => RoleList),
          'areas',
          'customRoles',
          'money',
          'views',
        ),
      },
      {
        path: 'settings/access-tokens',
        lazy: screen(
          () => import('../access-tokens/token-list').then(({ TokenList }) => TokenList),
          'accessTokens',
          'areas',
          'money',
          'views',
        ),
      },
      {
        path: 'settings/emails',
        lazy: screen(
          () => import('../email-wording/email-list').then(({ EmailList }) => EmailList),
          'emailWording',
          'money',
        ),
      },
      {
        path: 'settings/emails/:slug/:language',
        lazy: screen(
          () => import('../email-wording/email-page').then(({ EmailPage }) => EmailPage),
          'emailWording',
          'settings',
        ),
      },
    ],
  },
  {
    element: <RequireRole role="organizer" />,
    children: [
      {
        path: 'settings/webhooks',
        lazy: screen(
          () => import('../webhooks/webhook-list').then(({ WebhookList }) => WebhookList),
          'money',
          'views',
          'webhooks',
        ),
      },
      {
        path: 'settings/webhooks/new',
        lazy: screen(() => import('../webhooks/webhook-form').then(({ NewWebhook }) => NewWebhook), 'webhooks'),
      },
      {
        path: 'settings/webhooks/:id',
        lazy: screen(
          () => import('../webhooks/webhook-show').then(({ WebhookShow }) => WebhookShow),
          'money',
          'views',
          'webhooks',
        ),
      },
      {
        path: 'settings/webhooks/:id/edit',
        lazy: screen(() => import('../webhooks/webhook-form').then(({ EditWebhook }) => EditWebhook), 'webhooks'),
      },
    ],
  },
  {
    element: <RequireRole role="reports" />,
    children: [
      {
        path: 'reports',
        lazy: screen(
          () => import('../reports/reports').then(({ Reports }) => Reports),
          'money',
          'reports',
          'schools',
          'volunteerReport',
        ),
      },
    ],
  },
  {
    element: <RequireRole role="inbox" />,
    children: [
      {
        path: 'inbox',
        lazy: screen(
          () => import('../inbox/inbox').then(({ Inbox }) => Inbox),
          'credentials',
          'disbursements',
          'gifts',
          'helpLines',
          'inbox',
          'money',
          'people',
          'peoplesData',
          'volunteers',
        ),
      },
    ],
  },
  {
    element: <RequireRole role="power" />,
    children: [
      {
        path: 'role-requests',
        lazy: screen(
          () => import('../role-requests/role-requests').then(({ RoleRequests }) => RoleRequests),
          'money',
          'people',
        ),
      },
    ],
  },
];
