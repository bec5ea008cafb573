export { learningEntities } from './learning.entities.js';
export { learningJobs } from './learning.jobs.js';
export { LearningModule } from './learning.module.js';
