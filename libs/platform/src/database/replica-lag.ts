type QueryFunction = <T extends object>(sql: string) => Promise<T[]>;

/** `ok`, or why the replica isn't used. */
export type ReplicaState = 'ok' | 'behind' | 'away' | 'no-standby' | 'another-cluster';

const primaryPositionSql = `SELECT pg_current_wal_lsn()::text AS lsn, system_identifier::text AS cluster FROM pg_control_system()`;
/** Includes the server's identity, because a host name may point to another server later. */
const replicaPositionSql = `SELECT pg_is_in_recovery() AS standby, pg_last_wal_replay_lsn()::text AS lsn, system_identifier::text AS cluster,
    concat_ws(' ', inet_server_addr(), inet_server_port(), pg_postmaster_start_time()) AS server
  FROM pg_control_system()`;

interface Mark {
  readonly at: number;
  readonly position: bigint;
}

/**
 * Measures an upper bound: it records the WAL position of the primary and later checks that the replica has replayed it.
 * The time of the last replayed change isn't usable: it grows while nothing is written, and a disconnected replica doesn't
 * know that it lags.
 */
export class ReplicaLag {
  private marks: Mark[] = [];
  private server: string | null = null;
  /** The replica shows everything committed before this time of the process clock. */
  private shownUntil = -Infinity;

  constructor(
    private readonly primary: QueryFunction,
    private readonly replica: QueryFunction,
    private readonly most: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Lag in milliseconds; infinite until the first measurement. */
  get age(): number {
    return this.now() - this.shownUntil;
  }

  get isFresh(): boolean {
    return this.age <= this.most;
  }

  forgetState(): void {
    this.shownUntil = -Infinity;
  }

  /** @throws the primary's error if it can't be queried; nothing changes then */
  async measure(): Promise<ReplicaState> {
    const at = this.now();
    const [primary] = await this.primary<{ lsn: string; cluster: string }>(primaryPositionSql);
    this.marks.push({ at, position: parsePosition(primary!.lsn) });
    const rows = await this.replica<{ standby: boolean; lsn: string | null; cluster: string; server: string }>(
      replicaPositionSql,
    ).catch(() => []);
    const [replica] = rows;
    if (!replica) return this.markUnusable('away');
    if (replica.cluster !== primary!.cluster) return this.markUnusable('another-cluster');
    if (!replica.standby || replica.lsn === null) return this.markUnusable('no-standby');
    if (replica.server !== this.server) this.forgetState();
    this.server = replica.server;
    const shown = parsePosition(replica.lsn);
    for (const { at: when, position } of this.marks) {
      if (position <= shown) this.shownUntil = Math.max(this.shownUntil, when);
    }
    const oldest = Math.max(this.shownUntil, at - this.most);
    this.marks = this.marks.filter((mark) => mark.at > oldest);
    return this.isFresh ? 'ok' : 'behind';
  }

  private markUnusable(state: ReplicaState): ReplicaState {
    this.forgetState();
    return state;
  }
}

function parsePosition(lsn: string): bigint {
  const [high = '0', low = '0'] = lsn.split('/');
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}
