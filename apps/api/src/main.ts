import { releaseFacts } from '@upstander/db';
import { loadConfig, runPrograms } from '@upstander/platform';
import { createApiProgram } from './api-program.js';

await runPrograms(releaseFacts.version, () => [{ config: loadConfig(), create: createApiProgram }]);
