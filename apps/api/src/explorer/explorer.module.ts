import { Controller, Get, Module, Res, type DynamicModule } from '@nestjs/common';
import { Allow } from '@upstander/identity';
import type { Config } from '@upstander/platform';
import type { FastifyReply } from 'fastify';

/** A page to try GraphQL on, whole in itself: unlike Apollo's or Nest's it asks no other host for its scripts. */
@Controller('dev/graphql')
class ExplorerController {
  @Get()
  @Allow('anyone')
  async page(@Res() reply: FastifyReply): Promise<void> {
    // A development dependency: production never comes here, and has no need to install it.
    const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
    await reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:")
      .send(renderGraphiQL({ endpoint: '/graphql', title: 'Upstander GraphQL' }));
  }
}

@Module({})
export class ExplorerModule {
  static register(config: Config): DynamicModule {
    return { module: ExplorerModule, controllers: config.GRAPHQL_EXPLORER ? [ExplorerController] : [] };
  }
}
