import { SubmitButton } from '../frame/button';
import { usePage } from '../request/page-context';

/** Asks whether the volunteer is an adult: minors will attend, and each shift needs enough adults. */
export function AgePanel({ currentPath }: { currentPath: string }) {
  const t = usePage().words.site.manage;
  return (
    <section className="panel" aria-labelledby="age-heading">
      <h2 id="age-heading">{t.age}</h2>
      <p>{t.ageText}</p>
      <form method="post" action={currentPath} className="actions">
        <SubmitButton action="adult" label={t.ageYes} look="large" />
        <SubmitButton action="minor" label={t.ageNo} look="quiet large" />
      </form>
    </section>
  );
}
