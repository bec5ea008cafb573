export { outreachEntities } from './outreach.entities.js';
export { OutreachModule } from './outreach.module.js';
