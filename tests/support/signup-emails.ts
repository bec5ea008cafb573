import { MailTemplates, type MailContent, type MailRow } from '@upstander/notifications';
import ICAL from 'ical.js';
import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';

/** Returns the email about a sign-up as it would be sent now, or null if it's skipped. */
export async function renderSignupEmail(
  app: TestApp,
  template: string,
  signup: { id: string },
  data: Record<string, unknown> = {},
  locale: 'en' | 'es' = 'en',
): Promise<MailContent | null> {
  const mailTemplate = app.nest.get(MailTemplates).find(template);
  if (!mailTemplate) throw new Error(`No template ${template}.`);
  const row = rowOf(template, signup, data, locale);
  const email = (await mailTemplate.load([row])).get(row.id);
  if (!email) return null;
  const content = mailTemplate.render(email, row);
  // Line breaks depend on the layout.
  return { ...content, text: content.text.replace(/\s+/g, ' ') };
}

/** Returns an email row that was never stored. */
export function rowOf(
  template: string,
  signup: { id: string },
  data: Record<string, unknown>,
  locale: 'en' | 'es',
): MailRow {
  const id = randomUUID();
  const dueAt = new Date(0);
  return { id, key: `${template}/${id}`, subjectId: signup.id, recipient: 'ana@example.org', locale, data, dueAt };
}

export function icsEvent(content: MailContent | null) {
  const calendar = new ICAL.Component(ICAL.parse(content?.ics?.content ?? '') as unknown[]);
  const event = calendar.getFirstSubcomponent('vevent');
  return {
    method: calendar.getFirstPropertyValue('method'),
    declared: content?.ics?.method,
    uid: event?.getFirstPropertyValue('uid'),
    status: event?.getFirstPropertyValue('status'),
    sequence: event?.getFirstPropertyValue('sequence'),
  };
}
