/** Path of Redis or Valkey on this machine, or undefined. */
export declare const redisProgram: string | undefined;
