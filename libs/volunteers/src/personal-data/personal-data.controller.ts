import { Controller, Get, Res } from '@nestjs/common';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import type { FastifyReply } from 'fastify';
import { PersonalData } from './personal-data.service.js';

@Controller('exports')
export class PersonalDataController {
  constructor(private readonly data: PersonalData) {}

  @Get('my-volunteer.json')
  @Allow('signed-in')
  async export(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const text = JSON.stringify(await this.data.export(actor), null, 2);
    void reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="my-volunteer.json"')
      .header('cache-control', 'private, no-store')
      .header('x-robots-tag', 'noindex')
      .send(text);
  }
}
