export { createWorkerProgram } from './worker-program.js';
export { WorkerHealth } from './worker-health.js';
export { WorkerModule } from './worker.module.js';
