import { randomUUID } from 'node:crypto';
import type { MakeSample } from './access-samples.js';
import type { TestApp } from './app.js';
import { aHelpLine, aHelpLineChange, helpLineInput } from './help.js';
import { anAccount } from './people.js';
import { aService, aServiceImport, serviceInput } from './services.js';

const timeLimitReview = {
  rule: '10 years.',
  ruleEs: '10 años.',
  sourceTitle: 'Section 1',
  sourceYear: 2020,
  sourceUrl: 'https://law.example.org/1',
  reviewedBy: 'Ines Okafor',
};

const idOf = async ({ db }: TestApp, from: string) =>
  (await db.query<{ id: string }>(`SELECT id FROM learning.${from} LIMIT 1`))[0]!.id;

export const helpSamples: Record<string, MakeSample> = {
  search: () => ({ variables: { text: 'kitchen' } }),
  helpLines: () => ({}),
  allHelpLines: () => ({}),
  directoryTasks: () => ({}),
  timeLimits: () => ({}),
  articlesToReview: () => ({}),
  reviewTimeLimit: async ({ app }) => ({ variables: { id: await idOf(app, 'time_limit'), input: timeLimitReview } }),
  reviewArticle: async ({ app }) => ({
    variables: { id: await idOf(app, 'article WHERE legal'), reviewedBy: 'Ines Okafor' },
  }),
  createHelpLine: () => ({ variables: { input: helpLineInput({ name: randomUUID() }) } }),
  updateHelpLine: async ({ app }) => ({
    variables: { id: await aHelpLine(app), input: helpLineInput({ name: randomUUID() }) },
  }),
  verifyHelpLine: async ({ app }) => ({ variables: { id: await aHelpLine(app) } }),
  serviceImports: () => ({}),
  serviceImport: async ({ app }) => ({ variables: { id: await aServiceImport(app.db) } }),
  runServiceImport: async ({ app }) => ({ variables: { input: { id: await aServiceImport(app.db) } } }),
  services: () => ({}),
  servedAreas: () => ({ variables: { text: 'los angeles' } }),
  service: async ({ app }) => ({ variables: { slug: (await aService(app.db, { published: true })).slug } }),
  allServices: () => ({}),
  managedService: async ({ app }) => ({ variables: { id: (await aService(app.db)).id } }),
  createService: () => ({ variables: { input: serviceInput() } }),
  updateService: async ({ app }) => ({ variables: { id: (await aService(app.db)).id, input: serviceInput() } }),
  assureService: async ({ app }) => ({ variables: { id: (await aService(app.db)).id } }),
  publishService: async ({ app }) => ({ variables: { id: (await aService(app.db)).id } }),
  approveHelpLineChange: async ({ app }) => ({
    variables: { id: await aHelpLineChange(app, (await anAccount(app.db, { role: 'moderator' })).id) },
  }),
  declineHelpLineChange: async ({ app }) => ({
    variables: { id: await aHelpLineChange(app, (await anAccount(app.db, { role: 'moderator' })).id) },
  }),
  publishHelpLine: async ({ app }) => ({ variables: { id: await aHelpLine(app), published: true } }),
};

export const helpRouteSamples: Record<string, MakeSample> = {
  'POST /imports/services': () => ({
    path: '/imports/services?need=food',
    body: '[]',
    headers: { 'content-type': 'application/octet-stream' },
  }),
  'GET /exports/services.json': () => ({ path: '/exports/services.json' }),
  'GET /exports/services.zip': () => ({ path: '/exports/services.zip' }),
};
