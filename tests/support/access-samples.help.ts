import { randomUUID } from 'node:crypto';
import type { MakeSample } from './access-samples.js';
import { aHelpLine, aHelpLineChange, helpLineInput } from './help.js';
import { anAccount } from './people.js';
import { aService, aServiceImport, serviceInput } from './services.js';

/** How to ask the operations about help lines and services. */
export const helpSamples: Record<string, MakeSample> = {
  search: () => ({ variables: { text: 'kitchen' } }),
  helpLines: () => ({}),
  allHelpLines: () => ({}),
  directoryTasks: () => ({}),
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
    ...{ body: '[]', headers: { 'content-type': 'application/octet-stream' } },
  }),
  'GET /exports/services.json': () => ({ path: '/exports/services.json' }),
  'GET /exports/services.zip': () => ({ path: '/exports/services.zip' }),
};
