import './campaigns.mails.js';
export { Updates } from './updates/updates.service.js';
export { campaignsEntities } from './campaigns.entities.js';
export { campaignsJobs } from './campaigns.jobs.js';
export { campaignsLimits } from './campaigns.limits.js';
export { CampaignsModule } from './campaigns.module.js';
export { campaignsPersonalData } from './campaigns.personal-data.js';
export { campaignsSearchables } from './campaigns.searchables.js';
export { campaignsSettings } from './campaigns.settings.js';
