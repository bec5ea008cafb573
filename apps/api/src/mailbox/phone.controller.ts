import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { Allow } from '@upstander/identity';
import { Config } from '@upstander/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

const timeoutMs = 5_000;
const passedOn = ['content-type', 'content-security-policy', 'cache-control', 'location', 'x-content-type-options'];

/** Shows the phones of the local SMS carrier. Open to anyone who can reach this machine, so production refuses it. */
@Controller('dev/phone')
export class PhoneController {
  constructor(private readonly config: Config) {}

  @Get()
  @Allow('anyone')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.forward(request, reply);
  }

  @Get(':number')
  @Allow('anyone')
  async one(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.forward(request, reply);
  }

  /** Sends a text from the phone. */
  @Post(':number')
  @Allow('anyone')
  async reply(@Req() request: FastifyRequest, @Body() form: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.forward(request, reply, form instanceof URLSearchParams ? form : new URLSearchParams());
  }

  private async forward(request: FastifyRequest, reply: FastifyReply, body?: URLSearchParams): Promise<void> {
    const answer = await fetch(this.config.DEV_PHONE_URL + request.url, {
      ...(body && { method: 'POST', body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    }).catch(() => null);
    if (!answer) {
      await reply.status(503).type('text/plain; charset=utf-8').send('The local SMS carrier does not answer.');
      return;
    }
    for (const name of passedOn) {
      const value = answer.headers.get(name);
      if (value !== null) void reply.header(name, value);
    }
    await reply.status(answer.status).send(await answer.text());
  }
}
