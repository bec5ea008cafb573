import { useEffect, useRef } from 'react';

/** Takes the focus, so that screen readers announce the step. */
export function StepHeading({ title, lead, isFirst = false }: { title: string; lead: string; isFirst?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirst) heading.current?.focus();
  }, [isFirst]);
  return (
    <div>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className="lead">{lead}</p>
    </div>
  );
}
