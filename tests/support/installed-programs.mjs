export { findOnPath } from '../../tools/lib/paths.mjs';
export { redisProgram, valkeyProgram } from '../../tools/lib/redis.mjs';
