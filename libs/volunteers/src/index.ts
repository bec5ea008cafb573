export { Volunteer } from './people/volunteer.entity.js';
export { Volunteers, type ProvenPerson } from './people/volunteers.service.js';
export { volunteersEntities, VolunteersModule } from './volunteers.module.js';
