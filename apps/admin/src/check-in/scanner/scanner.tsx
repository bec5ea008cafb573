import { Alert } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Loading } from '../../parts/ui/loading';
import { useWords } from '../../words/words';
import { codeReader } from './code-reader';
import classes from './scanner.module.css';

/** How often the picture is looked at; a code that stays before the camera counts again only after it was away that long. */
const lookEvery = 150;
const awayFor = 2500;

type Trouble = 'denied' | 'missing' | 'insecure' | 'broken';

/** The camera, with a frame to hold a code into. `onCode` hears each code once, however long it is held there. */
export function Scanner({ onCode }: { onCode: (text: string) => void }) {
  const { t } = useWords('checkIn');
  const say = t.checkIn.scan;
  const video = useRef<HTMLVideoElement>(null);
  const heard = useRef(onCode);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [live, setLive] = useState(false);
  useEffect(() => {
    heard.current = onCode;
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
        if (before === undefined || now - before > awayFor) heard.current(text);
      }
    };
    const run = async (screen: HTMLVideoElement) => {
      // Without a secure page a browser has no camera for it.
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
        // A picture that cannot be read is followed by the next one.
        see(await read(screen).catch(() => []));
        setTimeout(() => void look(), lookEvery);
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

  if (trouble) return <Alert color="amber">{say[trouble]}</Alert>;
  return (
    <div className={classes.scanner}>
      {!live && <Loading what={say.camera} lines={2} />}
      <video ref={video} className={classes.video} hidden={!live} muted playsInline aria-label={say.camera} />
    </div>
  );
}

function troubleOf(error: unknown): Trouble {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError') return 'denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'broken';
}
