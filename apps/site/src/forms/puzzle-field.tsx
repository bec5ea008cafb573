/** A proof-of-work puzzle for the browser; `prove.js` reads it here. */
export interface Puzzle {
  algorithm: string;
  challenge: string;
  salt: string;
  signature: string;
  maxNumber: number;
}

export function DeviceSum({ name, sum }: { name: string; sum: Puzzle }) {
  return (
    <>
      <input
        type="hidden"
        name={name}
        id="proof"
        data-algorithm={sum.algorithm}
        data-challenge={sum.challenge}
        data-salt={sum.salt}
        data-signature={sum.signature}
        data-most={sum.maxNumber}
      />
      <script src="/prove.js" defer />
    </>
  );
}

/** Shows the progress of the script. */
export function SumState({ working }: { working: string }) {
  return <p className="small" id="proof-state" role="status" data-working={working} />;
}
