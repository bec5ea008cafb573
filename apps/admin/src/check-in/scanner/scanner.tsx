import { Alert } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Loading } from '../../parts/ui/loading';
import { useWords } from '../../words/words';
import { codeReader } from './code-reader';
import classes from './scanner.module.css';

/** Scan interval, and how long a code must be out of view before it counts again, in milliseconds. */
const scanIntervalMs = 150;
const rescanDelayMs = 2500;

type CameraProblem = 'denied' | 'missing' | 'insecure' | 'broken';

/** The camera view with a frame for the code. Calls `onCode` once per code, however long it is held there. */
export function Scanner({ onCode }: { onCode: (text: string) => void }) {
  const { t } = useWords('checkIn');
  const labels = t.checkIn.scan;
  const video = useRef<HTMLVideoElement>(null);
  const onCodeRef = useRef(onCode);
  const [trouble, setTrouble] = useState<CameraProblem | null>(null);
  const [live, setLive] = useState(false);
  useEffect(() => {
    onCodeRef.current = onCode;
  });

  useEffect(() => {
    let stopped = false;
    let stream: MediaStream | null = null;
    const lastSeen = new Map<string, number>();
    const see = (texts: string[]) => {
      const now = performance.now();
      for (const text of texts) {
        const before = lastSeen.get(text);
        lastSeen.set(text, now);
        if (before === undefined || now - before > rescanDelayMs) onCodeRef.current(text);
      }
    };
    const run = async (screen: HTMLVideoElement) => {
      // Browsers require a secure context for the camera.
      if (!window.isSecureContext) return setTrouble('insecure');
      const [camera, read] = await Promise.all([
        navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }),
        codeReader(),
      ]);
      stream = camera;
      if (stopped) return end();
      screen.srcObject = camera;
      await screen.play();
      setLive(true);
      const look = async (): Promise<void> => {
        if (stopped) return;
        // An unreadable frame is ignored.
        see(await read(screen).catch(() => []));
        setTimeout(() => void look(), scanIntervalMs);
      };
      return look();
    };
    const end = () => stream?.getTracks().forEach((track) => track.stop());
    if (video.current) {
      run(video.current).catch((error: unknown) => {
        if (!stopped) setTrouble(troubleOf(error));
      });
    }
    return () => {
      stopped = true;
      end();
    };
  }, []);

  if (trouble) return <Alert color="amber">{labels[trouble]}</Alert>;
  return (
    <div className={classes.scanner}>
      {!live && <Loading noun={labels.camera} lines={2} />}
      <video ref={video} className={classes.video} hidden={!live} muted playsInline aria-label={labels.camera} />
    </div>
  );
}

function troubleOf(error: unknown): CameraProblem {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError') return 'denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'broken';
}
