import { Controller, Headers, HttpCode, Post, Req, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Allow } from '@upstander/identity';
import { badInput, Clock, Config, notFound } from '@upstander/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { readChecked, verifySignature } from './email-signature.js';
import { Replies, type ReplyOutcome } from './replies.service.js';

const emailType = 'message/rfc822';

/** Receives emails from a mail server or provider. Access is open; the signature authenticates them. */
@Controller()
export class ReplyController implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly replies: Replies,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter?.getInstance<FastifyInstance>();
    if (fastify?.hasContentTypeParser && !fastify.hasContentTypeParser(emailType))
      fastify.addContentTypeParser(emailType, (_request, payload, done) => done(null, payload));
  }

  @Post('webhooks/replies')
  @HttpCode(200)
  @Allow('anyone')
  async receive(
    @Req() request: FastifyRequest,
    @Headers('upstander-signature') signature?: string,
  ): Promise<{ outcome: ReplyOutcome }> {
    const secret = this.config.REPLY_WEBHOOK_SECRET;
    if (!secret) throw notFound('This address');
    const digest = verifySignature(signature, { secret, now: this.clock.now() });
    if (request.headers['content-type']?.split(';')[0]?.trim() !== emailType) throw badInput({ email: 'not-an-email' });
    return { outcome: await this.replies.receive(readChecked(request.body as Readable, digest)) };
  }
}
