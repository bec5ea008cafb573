export { Ask, AskChange } from './asks/ask.entity.js';
export { pipeline, schoolAskChanges, type SchoolAskStatus } from './asks/ask-status.js';
export { readCcd } from './directory/ccd-file.js';
export { DirectoryImports } from './directory/directory-imports.service.js';
export { outreachEntities } from './outreach.entities.js';
export { OutreachModule } from './outreach.module.js';
export { outreachJobs } from './outreach.jobs.js';
export { outreachLimits } from './outreach.limits.js';
export { outreachSettings } from './outreach.settings.js';
