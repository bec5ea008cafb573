import { useEffect, useRef } from 'react';

/** The heading of a step takes the focus when the step comes up, so that it is read out. */
export function StepHeading({ title, lead, first = false }: { title: string; lead: string; first?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!first) heading.current?.focus();
  }, [first]);
  return (
    <div>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className="lead">{lead}</p>
    </div>
  );
}
