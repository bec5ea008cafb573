import { Global, Module } from '@nestjs/common';
import { Ledger } from './transactions/ledger.js';

/** Global, because every library that moves money posts here. */
@Global()
@Module({ providers: [Ledger], exports: [Ledger] })
export class LedgerModule {}
