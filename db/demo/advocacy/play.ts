import type { Config } from '@upstander/platform';
import { daysBefore } from '../fundraising/days.js';
import { applicationIdeas } from './application-ideas.js';
import { applicationStory, type Opportunity } from './application-story.js';
import { consultationIdeas } from './consultation-ideas.js';
import { consultationStory } from './consultation-story.js';
import { DemoDesk } from './demo-desk.js';
import { DemoKeys } from './demo-keys.js';

const STORY_DAYS = 75;

/** Codes are not stored, so the reply code is only shown here. */
export interface PlayedAdvocacy {
  applications: number;
  consultations: number;
  code: string | null;
}

/** Uses the real services with a simulated clock. Does nothing without a sealed zone. */
export async function playAdvocacy(config: Config, now: Date): Promise<PlayedAdvocacy> {
  if (!config.SEALED_KEYS) return { applications: 0, consultations: 0, code: null };
  const desk = await DemoDesk.open(config, daysBefore(now, STORY_DAYS));
  try {
    const keys = await DemoKeys.create(desk);
    const opportunities = await shownOpportunities(desk, now);
    const ideas = opportunities.length > 0 ? applicationIdeas : [];
    let code: string | null = null;
    const steps = [
      ...ideas.flatMap((idea, i) => {
        const opportunity = opportunityOf(opportunities, idea.opportunity);
        const story = { idea, opportunity, visitor: desk.visitor(i + 1), now };
        return applicationStory(desk, story, i === 0 ? (made) => (code = made) : undefined);
      }),
      ...consultationIdeas.flatMap((idea, i) =>
        consultationStory(desk, { idea, keys, visitor: desk.visitor(i + 101), now }),
      ),
    ];
    steps.sort((one, other) => one.at.valueOf() - other.at.valueOf());
    for (const { at, run } of steps) {
      desk.clock.set(at);
      await run();
    }
    return { applications: ideas.length, consultations: consultationIdeas.length, code };
  } finally {
    await desk.close();
  }
}

function opportunityOf(opportunities: readonly Opportunity[], which: number | string): Opportunity {
  if (typeof which === 'number') return opportunities[which % opportunities.length]!;
  const found = opportunities.find(({ registrationNumber }) => registrationNumber === which);
  if (!found) throw new Error(`The demo business ${which} has no public opportunity.`);
  return found;
}

/** Returns the public opportunities, those of the demo business first, because its inbox is shown in demos. */
async function shownOpportunities(desk: DemoDesk, now: Date): Promise<Opportunity[]> {
  return desk.db.query(
    `SELECT o.id, o.business_id AS "businessId", b.registration_number AS "registrationNumber"
     FROM opportunities.visible_opportunities($1) o
       JOIN opportunities.business b ON b.id = o.business_id
     ORDER BY b.registration_number, o.id`,
    [now],
  );
}
