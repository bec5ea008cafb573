import { Controller, Get, Param, Res } from '@nestjs/common';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import type { FastifyReply } from 'fastify';
import { PersonalData } from './personal-data.service.js';

@Controller('exports')
export class PersonalDataController {
  constructor(private readonly data: PersonalData) {}

  @Get('my-volunteer.json')
  @Allow('signed-in')
  async export(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    send(reply, 'my-volunteer.json', await this.data.export(actor));
  }

  /** For a volunteer without an email address, to be handed to them. */
  @Get('volunteers/:id/data.json')
  @Allow('admin')
  async exportFor(@CurrentActor() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    send(reply, 'volunteer.json', await this.data.exportFor(actor, id));
  }
}

function send(reply: FastifyReply, filename: string, data: Record<string, unknown>): void {
  void reply
    .header('content-type', 'application/json; charset=utf-8')
    .header('content-disposition', `attachment; filename="${filename}"`)
    .header('cache-control', 'private, no-store')
    .header('x-robots-tag', 'noindex')
    .send(JSON.stringify(data, null, 2));
}
