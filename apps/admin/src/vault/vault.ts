import { openOwnKey, openTeamKey, type OwnKey, type Share } from './sealing';

/** Minutes without activity after which the vault locks. */
export const idleMinutes = 15;
const idleMs = idleMinutes * 60_000;
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Keeps the user's private key in the memory of this page only. Locks after inactivity, on sign-out and on unload. */
class Vault {
  private own: CryptoKey | null = null;
  private readonly teamKeys = new Map<string, Promise<CryptoKey>>();
  private readonly listeners = new Set<() => void>();
  private touchedAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Unlocks the vault.
   * @throws WrongPassphrase
   */
  async unlock(mine: OwnKey, passphrase: string): Promise<void> {
    this.own = await openOwnKey(mine, passphrase);
    for (const sign of signs) window.addEventListener(sign, this.touch, { passive: true, capture: true });
    document.addEventListener('visibilitychange', this.look);
    window.addEventListener('pagehide', this.lock);
    this.touch();
    this.notifyListeners();
  }

  get key(): CryptoKey | null {
    return this.own;
  }

  /** Returns a team key, unwrapped once and cached. */
  teamKey(keyId: string, share: Share): Promise<CryptoKey> {
    if (!this.own) return Promise.reject(new Error('The vault is locked.'));
    const known = this.teamKeys.get(keyId) ?? openTeamKey(share, this.own);
    this.teamKeys.set(keyId, known);
    return known;
  }

  readonly lock = (): void => {
    if (!this.own) return;
    this.own = null;
    this.teamKeys.clear();
    this.touchedAt = 0;
    clearTimeout(this.timer);
    for (const sign of signs) window.removeEventListener(sign, this.touch, { capture: true });
    document.removeEventListener('visibilitychange', this.look);
    window.removeEventListener('pagehide', this.lock);
    this.notifyListeners();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private readonly touch = (): void => {
    // Timers do not run while the machine sleeps, so the elapsed time is checked.
    if (this.touchedAt > 0 && this.idleFor() >= idleMs) return this.lock();
    this.touchedAt = Date.now();
    this.look();
  };

  private readonly look = (): void => {
    clearTimeout(this.timer);
    const left = idleMs - this.idleFor();
    if (left <= 0) this.lock();
    else this.timer = setTimeout(this.look, left);
  };

  private idleFor(): number {
    return Date.now() - this.touchedAt;
  }

  private notifyListeners(): void {
    for (const listener of this.listeners) listener();
  }
}

export const vault = new Vault();
