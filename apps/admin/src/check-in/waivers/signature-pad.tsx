import { Button, Text } from '@mantine/core';
import { useId, useRef, type PointerEvent } from 'react';
import { signatureBox, pathOf, pointIn, type Stroke } from './strokes';
import classes from './waivers.module.css';

interface SignaturePadProps {
  strokes: readonly Stroke[];
  onChange: (strokes: readonly Stroke[]) => void;
  label: string;
  clear: string;
  error: string | undefined;
}

/** Box to sign in with a finger, pen or mouse. The alternative is to type the name. */
export function SignaturePad({ strokes, onChange, label, clear, error }: SignaturePadProps) {
  const id = useId();
  const drawing = useRef(false);
  // Several moves can happen between renders.
  const now = useRef(strokes);
  now.current = strokes;
  const change = (next: readonly Stroke[]) => {
    now.current = next;
    onChange(next);
  };
  const at = ({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>) =>
    pointIn(currentTarget.getBoundingClientRect(), clientX, clientY);
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    if (!event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = true;
    change([...now.current, [at(event)]]);
  };
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (!drawing.current || !event.isPrimary) return;
    change([...now.current.slice(0, -1), [...(now.current.at(-1) ?? []), at(event)]]);
  };
  const end = () => {
    drawing.current = false;
  };
  return (
    <div>
      <Text id={id} size="sm" fw={500}>
        {label}
      </Text>
      <svg
        className={classes.pad}
        viewBox={`0 0 ${signatureBox.width} ${signatureBox.height}`}
        role="img"
        aria-labelledby={id}
        data-wrong={error !== undefined || undefined}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <path className={classes.line} d="M30 160h540" />
        <path className={classes.ink} d={pathOf(strokes)} />
      </svg>
      {error && (
        <Text size="sm" c="clay" role="alert">
          {error}
        </Text>
      )}
      <Button variant="subtle" size="compact-md" disabled={strokes.length === 0} onClick={() => change([])}>
        {clear}
      </Button>
    </div>
  );
}
