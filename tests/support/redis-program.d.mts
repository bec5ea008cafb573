/** The Redis (or Valkey) of this machine, undefined where it has none. */
export declare const redisProgram: string | undefined;
