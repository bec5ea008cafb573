import { usePage } from '../../request/page-context';
import type { MyBusinessData } from '../queries';

/** Required evidence. Other kinds are shown only once they are done. */
const requiredEvidence = ['DOMAIN_MAIL', 'REGISTRY', 'CALL_BACK'] as const;

/** Lists the vetting steps with their status, and who does the next one. */
export function VettingSteps({ mine }: { mine: MyBusinessData }) {
  const t = usePage().words.site.business.status;
  const extra = (['ADDRESS', 'REPUTATION'] as const).filter((kind) => mine.evidenceDone.includes(kind));
  const approved = mine.approvalsGiven >= mine.approvalsNeeded;
  return (
    <section className="panel" aria-labelledby="steps">
      <h2 id="steps">{t.steps}</h2>
      <ol className="history turns">
        <Step text={t.step.registered} turn="done" />
        {[...requiredEvidence, ...extra].map((kind) => {
          const done = mine.evidenceDone.includes(kind);
          return (
            <Step key={kind} text={t.step[kind]} turn={done ? 'done' : kind === 'DOMAIN_MAIL' ? 'yours' : 'ours'} />
          );
        })}
        <Step
          text={t.step.approvals({ given: mine.approvalsGiven, needed: mine.approvalsNeeded })}
          turn={approved ? 'done' : 'ours'}
        />
      </ol>
    </section>
  );
}

function Step({ text, turn }: { text: string; turn: 'done' | 'yours' | 'ours' }) {
  const t = usePage().words.site.business.status;
  const turnStyles = {
    done: { badge: 'badge green', says: t.done },
    yours: { badge: 'badge amber', says: t.yourTurn },
    ours: { badge: 'badge', says: t.ourTurn },
  }[turn];
  return (
    <li>
      <span>{text}</span>
      <span className={`${turnStyles.badge} figure`}>{turnStyles.says}</span>
    </li>
  );
}
