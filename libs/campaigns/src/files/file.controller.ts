import { Controller, Get, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { FileStore, sendFile, Uploads } from '@upstander/files';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Files, type SavedFile, type StoredFile } from './files.service.js';

/** The request body of an upload is the file itself. */
@Area('campaigns', 'disbursements', 'beneficiaries')
@Controller('files')
export class FileController {
  constructor(
    private readonly files: Files,
    private readonly store: FileStore,
    private readonly uploads: Uploads,
  ) {}

  @Post()
  @HttpCode(201)
  @Allow('finance', 'moderator', 'organizer')
  async upload(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Query('purpose') purpose: unknown,
  ): Promise<SavedFile> {
    const allowed = await this.files.admit(actor, purpose);
    return this.files.save(actor, allowed, await this.uploads.read(request.body));
  }

  @Get(':id')
  @Allow('anyone')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
    @Headers('if-none-match') known?: string,
  ): Promise<void> {
    const file = await this.files.readFile(actor, id);
    const etag = `"${file.sha256.toString('base64url')}"`;
    const isKnown = known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
    const opened = isKnown ? null : await this.store.open(file);
    void reply
      .header('content-type', file.mediaType)
      // The content is untrusted, so nothing in it may run.
      .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('x-robots-tag', 'noindex')
      .header('cross-origin-resource-policy', 'same-origin')
      .header('cache-control', cacheControlOf(file))
      .header('etag', etag);
    if (file.mediaType === 'application/pdf')
      void reply.header('content-disposition', 'attachment; filename="evidence.pdf"');
    void (opened ? sendFile(reply, opened) : reply.status(304).send());
  }
}

/** Owners can remove a photo at any time, so clients revalidate it on every view. */
function cacheControlOf({ isPublic, purpose }: StoredFile): string {
  if (!isPublic) return 'private, no-store';
  return purpose === 'page' ? 'public, no-cache' : 'public, max-age=31536000, immutable';
}
