import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { Allow, Area } from '@upstander/identity';
import { Readable } from 'node:stream';
import { ServiceExports } from './service-exports.service.js';

@Area('help_directory')
@Controller('exports')
export class ServiceExportController {
  constructor(private readonly exports: ServiceExports) {}

  @Get('services.json')
  @Header('cache-control', 'private, no-store')
  @Allow('moderator', 'advocate')
  json(): StreamableFile {
    return new StreamableFile(Readable.from(this.exports.json()), {
      type: 'application/json; charset=utf-8',
      disposition: 'attachment; filename="services.json"',
    });
  }

  @Get('services.zip')
  @Header('cache-control', 'private, no-store')
  @Allow('moderator', 'advocate')
  async zip(): Promise<StreamableFile> {
    return new StreamableFile(await this.exports.zip(), {
      type: 'application/zip',
      disposition: 'attachment; filename="services.zip"',
    });
  }
}
