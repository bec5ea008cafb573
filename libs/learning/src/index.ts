export { learningEntities } from './learning.entities.js';
export { LearningModule } from './learning.module.js';
