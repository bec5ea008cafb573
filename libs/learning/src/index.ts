export { articleChanges, articleVersionChanges } from './articles/article-status.js';
export { tells } from './articles/telling-words.js';
export { courseChanges } from './courses/course-status.js';
export { learningEntities } from './learning.entities.js';
export { learningJobs } from './learning.jobs.js';
export { learningLimits } from './learning.limits.js';
export { learningSearchables } from './learning.searchables.js';
export { LearningModule } from './learning.module.js';
export { learningSettings } from './learning.settings.js';
