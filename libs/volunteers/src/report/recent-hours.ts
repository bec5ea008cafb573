import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@upstander/identity';
import { Clock, Database, CachedRead } from '@upstander/platform';

@ObjectType({ description: 'Public total of volunteer hours in the last twelve months.' })
export class RecentHours {
  @Field(() => Int, { description: 'Approved hours, in minutes.' }) minutes!: number;
  @Field(() => Int, { description: 'Number of volunteers.' }) people!: number;
}

const tenMinutes = 600_000;

@Resolver()
export class RecentHoursResolver {
  private readonly sums: CachedRead<RecentHours>;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {
    this.sums = new CachedRead(() => this.readSums(), tenMinutes);
  }

  @Query(() => RecentHours, {
    description: 'Total volunteer hours in the last twelve months; up to ten minutes old.',
  })
  @Allow('anyone')
  recentHours(): Promise<RecentHours> {
    return this.sums.get();
  }

  private async readSums(): Promise<RecentHours> {
    const [sums] = await this.db.query<{ minutes: number; people: number }>(
      `SELECT coalesce(sum(h.minutes), 0)::integer AS minutes, count(DISTINCT h.volunteer_id)::integer AS people
       FROM volunteers.hours h
       WHERE h.day > ($1::timestamptz - interval '12 months')::date AND h.status IN ('approved', 'disputed')`,
      [this.clock.now()],
    );
    return sums!;
  }
}
