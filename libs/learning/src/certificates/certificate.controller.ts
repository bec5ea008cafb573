import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { Allow, CurrentActor, RateLimits, type Actor } from '@upstander/identity';
import { Config, sendDocument } from '@upstander/platform';
import type { FastifyReply } from 'fastify';
import { BadgeKey } from './badge-key.js';
import { Certificates } from './certificates.service.js';

/** Certificates and badges (the link of a mail is the key), and the public half of what signs them. */
@Controller()
export class CertificateController {
  constructor(
    private readonly certificates: Certificates,
    private readonly limits: RateLimits,
    private readonly key: BadgeKey,
    private readonly config: Config,
  ) {}

  @Get('certificates/:token(^[A-Za-z0-9_-]+).pdf')
  @Allow('anyone')
  async pdf(
    @CurrentActor() actor: Actor,
    @Param('token') token: string,
    @Query('lang') lang: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.limits.take('certificate', actor.address);
    sendDocument(reply, await this.certificates.pdf(token, lang));
  }

  @Get('certificates/:token(^[A-Za-z0-9_-]+).jwt')
  @Allow('anyone')
  async badge(
    @CurrentActor() actor: Actor,
    @Param('token') token: string,
    @Query('lang') lang: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.limits.take('certificate', actor.address);
    const badge = await this.certificates.badge(token, lang);
    await reply
      .header('content-type', 'application/vc+jwt')
      .header('content-disposition', 'attachment; filename="badge.jwt"')
      .header('cache-control', 'no-store')
      .send(badge);
  }

  /** Where the header of every badge points. */
  @Get('.well-known/badge-key.json')
  @Allow('anyone')
  async publicKey(@Res() reply: FastifyReply): Promise<void> {
    await open(reply, 'application/jwk+json').send(JSON.stringify(this.key.publicJwk()));
  }

  /** The same key as a set, as most verifiers look for it. */
  @Get('.well-known/jwks.json')
  @Allow('anyone')
  async publicKeys(@Res() reply: FastifyReply): Promise<void> {
    await open(reply, 'application/jwk-set+json').send(JSON.stringify({ keys: [this.key.publicJwk()] }));
  }

  /** Who issues the badges. */
  @Get('.well-known/badge-issuer.json')
  @Allow('anyone')
  async issuer(@Res() reply: FastifyReply): Promise<void> {
    const { ORGANISATION_NAME: name, PUBLIC_URL: url, contactEmail: email } = this.config;
    const profile = {
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      ...{ id: this.key.issuerUrl, type: ['Profile'], name, url, email },
    };
    await open(reply, 'application/json').send(JSON.stringify(profile));
  }
}

/** Verifiers run in other people's browsers as well, and nothing here is anybody's. */
function open(reply: FastifyReply, type: string): FastifyReply {
  return reply
    .header('content-type', type)
    .header('cache-control', 'public, max-age=3600')
    .header('access-control-allow-origin', '*');
}
