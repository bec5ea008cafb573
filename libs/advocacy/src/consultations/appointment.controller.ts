import { Controller, Get, Param, Res } from '@nestjs/common';
import { type Actor, Allow, CurrentActor, OwnTrail } from '@upstander/identity';
import type { FastifyReply } from 'fastify';
import { Appointments } from './appointments.service.js';

@OwnTrail()
@Controller('advocacy')
export class AppointmentController {
  constructor(private readonly appointments: Appointments) {}

  @Get('appointments/:id(^[0-9a-fA-F-]+).ics')
  @Allow.only('advocate')
  async entry(@CurrentActor() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const file = await this.appointments.entry(actor, id);
    await reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="appointment.ics"')
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'no-referrer')
      .header('x-robots-tag', 'noindex')
      .send(file);
  }
}
