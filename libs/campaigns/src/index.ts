import './campaigns.mails.js';
import './campaigns.personal-data.js';
import './campaigns/campaign.searchable.js';
export { Updates } from './updates/updates.service.js';
export { campaignsJobs } from './campaigns.jobs.js';
export { campaignsLimits } from './campaigns.limits.js';
export { CampaignsModule } from './campaigns.module.js';
export { campaignsSettings } from './campaigns.settings.js';
