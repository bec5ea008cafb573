import type { ReactNode } from 'react';
import type { DrawingName } from '../drawings/drawing';
import { Drawing } from '../drawings/drawings';
import { Icon, type IconName } from './icons';

interface TitledText {
  title: string;
  text: string;
}

interface Props {
  title: string;
  lead: string;
  drawing: DrawingName;
  /** The primary action, and possibly a secondary one. */
  actions: ReactNode;
  facts: ReadonlyArray<TitledText & { icon: IconName }>;
  steps?: { title: string; items: readonly TitledText[] };
  children?: ReactNode;
}

export function Landing({ title, lead, drawing, actions, facts, steps, children }: Props) {
  return (
    <div className="landing">
      <div className="wide landing-top">
        <div>
          <h1>{title}</h1>
          <p className="lead">{lead}</p>
          {actions}
        </div>
        <Drawing name={drawing} isFirst />
      </div>
      <ul className="wide landing-facts">
        {facts.map((fact) => (
          <li key={fact.title}>
            <Icon name={fact.icon} />
            <b>{fact.title}</b>
            <span>{fact.text}</span>
          </li>
        ))}
      </ul>
      {steps && (
        <section className="band" aria-labelledby="steps">
          <div className="wide">
            <h2 id="steps">{steps.title}</h2>
            <ol className="steps">
              {steps.items.map((step) => (
                <li key={step.title}>
                  <h3>{step.title}</h3>
                  <p>{step.text}</p>
                </li>
              ))}
            </ol>
          </div>
        </section>
      )}
      {children}
    </div>
  );
}

/** Adds icons to facts, in order. */
export const withIcons = (facts: readonly TitledText[], icons: readonly IconName[]): Props['facts'] =>
  facts.map((fact, index) => ({ ...fact, icon: icons[index] ?? 'check' }));

export function ListFolds({ title, lists }: { title: string; lists: ReadonlyArray<ListFold> }) {
  return (
    <section className="narrow" aria-labelledby="folds">
      <h2 id="folds">{title}</h2>
      {lists.map((list) => (
        <details className="fold" key={list.title}>
          <summary>{list.title}</summary>
          <ul className="prose">
            {list.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          {list.text !== undefined && <p>{list.text}</p>}
        </details>
      ))}
    </section>
  );
}

interface ListFold {
  title: string;
  items: readonly string[];
  text?: string;
}
