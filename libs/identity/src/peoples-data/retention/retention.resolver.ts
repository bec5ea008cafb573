import { Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../access/allow.js';
import { Area } from '../../roles/staff-area.js';
import { RetentionRule } from './retention-rule.type.js';
import { RetentionRules } from './retention-rules.service.js';

@Area('personal_data')
@Resolver()
export class RetentionResolver {
  constructor(private readonly rules: RetentionRules) {}

  @Query(() => [RetentionRule], { description: 'Retention periods for personal data, and the reasons for them.' })
  @Allow('finance')
  retentionRules(): Promise<RetentionRule[]> {
    return this.rules.list();
  }
}
