import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, Locale, type LocaleName, OwnTrail } from '@upstander/identity';
import { DiscreetNoticeSample } from './discreet-notice-sample.js';
import { DiscreetNotices } from './discreet-notices.js';

@OwnTrail()
@Resolver()
export class DiscreetNoticeResolver {
  constructor(private readonly notices: DiscreetNotices) {}

  @Query(() => [DiscreetNoticeSample], {
    description: 'Shows what notices look like before someone turns them on, one for each channel this server sends.',
  })
  @Allow('anyone')
  discreetNoticeSamples(
    @Args('language', { type: () => Locale, description: 'Language of the record.' }) language: LocaleName,
  ): DiscreetNoticeSample[] {
    return this.notices.samplesIn(language);
  }
}
