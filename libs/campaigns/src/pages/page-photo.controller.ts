import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { sendFile, takesForms, Uploads } from '@upstander/files';
import { Allow, CurrentActor, type Actor, OnlyWith } from '@upstander/identity';
import { Refusal } from '@upstander/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PagePhotos } from './page-photos.service.js';

/** The owner's form is plain HTML, so that it works without JavaScript, and gets a redirect to the page of the link. */
@Controller('page-photos')
export class PagePhotoController {
  constructor(
    private readonly photos: PagePhotos,
    private readonly uploads: Uploads,
  ) {}

  @Post(':token(^[A-Za-z0-9_~-]+).webp')
  @HttpCode(303)
  @RouteConfig(takesForms)
  @OnlyWith('fundraising')
  @Allow('anyone')
  async submit(
    @CurrentActor() actor: Actor,
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const redirect = (query: string) => reply.status(303).header('location', `/page/${token}?${query}`).send();
    try {
      const id = await this.photos.admit(actor, token);
      const { fields, file } = await this.uploads.readForm(request.body, request.headers['content-type'] ?? '');
      await this.photos.submit(id, {
        bytes: file,
        alt: fields.get('alt') ?? '',
        isAgreed: fields.get('agreed') === '1',
      });
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'NOT_FOUND') throw error;
      return void redirect(`refused=${error.code}`);
    }
    void redirect('did=photo');
  }

  @Get(':token(^[A-Za-z0-9_~-]+).webp')
  @Allow('anyone')
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const photo = await this.photos.openMine(token);
    void reply
      .header('content-type', 'image/webp')
      .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('x-robots-tag', 'noindex')
      .header('cross-origin-resource-policy', 'same-origin')
      .header('cache-control', 'private, no-store');
    void sendFile(reply, photo);
  }
}
