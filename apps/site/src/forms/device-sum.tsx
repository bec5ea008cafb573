/** A sum that a browser does by itself before a form is sent; `prove.js` reads it here. */
export interface Sum {
  algorithm: string;
  challenge: string;
  salt: string;
  signature: string;
  maxNumber: number;
}

/** The field that takes the solution, with the sum beside it, and the one script of the public pages, which solves it. */
export function DeviceSum({ name, sum }: { name: string; sum: Sum }) {
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

/** Where the script says how far it is. */
export function SumState({ working }: { working: string }) {
  return <p className="small" id="proof-state" role="status" data-working={working} />;
}
