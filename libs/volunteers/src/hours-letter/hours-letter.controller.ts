import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { Allow, Area, CurrentActor, RateLimits, type Actor } from '@upstander/identity';
import { sendDocument } from '@upstander/files';
import type { FastifyReply } from 'fastify';
import { HoursLetters, type LetterQuestion } from './hours-letters.service.js';

/** Serves letters of hours: `?from=2026-01-01&to=2026-12-31&lang=es`. */
@Area('volunteers')
@Controller()
export class HoursLetterController {
  constructor(
    private readonly letters: HoursLetters,
    private readonly limits: RateLimits,
  ) {}

  @Get('exports/my-hours.pdf')
  @Allow('signed-in')
  async mine(@CurrentActor() actor: Actor, @Query() query: LetterQuestion, @Res() reply: FastifyReply): Promise<void> {
    await this.limits.consume('hours-letter', actor.address);
    sendDocument(reply, await this.letters.renderMine(actor, query));
  }

  @Get('exports/volunteers/:id/hours.pdf')
  @Allow('organizer')
  async ofVolunteer(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() query: LetterQuestion,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.limits.consume('hours-letter', actor.address);
    sendDocument(reply, await this.letters.renderForStaff(actor, id, query));
  }

  /** The emailed link grants access. */
  @Get('hours/:token(^[A-Za-z0-9_-]+).pdf')
  @Allow('anyone')
  async byLink(
    @CurrentActor() actor: Actor,
    @Param('token') token: string,
    @Query() query: LetterQuestion,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.limits.consume('hours-letter', actor.address);
    sendDocument(reply, await this.letters.byToken(token, query));
  }
}
