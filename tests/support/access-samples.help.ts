import { randomUUID } from 'node:crypto';
import type { MakeSample } from './access-samples.js';
import { aHelpLine, helpLineInput } from './help.js';

/** How to ask the operations about help lines. */
export const helpSamples: Record<string, MakeSample> = {
  helpLines: () => ({}),
  allHelpLines: () => ({}),
  directoryTasks: () => ({}),
  createHelpLine: () => ({ variables: { input: helpLineInput({ name: randomUUID() }) } }),
  updateHelpLine: async ({ app }) => ({
    variables: { id: await aHelpLine(app.db), input: helpLineInput({ name: randomUUID() }) },
  }),
  verifyHelpLine: async ({ app }) => ({ variables: { id: await aHelpLine(app.db) } }),
  publishHelpLine: async ({ app }) => ({ variables: { id: await aHelpLine(app.db), published: true } }),
};
