import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { Allow, CurrentActor, RateLimits, type Actor } from '@upstander/identity';
import { sendDocument } from '@upstander/files';
import type { FastifyReply } from 'fastify';
import { Statements } from './statements.service.js';
import { ReceiptDocuments } from './receipt-documents.service.js';

/** Possession of the link grants access. */
@Controller()
export class DocumentsController {
  constructor(
    private readonly receipts: ReceiptDocuments,
    private readonly statements: Statements,
    private readonly limits: RateLimits,
  ) {}

  @Get('receipts/:token(^[A-Za-z0-9_-]+).pdf')
  @Allow('anyone')
  async receipt(
    @CurrentActor() actor: Actor,
    @Param('token') token: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.limits.consume('document', actor.address);
    sendDocument(reply, await this.receipts.byToken(token));
  }

  @Get('statements/:token(^[A-Za-z0-9_-]+).pdf')
  @Allow('anyone')
  async statement(
    @CurrentActor() actor: Actor,
    @Param('token') token: string,
    @Query('lang') lang: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.limits.consume('document', actor.address);
    sendDocument(reply, await this.statements.byToken(token, lang === 'es' || lang === 'en' ? lang : null));
  }
}
