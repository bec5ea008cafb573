import { Module, type DynamicModule, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { IdentityModule } from '@upstander/identity';
import { NotificationsModule } from '@upstander/notifications';
import { Clock, JobQueue, PlatformModule, type Config } from '@upstander/platform';
import { dataSourceOptions } from '../data-source.js';
import type { DemoClock } from './gifts/demo-clock.js';

/** The story runs the jobs itself. */
const silentQueue = { enqueue: () => undefined };

@Module({})
class DemoModule {
  static register(config: Config, clock: DemoClock, modules: Type[]): DynamicModule {
    const platform = PlatformModule.forRoot(config, {
      ...dataSourceOptions(config),
      // Data lost in a power failure can be loaded again.
      extra: { options: '-c synchronous_commit=off' },
    } as ReturnType<typeof dataSourceOptions>);
    const replaced = new Map<unknown, unknown>([
      [Clock, clock],
      [JobQueue, silentQueue],
    ]);
    const providers = (platform.providers ?? []).map((provider) =>
      replaced.has(provider) ? { provide: provider as Type, useValue: replaced.get(provider) } : provider,
    );
    return {
      module: DemoModule,
      imports: [{ ...platform, providers }, IdentityModule, NotificationsModule, ...modules],
    };
  }
}

export function demoContext(config: Config, clock: DemoClock, modules: Type[]): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(DemoModule.register(config, clock, modules), {
    logger: false,
    abortOnError: false,
  });
}
