import { Injectable } from '@nestjs/common';
import { Config, Database, Refusal } from '@upstander/platform';
import { Feature, type FeatureName } from './feature.js';

const allFeatures = Object.values(Feature) as FeatureName[];

/** Returns the features that the settings of this installation leave on. */
export function featuresOf(config: Pick<Config, 'FUNDRAISING_MODE' | 'SEALED_ZONE'>): FeatureName[] {
  const hasFundraising = config.FUNDRAISING_MODE !== 'off';
  const hasZone = config.SEALED_ZONE === 'on';
  // Applications are the only way to answer an opportunity, so it needs the zone.
  const isOn = { fundraising: hasFundraising, opportunities: hasZone, sealed_zone: hasZone };
  return allFeatures.filter((feature) => isOn[feature]);
}

/** The one place that knows which parts of the application are on (docs/decisions/optional-features.md). */
@Injectable()
export class Features {
  private readonly on: ReadonlySet<FeatureName>;
  private readonly recordTables = new Map<FeatureName, string[]>();

  constructor(
    config: Config,
    private readonly db: Database,
  ) {
    this.on = new Set(featuresOf(config));
  }

  isOn(feature: FeatureName): boolean {
    return this.on.has(feature);
  }

  /** Registers tables, with their schema, whose rows keep a feature in the admin after it was switched off. */
  define(feature: FeatureName, ...tables: readonly string[]): void {
    this.recordTables.set(feature, [...(this.recordTables.get(feature) ?? []), ...tables]);
  }

  /** Returns the features that staff work with: those that are on, and those that still have records. */
  async findInUse(): Promise<FeatureName[]> {
    const inUse = await Promise.all(allFeatures.map(async (name) => this.isOn(name) || (await this.hasRecords(name))));
    return allFeatures.filter((_, index) => inUse[index]);
  }

  /** @throws Refusal FUNDRAISING_OFF, OPPORTUNITIES_OFF, SEALED_ZONE_CLOSED */
  require(feature: FeatureName): void {
    if (!this.isOn(feature)) throw refusals[feature]();
  }

  private async hasRecords(feature: FeatureName): Promise<boolean> {
    const tables = this.recordTables.get(feature) ?? [];
    if (tables.length === 0) return false;
    const any = tables.map((table) => `SELECT FROM ${table}`).join(' UNION ALL ');
    return (await this.db.query(`${any} LIMIT 1`)).length > 0;
  }
}

const refusals: Readonly<Record<FeatureName, () => Refusal>> = {
  fundraising: () => new Refusal('FUNDRAISING_OFF', 'This organization doesn’t collect gifts here.'),
  opportunities: () => new Refusal('OPPORTUNITIES_OFF', 'This organization doesn’t offer opportunities here.'),
  sealed_zone: () =>
    new Refusal('SEALED_ZONE_CLOSED', 'You can’t send this here right now. Please call one of the help lines.'),
};
