import { releaseFacts } from '@upstander/db';
import { loadConfig, runPrograms } from '@upstander/platform';
import { createWorkerProgram } from './worker-program.js';

await runPrograms(releaseFacts.version, () => [{ config: loadConfig().withJobTimeout(), create: createWorkerProgram }]);
