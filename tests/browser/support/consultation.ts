import type { Browser } from 'playwright-core';
import { runBypassingTriggers } from '../../support/advocacy.js';
import type { TestApp } from '../../support/app.js';
import { newVisit } from './chromium.js';

export async function requestConsultation(app: TestApp, browser: Browser, about: string): Promise<string> {
  const person = await newVisit(browser, { baseUrl: app.url, width: 'phone', obeysPolicy: true });
  const clickButton = (name: string) => person.page.getByRole('button', { name, exact: true }).last().click();
  await person.page.goto('/talk');
  await clickButton('Start');
  await person.page.getByLabel('A name to use').fill('Luna');
  await clickButton('Continue');
  await person.page.getByText('I’ll come back here with a code').click();
  await clickButton('Continue');
  await person.page.getByText('What you write is locked here in your browser', { exact: false }).waitFor();
  await person.page.getByRole('textbox').fill(about);
  await clickButton('Continue');
  await person.page.getByRole('heading', { level: 1, name: 'Which language should we speak?' }).waitFor();
  await clickButton('Continue');
  await clickButton('Send');
  await person.page.getByRole('heading', { level: 1, name: 'Your words' }).waitFor();
  await person.context.close();
  const newestQuery = 'SELECT id FROM sealed.consultation ORDER BY created_at DESC LIMIT 1';
  const [row] = await runBypassingTriggers<{ id: string }>(app, newestQuery);
  return row!.id;
}
