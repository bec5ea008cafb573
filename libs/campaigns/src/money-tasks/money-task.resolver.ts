import { Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { MoneyTasks } from './finance-action-items.service.js';
import { MoneyTask } from './money-task.js';

@Area.none()
@Resolver()
export class MoneyTaskResolver {
  constructor(private readonly waiting: MoneyTasks) {}

  @Query(() => [MoneyTask], {
    description: 'Finance tasks awaiting the caller; only kinds with items.',
  })
  @Allow('finance', 'moderator')
  moneyTasks(@CurrentActor() actor: Actor): Promise<MoneyTask[]> {
    return this.waiting.findMoneyTasks(actor);
  }
}
