export interface Installed {
  readonly major: number;
  /** The folder of its programs. */
  readonly binaries: string;
}

/** The PostgreSQL servers of the system, the oldest first. */
export const installed: readonly Installed[];

export interface SystemPostgres extends Installed {
  port: number;
  /** The superuser's. */
  url: string;
  /** Stops it without letting anybody finish. */
  halt(): void;
  stop(): void;
}

/** Starts one of these, the newest when left out, with nothing in it but its superuser. */
export function startSystemPostgres(which?: Installed): Promise<SystemPostgres>;
