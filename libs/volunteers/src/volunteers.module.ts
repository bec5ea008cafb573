import { Module } from '@nestjs/common';
import { Volunteer } from './people/volunteer.entity.js';
import { Volunteers } from './people/volunteers.service.js';

export const volunteersEntities = [Volunteer];

@Module({
  providers: [Volunteers],
  exports: [Volunteers],
})
export class VolunteersModule {}
