import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import {
  Areas,
  Clock,
  Database,
  insertRow,
  isUuid,
  monthsAfter,
  notFound,
  postcodeOf,
  readInput,
  refuseFaults,
  slugBase,
  slugSuffix,
  typedLine,
} from '@upstander/platform';
import { organizationOf } from './organization-of.js';
import { Service, type ConfidentialPart, type ManagedService } from './service.entity.js';
import { ServiceInput } from './service.input.js';
import { ServiceReads } from './service-reads.js';
import './organization.entity.js';

type ServiceValues = Pick<Service, keyof ServiceInput & keyof Service>;

/** Default and maximum number of months until the next verification. */
const usualMonths = 6;
const maxMonths = 12;

/**
 * Maintains the service directory. Saving a service assumes staff have contacted the provider, so it counts as verified
 * today.
 */
@Injectable()
export class Services {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly reads: ServiceReads,
    private readonly areas: Areas,
  ) {}

  /** Adds a service that is not on the site yet. @throws Refusal BAD_INPUT */
  async create(actor: Actor, input: ServiceInput): Promise<ManagedService> {
    const { organizationName, values } = await this.validate(input, null);
    const id = await this.db.transaction(async (tx) => {
      const organizationId = await organizationOf(tx, organizationName, this.clock.now());
      return insertRow(tx.manager, Service, {
        ...values,
        ...this.assuranceFields(actor),
        organizationId,
        published: false,
        createdAt: this.clock.now(),
        slug: `${slugBase(values.name, 'service')}-${slugSuffix(4)}`,
      });
    });
    return this.reads.byId(id);
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT */
  async update(actor: Actor, id: string, input: ServiceInput): Promise<ManagedService> {
    const { organizationName, values } = await this.validate(input, await this.findRow(id));
    await this.db.transaction(async (tx) => {
      const organizationId = await organizationOf(tx, organizationName, this.clock.now());
      await tx.manager.update(Service, id, { ...values, ...this.assuranceFields(actor), organizationId });
    });
    return this.reads.byId(id);
  }

  /** Records that staff verified the listing with the provider today. @throws Refusal NOT_FOUND */
  async verify(actor: Actor, id: string): Promise<ManagedService> {
    await this.findRow(id);
    const assureBy = monthsAfter(this.clock.today(), usualMonths);
    await this.db.manager.update(Service, id, { ...this.assuranceFields(actor), assureBy });
    return this.reads.byId(id);
  }

  /** @throws Refusal NOT_FOUND */
  async publish(id: string, published: boolean): Promise<ManagedService> {
    await this.findRow(id);
    await this.db.manager.update(Service, id, { published, updatedAt: this.clock.now() });
    return this.reads.byId(id);
  }

  private assuranceFields(actor: Actor) {
    return {
      assuredOn: this.clock.today(),
      assuredBy: actor.accountId,
      needsVerification: false,
      updatedAt: this.clock.now(),
    };
  }

  private async validate(
    input: ServiceInput,
    before: Service | null,
  ): Promise<{ organizationName: string; values: ServiceValues }> {
    const organizationName = typedLine('organizationName', input.organizationName, 120);
    const { values, faults } = readInput(ServiceInput, input, before);
    const assureBy = input.assureBy ?? monthsAfter(this.clock.today(), usualMonths);
    if (assureBy <= this.clock.today()) faults['assureBy'] ??= 'in-the-past';
    else if (assureBy > monthsAfter(this.clock.today(), maxMonths)) faults['assureBy'] ??= 'too-late';
    if (values.minimumAge !== null && values.maximumAge !== null && values.minimumAge > values.maximumAge) {
      faults['maximumAge'] ??= 'out-of-range';
    }
    if (values.needs.length === 0) faults['needs'] ??= 'required';
    const known = await this.areas.findKnown(values.servedAreas);
    if (values.servedAreas.some((code) => !known.has(code))) faults['servedAreas'] ??= 'not-an-area';
    const confidentialParts = normalizeConfidential(values.confidentialParts);
    const postcode = values.postcode && postcodeOf(values.postcode);
    const searchPostcode = searchPostcodeOf(values.searchPostcode, postcode, confidentialParts);
    // Distances from three ZIP codes would reveal the address.
    if (confidentialParts.includes('address') && searchPostcode !== null && searchPostcode === postcode) {
      faults['searchPostcode'] ??= 'tells-the-place';
    }
    refuseFaults(faults);
    return {
      organizationName,
      values: { ...values, needs: [...new Set(values.needs)], assureBy, confidentialParts, postcode, searchPostcode },
    };
  }

  private async findRow(id: string): Promise<Service> {
    const service = isUuid(id) ? await this.db.manager.findOneBy(Service, { id }) : null;
    if (!service) throw notFound('This service');
    return service;
  }
}

/** Removes duplicates. A confidential city makes the address confidential too. */
function normalizeConfidential(parts: readonly ConfidentialPart[]): ConfidentialPart[] {
  return [...new Set(parts.includes('city') ? [...parts, 'address' as const] : parts)];
}

/** Returns the ZIP code to measure distances from: the address, unless it is confidential. */
function searchPostcodeOf(typed: string | null, postcode: string, keeps: readonly ConfidentialPart[]): string | null {
  if (typed) return postcodeOf(typed);
  return keeps.includes('address') || postcode === '' ? null : postcode;
}
