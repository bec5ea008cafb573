import { openOwnKey, openTeamKey, type OwnKey, type Share } from './sealing';

/** Minutes without activity after which the vault locks. */
export const idleMinutes = 15;
const idleMs = idleMinutes * 60_000;
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Keeps the user's private key in the memory of this page only. Locks after inactivity, on sign-out and on unload. */
class Vault {
  private privateKey: CryptoKey | null = null;
  private readonly teamKeys = new Map<string, Promise<CryptoKey>>();
  private readonly listeners = new Set<() => void>();
  private touchedAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @throws WrongPassphrase */
  async unlock(ownKey: OwnKey, passphrase: string): Promise<void> {
    this.privateKey = await openOwnKey(ownKey, passphrase);
    for (const eventName of signs)
      window.addEventListener(eventName, this.noteActivity, { passive: true, capture: true });
    document.addEventListener('visibilitychange', this.checkIdle);
    window.addEventListener('pagehide', this.lock);
    this.noteActivity();
    this.notifyListeners();
  }

  get key(): CryptoKey | null {
    return this.privateKey;
  }

  /** Unwrapped once and cached. */
  teamKey(keyId: string, share: Share): Promise<CryptoKey> {
    if (!this.privateKey) return Promise.reject(new Error('The vault is locked.'));
    const cached = this.teamKeys.get(keyId) ?? openTeamKey(share, this.privateKey);
    this.teamKeys.set(keyId, cached);
    return cached;
  }

  readonly lock = (): void => {
    if (!this.privateKey) return;
    this.privateKey = null;
    this.teamKeys.clear();
    this.touchedAt = 0;
    clearTimeout(this.timer);
    for (const eventName of signs) window.removeEventListener(eventName, this.noteActivity, { capture: true });
    document.removeEventListener('visibilitychange', this.checkIdle);
    window.removeEventListener('pagehide', this.lock);
    this.notifyListeners();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private readonly noteActivity = (): void => {
    // Timers do not run while the machine sleeps, so the elapsed time is checked.
    if (this.touchedAt > 0 && this.idleDuration() >= idleMs) return this.lock();
    this.touchedAt = Date.now();
    this.checkIdle();
  };

  private readonly checkIdle = (): void => {
    clearTimeout(this.timer);
    const msLeft = idleMs - this.idleDuration();
    if (msLeft <= 0) this.lock();
    else this.timer = setTimeout(this.checkIdle, msLeft);
  };

  private idleDuration(): number {
    return Date.now() - this.touchedAt;
  }

  private notifyListeners(): void {
    for (const listener of this.listeners) listener();
  }
}

export const vault = new Vault();
