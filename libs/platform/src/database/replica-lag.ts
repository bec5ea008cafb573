type Asks = <T extends object>(sql: string) => Promise<T[]>;

/** Why nothing is read from a replica: it is too far behind, does not answer, takes writes itself, or is of another cluster. */
export type ReplicaState = 'ok' | 'behind' | 'away' | 'no-standby' | 'another-cluster';

/** Where the primary has come to in its log of changes. */
const primaryStands = `SELECT pg_current_wal_lsn()::text AS lsn, system_identifier::text AS cluster FROM pg_control_system()`;
/** How much of it the replica shows; its address, because a name may lead to another server tomorrow. */
const replicaStands = `SELECT pg_is_in_recovery() AS standby, pg_last_wal_replay_lsn()::text AS lsn, system_identifier::text AS cluster,
    concat_ws(' ', inet_server_addr(), inet_server_port(), pg_postmaster_start_time()) AS server
  FROM pg_control_system()`;

interface Mark {
  readonly at: number;
  readonly position: bigint;
}

/**
 * How old is what a replica shows, at the most. The primary is asked where it stands, and later the replica whether it has come
 * as far: if so, it shows everything that was committed when the primary was asked. Nothing else tells it truly: the time of the
 * last change grows while nobody writes, and a replica that is cut off from the primary does not know that it lags.
 */
export class ReplicaLag {
  private marks: Mark[] = [];
  private server: string | null = null;
  /** What was committed until this moment of the process is shown. */
  private shownUntil = -Infinity;

  constructor(
    private readonly primary: Asks,
    private readonly replica: Asks,
    private readonly most: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** In milliseconds; infinite until the replica has shown where it stands. */
  get age(): number {
    return this.now() - this.shownUntil;
  }

  get isFresh(): boolean {
    return this.age <= this.most;
  }

  /** It is not where it was any more, or nobody knows: only what it shows from here on counts. */
  forget(): void {
    this.shownUntil = -Infinity;
  }

  /** @throws what the primary says when it cannot be asked: then nothing new is known. */
  async measure(): Promise<ReplicaState> {
    const at = this.now();
    const [primary] = await this.primary<{ lsn: string; cluster: string }>(primaryStands);
    this.marks.push({ at, position: positionOf(primary!.lsn) });
    const asked = await this.replica<{ standby: boolean; lsn: string | null; cluster: string; server: string }>(
      replicaStands,
    ).catch(() => []);
    const [replica] = asked;
    if (!replica) return this.unusable('away');
    if (replica.cluster !== primary!.cluster) return this.unusable('another-cluster');
    if (!replica.standby || replica.lsn === null) return this.unusable('no-standby');
    if (replica.server !== this.server) this.forget();
    this.server = replica.server;
    const shown = positionOf(replica.lsn);
    for (const { at: when, position } of this.marks) {
      if (position <= shown) this.shownUntil = Math.max(this.shownUntil, when);
    }
    // What is older than anything that counts proves nothing any more.
    const oldest = Math.max(this.shownUntil, at - this.most);
    this.marks = this.marks.filter((mark) => mark.at > oldest);
    return this.isFresh ? 'ok' : 'behind';
  }

  private unusable(state: ReplicaState): ReplicaState {
    this.forget();
    return state;
  }
}

/** A place in the log, as PostgreSQL writes it: two hexadecimal numbers of 32 bits. */
function positionOf(lsn: string): bigint {
  const [high = '0', low = '0'] = lsn.split('/');
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}
