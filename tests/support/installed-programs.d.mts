/** Returns the path of the first of these programs on this machine, or undefined. */
export declare function findOnPath(...names: string[]): string | undefined;
/** Path of Redis, or else of Valkey, on this machine, or undefined. */
export declare const redisProgram: string | undefined;
/** Path of Valkey on this machine, or undefined. */
export declare const valkeyProgram: string | undefined;
