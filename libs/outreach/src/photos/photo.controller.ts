import { Controller, Get, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Access, Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { FileStore, sendFile, Uploads, type OpenFile } from '@upstander/files';
import { notFound } from '@upstander/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MyPhotoConsents } from './my-photo-consents.service.js';
import { PhotoConsents } from './photo-consents.service.js';
import { Photos, type ServedPhoto } from './photos.service.js';
import { PortraitPictures } from './portrait-pictures.js';

@Area('photos')
@Controller()
export class PhotoController {
  constructor(
    private readonly access: Access,
    private readonly photos: Photos,
    private readonly consents: PhotoConsents,
    private readonly myConsents: MyPhotoConsents,
    private readonly files: FileStore,
    private readonly uploads: Uploads,
    private readonly portraits: PortraitPictures,
  ) {
    access.permit('photo:manage', ['moderator']);
  }

  @Post('photos')
  @HttpCode(201)
  @Allow('moderator')
  async upload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<{ id: string; url: string }> {
    await this.photos.admit(actor);
    return this.photos.save(actor, await this.uploads.read(request.body));
  }

  /**
   * Clients revalidate on every view, so no cache shows a photo that was removed. The status 410 tells them it won't
   * come back.
   */
  @Get('photos/:file')
  @Allow('anyone')
  async show(
    @CurrentActor() actor: Actor,
    @Param('file') file: string,
    @Res() reply: FastifyReply,
    @Headers('if-none-match') known?: string,
  ): Promise<void> {
    const [, id = '', size = 'large'] = /^([0-9a-f-]{36})(?:-(small|portrait))?\.webp$/.exec(file) ?? [];
    const photo = await this.photos.serve(id, size === 'large' ? 'large' : 'small');
    if (!photo) throw notFound('This photo');
    const isStaff = this.access.chaptersOf(actor, 'photo:manage').length > 0;
    if (!photo.isLive && !isStaff) {
      const refusal = { code: 'PHOTO_GONE', message: 'This photo is not shown any more.' };
      return void reply.status(410).header('cache-control', 'no-store').send(refusal);
    }
    const etag = `"${photo.sha256.toString('base64url')}${size === 'large' ? '' : `-${size}`}"`;
    const isKnown = known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
    const opened = isKnown ? null : await this.open(photo, size);
    void setPrivateHeaders(reply)
      .header('content-type', 'image/webp')
      .header('cache-control', photo.isLive ? 'public, no-cache' : 'private, no-store')
      .header('etag', etag);
    void (opened ? sendFile(reply, opened) : reply.status(304).send());
  }

  private open({ file }: ServedPhoto, size: string): Promise<OpenFile> {
    const open = () => this.files.open(file);
    return size === 'portrait' && file.sha256 ? this.portraits.draw(file.sha256, open) : open();
  }

  @Get('asked-photos/:token(^[A-Za-z0-9_-]+).webp')
  @Allow('anyone')
  async asked(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const picture = await this.myConsents.picture(token);
    void setPrivateHeaders(reply).header('content-type', 'image/webp').header('cache-control', 'private, no-store');
    void sendFile(reply, picture);
  }

  @Post('photo-consents/:id/paper')
  @HttpCode(201)
  @Allow('moderator')
  async keepPaper(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<{ id: string }> {
    await this.photos.admit(actor);
    return this.consents.savePaper(id, await this.uploads.read(request.body));
  }

  @Get('photo-consents/:id/paper')
  @Allow('moderator')
  async paper(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { mediaType, file } = await this.consents.paper(id);
    const name = mediaType === 'application/pdf' ? 'consent.pdf' : 'consent.webp';
    void setPrivateHeaders(reply)
      .header('content-type', mediaType)
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="${name}"`);
    void sendFile(reply, file);
  }
}

/** Prevents active content in an uploaded file from running. */
function setPrivateHeaders(reply: FastifyReply): FastifyReply {
  return reply
    .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('x-robots-tag', 'noindex')
    .header('cross-origin-resource-policy', 'same-origin');
}
