export { redisProgram } from '../../tools/lib/redis.mjs';
