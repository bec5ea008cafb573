import { useEffect, useRef } from 'react';

/** Step heading that takes the focus, so that screen readers announce the step. */
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
