import { Controller, Get, Module, Req, Res, type DynamicModule } from '@nestjs/common';
import { Allow } from '@upstander/identity';
import { notFound, type Config } from '@upstander/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

// Altair checks its vendor's host for news and updates. The policy allows connections to our host only.
const policy =
  "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src 'self'; frame-ancestors 'none'";

/** A dev dependency, so production never loads it. */
@Controller('dev/graphql')
class ExplorerController {
  @Get()
  @Allow('anyone')
  async page(@Res() reply: FastifyReply): Promise<void> {
    const { renderAltair } = await import('altair-static');
    const html = renderAltair({
      baseURL: '/dev/graphql/',
      endpointURL: '/graphql',
      disableAccount: true,
      initialQuery:
        '{\n  events(first: 5) {\n    edges { node { title startsAt timeZone shifts { role placesLeft } } }\n  }\n}\n',
      initialSettings: {
        'banners.disable': true,
        disablePushNotification: true,
        'alert.disableUpdateNotification': true,
        'request.withCredentials': true,
      },
    });
    await reply.header('content-type', 'text/html; charset=utf-8').header('content-security-policy', policy).send(html);
  }

  @Get('*')
  @Allow('anyone')
  async asset(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { getDistDirectory } = await import('altair-static');
    const folder = getDistDirectory();
    const { pathname } = new URL(request.url, 'http://here');
    const file = resolve(folder, `.${decodeURIComponent(pathname).slice('/dev/graphql'.length)}`);
    const found = file.startsWith(folder + sep) && (await stat(file).catch(() => null))?.isFile();
    if (!found) throw notFound('This file');
    await reply
      .header('content-type', contentTypes[extname(file)] ?? 'application/octet-stream')
      .header('content-security-policy', policy)
      .send(createReadStream(file));
  }
}

@Module({})
export class ExplorerModule {
  static register(config: Config): DynamicModule {
    return { module: ExplorerModule, controllers: config.GRAPHQL_EXPLORER ? [ExplorerController] : [] };
  }
}
