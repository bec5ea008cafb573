import type { Provider } from '@nestjs/common';
import { CodeGate } from './code-gate.js';
import { ReplyCodes } from './reply-codes.js';

export const codesProviders: Provider[] = [ReplyCodes, CodeGate];
