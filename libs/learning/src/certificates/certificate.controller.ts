import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { Allow, CurrentActor, RateLimits, type Actor } from '@upstander/identity';
import { sendDocument } from '@upstander/files';
import { Config } from '@upstander/platform';
import type { FastifyReply } from 'fastify';
import { badgeContexts } from './badge.js';
import { BadgeKey } from './badge-key.js';
import { Certificates } from './certificates.service.js';

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
    await this.limits.consume('certificate', actor.address);
    sendDocument(reply, await this.certificates.pdf(token, lang));
  }

  @Get('badges/:token(^[A-Za-z0-9_-]+).jwt')
  @Allow('anyone')
  async badge(
    @CurrentActor() actor: Actor,
    @Param('token') token: string,
    @Query('lang') lang: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.limits.consume('certificate', actor.address);
    const badge = await this.certificates.badge(token, lang);
    await readableByAll(reply, 'application/vc+jwt')
      .header('content-disposition', 'attachment; filename="badge.jwt"')
      .header('cache-control', 'no-store')
      .send(badge);
  }

  /** URL of badges emailed before 0.3. */
  @Get('certificates/:token(^[A-Za-z0-9_-]+).jwt')
  @Allow('anyone')
  badgeBefore(
    @CurrentActor() actor: Actor,
    @Param('token') token: string,
    @Query('lang') lang: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.badge(actor, token, lang, reply);
  }

  /** Named in the header of every badge. */
  @Get('.well-known/badge-key-rs256.json')
  @Allow('anyone')
  async publicKey(@Res() reply: FastifyReply): Promise<void> {
    await published(reply, 'application/jwk+json').send(JSON.stringify(await this.key.publicRsaJwk()));
  }

  /** Named in the header of badges issued before 0.3. */
  @Get('.well-known/badge-key.json')
  @Allow('anyone')
  async publicKeyBefore(@Res() reply: FastifyReply): Promise<void> {
    await published(reply, 'application/jwk+json').send(JSON.stringify(this.key.publicEd25519Jwk()));
  }

  /** Both keys as a set (RFC 7517), the current one first. */
  @Get('.well-known/jwks.json')
  @Allow('anyone')
  async publicKeys(@Res() reply: FastifyReply): Promise<void> {
    const keys = [await this.key.publicRsaJwk(), this.key.publicEd25519Jwk()];
    await published(reply, 'application/jwk-set+json').send(JSON.stringify({ keys }));
  }

  @Get('.well-known/badge-issuer.json')
  @Allow('anyone')
  async issuer(@Res() reply: FastifyReply): Promise<void> {
    const { ORGANIZATION_NAME: name, PUBLIC_URL: url, contactEmail: email } = this.config;
    const profile = {
      '@context': badgeContexts,
      id: this.key.issuerUrl,
      type: ['Profile'],
      name,
      url,
      email,
    };
    await published(reply, 'application/json').send(JSON.stringify(profile));
  }
}

/** Allows wallets and verifiers that run in browsers on other sites. */
function readableByAll(reply: FastifyReply, type: string): FastifyReply {
  return reply.header('content-type', type).header('access-control-allow-origin', '*');
}

function published(reply: FastifyReply, type: string): FastifyReply {
  return readableByAll(reply, type).header('cache-control', 'public, max-age=3600');
}
