import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { fileNameOf, requireMediaType, sendFile, Uploads } from '@upstander/files';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AskDocuments } from './ask-documents.service.js';

@Area('schools')
@Controller('school-documents')
export class AskDocumentController {
  constructor(
    private readonly documents: AskDocuments,
    private readonly uploads: Uploads,
  ) {}

  @Post()
  @HttpCode(201)
  @Allow('organizer')
  async upload(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Query('ask') ask: unknown,
    @Query('fileName') fileName: unknown,
  ): Promise<{ id: string }> {
    requireMediaType(request.headers, 'application/pdf', 'not-a-pdf');
    const askId = typeof ask === 'string' ? ask : '';
    await this.documents.admit(actor, askId);
    return this.documents.saveDocument(actor, askId, {
      fileName: fileNameOf(fileName, 'document.pdf'),
      bytes: await this.uploads.read(request.body),
    });
  }

  @Get(':id')
  @Allow('organizer')
  async show(@CurrentActor() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { fileName, file } = await this.documents.openFile(actor, id);
    void reply
      .header('content-type', 'application/pdf')
      // Prevents active content in an uploaded file from running.
      .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('x-robots-tag', 'noindex')
      .header('cross-origin-resource-policy', 'same-origin')
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`);
    void sendFile(reply, file);
  }
}
