export { eventsEntities } from './events.entities.js';
export { EventsModule } from './events.module.js';
