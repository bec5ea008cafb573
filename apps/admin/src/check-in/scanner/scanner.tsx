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

/** Calls `onCode` once per code, however long it is held there. */
export function Scanner({ onCode }: { onCode: (text: string) => void }) {
  const { t } = useWords('checkIn');
  const labels = t.checkIn.scan;
  const video = useRef<HTMLVideoElement>(null);
  const onCodeRef = useRef(onCode);
  const [problem, setProblem] = useState<CameraProblem | null>(null);
  const [isLive, setIsLive] = useState(false);
  useEffect(() => {
    onCodeRef.current = onCode;
  });

  useEffect(() => {
    let isStopped = false;
    let stream: MediaStream | null = null;
    const lastSeen = new Map<string, number>();
    const handleCodes = (texts: string[]) => {
      const now = performance.now();
      for (const text of texts) {
        const seenAt = lastSeen.get(text);
        lastSeen.set(text, now);
        if (seenAt === undefined || now - seenAt > rescanDelayMs) onCodeRef.current(text);
      }
    };
    const run = async (screen: HTMLVideoElement) => {
      // Browsers require a secure context for the camera.
      if (!window.isSecureContext) return setProblem('insecure');
      const [camera, readBarcodes] = await Promise.all([
        navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }),
        codeReader(),
      ]);
      stream = camera;
      if (isStopped) return stopCamera();
      screen.srcObject = camera;
      await screen.play();
      setIsLive(true);
      const scanFrame = async (): Promise<void> => {
        if (isStopped) return;
        // An unreadable frame is ignored.
        handleCodes(await readBarcodes(screen).catch(() => []));
        setTimeout(() => void scanFrame(), scanIntervalMs);
      };
      return scanFrame();
    };
    const stopCamera = () => stream?.getTracks().forEach((track) => track.stop());
    if (video.current) {
      run(video.current).catch((error: unknown) => {
        if (!isStopped) setProblem(problemOf(error));
      });
    }
    return () => {
      isStopped = true;
      stopCamera();
    };
  }, []);

  if (problem) return <Alert color="amber">{labels[problem]}</Alert>;
  return (
    <div className={classes.scanner}>
      {!isLive && <Loading noun={labels.camera} lines={2} />}
      <video ref={video} className={classes.video} hidden={!isLive} muted playsInline aria-label={labels.camera} />
    </div>
  );
}

function problemOf(error: unknown): CameraProblem {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError') return 'denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'broken';
}
