import { Global, Module } from '@nestjs/common';

/** What happened to money: global, because every library that moves money writes it here. */
@Global()
@Module({ providers: [], exports: [] })
export class LedgerModule {}
