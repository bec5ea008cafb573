import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { badInput } from '@upstander/platform';
import type { FastifyRequest } from 'fastify';
import { readBody } from './csv-body.js';
import type { GiftImport } from './gift-import.js';
import { GiftImports } from './gift-imports.service.js';

/** Where a file of gifts comes in: its bytes are the body, as text/csv. */
@Controller()
export class GiftImportController {
  constructor(private readonly imports: GiftImports) {}

  @Post('imports/gifts')
  @HttpCode(201)
  @Allow('finance')
  async upload(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Query('fileName') fileName: unknown,
  ): Promise<GiftImport> {
    if (request.headers['content-type']?.split(';')[0]?.trim() !== 'text/csv') throw badInput({ file: 'not-a-csv' });
    const name =
      typeof fileName === 'string'
        ? fileName
            .replace(/\p{Cc}/gu, '')
            .trim()
            .slice(0, 200)
        : '';
    return this.imports.check(actor, await readBody(request.body), name || 'gifts.csv');
  }
}
