import { Global, Module } from '@nestjs/common';
import { Ledger } from './transactions/ledger.js';

/** What happened to money: global, because every library that moves money writes it here. */
@Global()
@Module({ providers: [Ledger], exports: [Ledger] })
export class LedgerModule {}
