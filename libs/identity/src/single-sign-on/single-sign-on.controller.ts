import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { notFound, parsedUrl } from '@upstander/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/current-actor.js';
import { CurrentBrowser, type Browser } from '../access/current-browser.js';
import { SingleSignOn, type SsoOutcome } from './single-sign-on.service.js';

/** The browser leaves for the identity provider here, and comes back here. */
@Controller('sso')
export class SingleSignOnController {
  constructor(private readonly signOn: SingleSignOn) {}

  @Get()
  @Allow('anyone')
  async begin(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Query('to') to: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.requireConfigured();
    const begun = await this.signOn.begin(actor, browser, typeof to === 'string' ? to : '');
    redirect(reply, begun instanceof URL ? begun.href : screenAfter(begun));
  }

  @Get('callback')
  @Allow('anyone')
  async complete(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.requireConfigured();
    const [, query = ''] = request.url.split('?', 2);
    redirect(reply, screenAfter(await this.signOn.complete(actor, browser, query)));
  }

  private requireConfigured(): void {
    if (this.signOn.name === null) throw notFound('This page');
  }
}

function screenAfter(outcome: SsoOutcome): string {
  if ('state' in outcome && outcome.state === 'signed-in') return adminScreen(outcome.to);
  // The sign-in page continues with `to`.
  const query = new URLSearchParams(outcome.to ? { to: outcome.to } : {});
  if ('failure' in outcome) query.set('sso', outcome.failure);
  else query.set('step', outcome.state === 'needed' ? 'second-step' : 'setup');
  return `/admin/sign-in?${query.toString()}`;
}

/** Returns the home screen if `to` isn't a path in the admin. */
function adminScreen(to: string | null): string {
  const url = to?.startsWith('/') ? parsedUrl(`https://host/admin${to}`) : null;
  return url?.pathname.startsWith('/admin/') ? url.pathname + url.search + url.hash : '/admin';
}

/** Without a referrer, and not stored, because the address that led here contained a code. */
function redirect(reply: FastifyReply, location: string): void {
  void reply
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex')
    .redirect(location, 303);
}
