import { Controller, Get, Req, Res } from '@nestjs/common';
import { Allow } from '@upstander/identity';
import { Clock, Config } from '@upstander/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isNotModified, weakEtag } from './conditional-requests.js';

const day = 86_400_000;

/** RFC 9116. */
@Controller('.well-known')
export class SecurityTxtController {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get('security.txt')
  @Allow('anyone')
  async securityTxt(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { PUBLIC_URL, ADMIN_URL, SECURITY_CONTACT, contactEmail } = this.config;
    // Valid for half a year. Whole days keep the ETag stable.
    const expires = new Date((Math.floor(this.clock.now().valueOf() / day) + 180) * day);
    const lines = [
      `Contact: ${SECURITY_CONTACT ?? `mailto:${contactEmail}`}`,
      `Expires: ${expires.toISOString()}`,
      'Preferred-Languages: en, es',
      ...[PUBLIC_URL, ADMIN_URL].flatMap((url) => (url ? [`Canonical: ${url}/.well-known/security.txt`] : [])),
    ];
    const text = `${lines.join('\n')}\n`;
    const etag = weakEtag(text);
    void reply.header('etag', etag);
    if (isNotModified(request.headers, { etag })) return void (await reply.status(304).send());
    await reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .send(text);
  }
}
