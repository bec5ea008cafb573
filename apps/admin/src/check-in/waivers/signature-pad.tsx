import { Button, Text } from '@mantine/core';
import { useId, useRef, type PointerEvent } from 'react';
import { signatureBox, pathOf, pointWithin, type Stroke } from './strokes';
import classes from './waivers.module.css';

interface SignaturePadProps {
  strokes: readonly Stroke[];
  onChange: (strokes: readonly Stroke[]) => void;
  label: string;
  clearLabel: string;
  error: string | undefined;
}

export function SignaturePad({ strokes, onChange, label, clearLabel, error }: SignaturePadProps) {
  const id = useId();
  const isDrawing = useRef(false);
  // Several moves can happen between renders.
  const currentStrokes = useRef(strokes);
  currentStrokes.current = strokes;
  const updateStrokes = (next: readonly Stroke[]) => {
    currentStrokes.current = next;
    onChange(next);
  };
  const at = ({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>) =>
    pointWithin(currentTarget.getBoundingClientRect(), clientX, clientY);
  const startStroke = (event: PointerEvent<SVGSVGElement>) => {
    if (!event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    isDrawing.current = true;
    updateStrokes([...currentStrokes.current, [at(event)]]);
  };
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (!isDrawing.current || !event.isPrimary) return;
    updateStrokes([...currentStrokes.current.slice(0, -1), [...(currentStrokes.current.at(-1) ?? []), at(event)]]);
  };
  const endStroke = () => {
    isDrawing.current = false;
  };
  return (
    <div>
      <Text id={id} size="sm" fw={600}>
        {label}
      </Text>
      <svg
        className={classes.pad}
        viewBox={`0 0 ${signatureBox.width} ${signatureBox.height}`}
        role="img"
        aria-labelledby={id}
        data-wrong={error !== undefined || undefined}
        onPointerDown={startStroke}
        onPointerMove={move}
        onPointerUp={endStroke}
        onPointerCancel={endStroke}
      >
        <path className={classes.line} d="M30 160h540" />
        <path className={classes.ink} d={pathOf(strokes)} />
      </svg>
      {error && (
        <Text size="sm" c="clay" role="alert">
          {error}
        </Text>
      )}
      <Button variant="subtle" size="compact-md" disabled={strokes.length === 0} onClick={() => updateStrokes([])}>
        {clearLabel}
      </Button>
    </div>
  );
}
