import { Controller, Get, Res } from '@nestjs/common';
import { Allow } from '@upstander/identity';
import { Clock, Config } from '@upstander/platform';
import type { FastifyReply } from 'fastify';

const day = 86_400_000;

/** Whom to tell of a hole in our security, where people who find one look first (RFC 9116). */
@Controller('.well-known')
export class SecurityTxtController {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get('security.txt')
  @Allow('anyone')
  async securityTxt(@Res() reply: FastifyReply): Promise<void> {
    const { PUBLIC_URL, SECURITY_CONTACT, contactEmail } = this.config;
    // Read from the settings at this moment, so it is as right as they are: half a year is what may be believed of it.
    const expires = new Date(this.clock.now().valueOf() + 180 * day);
    const lines = [
      `Contact: ${SECURITY_CONTACT ?? `mailto:${contactEmail}`}`,
      `Expires: ${expires.toISOString()}`,
      'Preferred-Languages: en, es',
      `Canonical: ${PUBLIC_URL}/.well-known/security.txt`,
    ];
    await reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .send(`${lines.join('\n')}\n`);
  }
}
