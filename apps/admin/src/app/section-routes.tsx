import type { RouteObject } from 'react-router';
import { RequireRole } from './require-role';
import { route } from './screen';

export const sectionRoutes: RouteObject[] = [
  route('settings', async () => (await import('../navigation/settings')).Settings),
  {
    element: <RequireRole role="admin" />,
    children: [
      route('settings/organization', async () => (await import('../organization/organization-page')).OrganizationPage),
      route(
        'settings/volunteering',
        async () => (await import('../volunteering-rules/rules-page')).VolunteeringRulesPage,
      ),
      route('settings/roles', async () => (await import('../custom-roles/role-list')).RoleList),
      route('settings/access-tokens', async () => (await import('../access-tokens/token-list')).TokenList),
      route('settings/emails', async () => (await import('../email-wording/email-list')).EmailList),
      route('settings/emails/:slug/:language', async () => (await import('../email-wording/email-page')).EmailPage),
    ],
  },
  {
    element: <RequireRole role="organizer" />,
    children: [
      route('settings/webhooks', async () => (await import('../webhooks/webhook-list')).WebhookList),
      route('settings/webhooks/new', async () => (await import('../webhooks/webhook-form')).NewWebhook),
      route('settings/webhooks/:id', async () => (await import('../webhooks/webhook-show')).WebhookShow),
      route('settings/webhooks/:id/edit', async () => (await import('../webhooks/webhook-form')).EditWebhook),
    ],
  },
  {
    element: <RequireRole role="reports" />,
    children: [route('reports', async () => (await import('../reports/reports')).Reports)],
  },
  {
    element: <RequireRole role="inbox" />,
    children: [route('inbox', async () => (await import('../inbox/inbox')).Inbox)],
  },
  {
    element: <RequireRole role="power" />,
    children: [route('role-requests', async () => (await import('../role-requests/role-requests')).RoleRequests)],
  },
];
