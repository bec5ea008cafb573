import type { HelpLine } from '@upstander/web-kit';
import type { ReactNode } from 'react';
import type { ActionFunctionArgs } from 'react-router';
import { useActionData } from 'react-router';
import { queryApi } from '../api/ask';
import { Choice } from '../forms/choice';
import { PageHead } from '../frame/page-head';
import { LineList } from '../help-lines/line-list';
import { usePage } from '../request/page-context';
import { LeaveNote } from '../safety/leave-note';
import { ServiceList } from '../services/queries';
import { ServicesByDistance } from '../services/services-by-distance';
import { contactMethods, situations, readAnswers, needOf, type Answers } from './answers';
import { IfPage } from '../request/features';

/** The answers are only in the submitted form, never in the address. */
export async function action({ request, context }: ActionFunctionArgs) {
  const answers = readAnswers(await request.formData());
  if (answers.step !== 'result') return { answers, services: null };
  const need = needOf(answers.happening);
  const { postcode } = answers;
  const location = postcode === '' ? undefined : { postcode, withinKm: 80, includeFar: true };
  // The help lines are shown even if the directory fails.
  const services = await queryApi(context, ServiceList, {
    filter: need === null ? {} : { need },
    near: location,
    first: 10,
  }).catch(() => null);
  return { answers, services: services?.services ?? null };
}

/** Nothing is stored, and the address of the page never changes. */
export default function FindHelp() {
  const { words } = usePage();
  const actionData = useActionData<typeof action>();
  const t = words.site.find;
  const answers = actionData?.answers ?? null;
  return (
    <div className="narrow">
      <PageHead title={t.title} description={t.lead} isPlain isPersonal={answers !== null} />
      <h1>{answers?.step === 'result' ? t.resultTitle : t.title}</h1>
      {answers?.step === 'result' ? (
        <Result answers={answers} services={actionData?.services ?? null} />
      ) : (
        <>
          {answers === null && <p className="lead">{t.lead}</p>}
          <LeaveNote />
          <Question answers={answers} />
          <p className="small">{t.kept}</p>
        </>
      )}
      {answers !== null && (
        <p>
          <a href="/help/find">{t.again}</a>
        </p>
      )}
    </div>
  );
}

function Question({ answers }: { answers: Answers | null }) {
  const t = usePage().words.site.find;
  if (answers?.step === 'where') {
    return (
      <Step next="reach" button={t.next} answers={answers} place={t.step({ n: 2 })}>
        <div className="field">
          <h2>
            <label htmlFor="postcode">{t.where}</label>
          </h2>
          <p className="hint" id="postcode-hint">
            {t.whereHint}
          </p>
          <input
            id="postcode"
            name="postcode"
            defaultValue={answers.postcode}
            inputMode="numeric"
            maxLength={10}
            autoComplete="off"
            aria-describedby="postcode-hint"
          />
        </div>
      </Step>
    );
  }
  if (answers?.step === 'reach') {
    return (
      <Step next="result" button={t.showHelp} answers={answers} place={t.step({ n: 3 })}>
        <Choices
          legend={t.reach}
          hint={t.reachHint}
          name="way"
          options={contactMethods.map((way) => [way, t.ways[way]])}
        />
      </Step>
    );
  }
  return (
    <Step next="where" button={t.next} answers={answers} place={t.step({ n: 1 })}>
      <Choices
        legend={t.happening}
        hint={t.happeningHint}
        name="happening"
        options={situations.map((situation) => [situation, t.happenings[situation]])}
      />
    </Step>
  );
}

interface StepProps {
  next: Answers['step'];
  button: string;
  answers: Answers | null;
  place: string;
  children: ReactNode;
}

/** Earlier answers are hidden fields of the form. */
function Step({ next, button, answers, place, children }: StepProps) {
  return (
    <form method="post" action="/help/find" autoComplete="off">
      <input type="hidden" name="step" value={next} />
      {next !== 'where' && <input type="hidden" name="happening" value={answers?.happening ?? ''} />}
      {next === 'result' && <input type="hidden" name="postcode" value={answers?.postcode ?? ''} />}
      <p className="greeting">{place}</p>
      {children}
      <p className="actions">
        <button className="button large">{button}</button>
      </p>
    </form>
  );
}

interface ChoicesProps {
  legend: string;
  hint: string;
  name: string;
  options: ReadonlyArray<readonly [value: string, label: string]>;
}

/** No option is preselected or required. */
function Choices({ legend, hint, name, options }: ChoicesProps) {
  return (
    <fieldset>
      <legend>
        <h2>{legend}</h2>
      </legend>
      <p className="hint">{hint}</p>
      {options.map(([value, label]) => (
        <Choice key={value} id={`${name}-${value}`} name={name} value={value} label={label} checked={false} />
      ))}
    </fieldset>
  );
}

type Found = NonNullable<Awaited<ReturnType<typeof action>>['services']>;

function Result({ answers, services }: { answers: Answers; services: Found | null }) {
  const { words, helpLines } = usePage();
  const t = words.site.find;
  const isInDanger = answers.happening === 'danger';
  const lines = helpLinesFor(answers, helpLines);
  return (
    <>
      {isInDanger && <p className="note amber">{t.danger}</p>}
      <LeaveNote />
      <section className="whole" aria-labelledby="lines">
        <h2 id="lines">{t.lines}</h2>
        <p>{t.linesText}</p>
        <LineList lines={lines} />
      </section>
      <section aria-labelledby="near">
        <h2 id="near">{services?.postcodeKnown ? t.nearby : t.services}</h2>
        {services === null && <p>{t.noDirectory}</p>}
        {services?.postcodeKnown === false && <p className="note amber">{words.site.services.postcodeUnknown}</p>}
        {services?.edges.length === 0 && <p>{t.noServices}</p>}
        {services !== null && services.edges.length > 0 && (
          <ServicesByDistance
            services={services.edges.map(({ node }) => node)}
            noneNearbyText={words.site.services.noneNear}
          />
        )}
        <ul className="links">
          <li>
            <a href="/help/services">{t.allServices}</a>
          </li>
          <IfPage path="/talk">
            <li>
              <a href="/talk">{words.frame.talk}</a>
            </li>
          </IfPage>
        </ul>
      </section>
    </>
  );
}

/** Sorts the lines: the emergency number first if in danger, then lines that can be reached in the chosen safe way. */
function helpLinesFor({ happening, contactMethod: way }: Answers, lines: readonly HelpLine[]): HelpLine[] {
  const rankOf = (line: HelpLine) => {
    if (line.forEmergencies) return happening === 'danger' ? 0 : 3;
    const isReachable = (way !== 'text' || line.textNumber !== null) && (way !== 'chat' || line.chatUrl !== null);
    return isReachable ? 1 : 2;
  };
  return [...lines].sort((a, b) => rankOf(a) - rankOf(b));
}
