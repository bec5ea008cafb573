/** A logo as re-encoded after its upload. */
export interface LogoFile {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** Values that admins decided, by setting. All objects of one process that hold settings share them. */
export class DecidedSettings {
  private values: Readonly<Record<string, unknown>> = {};

  /** Another object after each change. */
  get revision(): object {
    return this.values;
  }

  valueOf(name: string, fallback: unknown): unknown {
    return Object.hasOwn(this.values, name) ? (this.values[name] ?? undefined) : fallback;
  }

  replace(values: Readonly<Record<string, unknown>>): void {
    this.values = { ...values };
  }
}
